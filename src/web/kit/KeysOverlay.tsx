/** The keys of this screen, on `?`. */
import { useEffect, useRef } from 'react';
import type { Key } from './keys.ts';
import { useWords } from './words.tsx';
import styles from './kit.module.css';

type Props = { keys: readonly Key[]; single: boolean; choose: (on: boolean) => void; close: () => void };

const SHOWN: Record<string, string> = { ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→', 'Control+Enter': 'Ctrl ↵', Enter: '↵', Escape: 'Esc' };

/** A native dialog: it keeps focus inside, closes on Escape and gives focus back by itself. */
export function KeysOverlay({ keys, single, choose, close }: Props) {
  const { say } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => { dialog.current?.showModal(); }, []);
  return (
    <dialog ref={dialog} className={styles.overlay} aria-labelledby="keys-title" onClose={close} onClick={(event) => { if (event.target === event.currentTarget) dialog.current?.close(); }}>
      <h2 id="keys-title">{say('keys.title')}</h2>
      <dl className={styles.keys}>
        {keys.map((key) => (
          <div key={`${key.key}${key.word}`} style={{ display: 'contents' }}>
            <dt><kbd>{key.shown ?? SHOWN[key.key] ?? key.key.toUpperCase()}</kbd></dt>
            <dd>{say(key.word)}</dd>
          </div>
        ))}
        <div style={{ display: 'contents' }}><dt><kbd>?</kbd></dt><dd>{say('key.help')}</dd></div>
      </dl>
      <label className={styles.check}>
        <input type="checkbox" checked={single} onChange={(event) => choose(event.currentTarget.checked)} />
        {say('keys.single')}
      </label>
      <form method="dialog" className={styles.foot}><button className="btn">{say('close')}</button></form>
    </dialog>
  );
}
