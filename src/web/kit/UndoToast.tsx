/** The act that was just done and its undo, for as long as it can be undone; `U` reaches it from anywhere. */
import { useKeys } from './KeyLayer.tsx';
import { useWords } from './words.tsx';
import styles from './kit.module.css';

export function UndoToast({ text, undo }: { text: string; undo: () => void }) {
  const { say } = useWords();
  useKeys([{ key: 'u', word: 'key.undo', act: undo }]);
  return (
    <div className={styles.toast} role="status">
      <span>{text}</span>
      <button type="button" onClick={undo}>{say('undo')} <kbd>U</kbd></button>
    </div>
  );
}
