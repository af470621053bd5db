/** No network while somebody is in danger: the whole screen says to fetch a colleague (W18). */
import { useEffect, useId, useRef } from 'react';
import { Rich, useWords } from '../kit/words.tsx';
import { CrisisLines } from './CrisisLines.tsx';
import styles from './tasks.module.css';

type Props = { site: { name: string; telephone: string } | null; again: () => void; close: () => void; busy: boolean };

export function DangerOffline({ site, again, close, busy }: Props) {
  const { say } = useWords();
  const id = useId();
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => { box.current?.showModal(); }, []);
  return (
    <dialog ref={box} className={styles.offline} role="alertdialog" aria-labelledby={id} aria-describedby={`${id}-say`} onCancel={(event) => { event.preventDefault(); close(); }}>
      <div>
        <h1 id={id}>{say('danger.offline.title')}</h1>
        <p id={`${id}-say`}><Rich text={say('danger.offline.say')} /></p>
        <CrisisLines site={site} />
        <div className={styles.buttons}>
          <button type="button" className="btn big" onClick={() => { if (!busy) again(); }}>{busy ? say('saving') : say('danger.offline.again')}</button>
          <button type="button" className={`btn big ${styles.plain}`} onClick={close}>{say('danger.offline.close')}</button>
        </div>
      </div>
    </dialog>
  );
}
