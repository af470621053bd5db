/** The act that was just done, a way to it, and its undo, for as long as it can be undone; `U` reaches it from anywhere. */
import type { ReactNode } from 'react';
import { useKeys } from './KeyLayer.tsx';
import { useWords } from './words.tsx';
import styles from './kit.module.css';

export function UndoToast({ text, undo, more }: { text: string; undo: () => void; more?: ReactNode }) {
  const { say } = useWords();
  useKeys([{ key: 'u', word: 'key.undo', act: undo }]);
  return (
    <div className={styles.toast} role="status">
      <span>{text}{more !== undefined && <> {more}</>}</span>
      <button type="button" onClick={undo}>{say('undo')} <kbd>U</kbd></button>
    </div>
  );
}
