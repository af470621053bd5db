/** A panel at the side for one act while the page stays readable: Escape or Close puts it away, and focus returns to what opened it. */
import { useEffect, useId, useRef } from 'react';
import type { ReactNode } from 'react';
import { useWords } from './words.tsx';
import styles from './panel.module.css';

export function SidePanel({ title, close, children }: { title: string; close: () => void; children: ReactNode }) {
  const { say } = useWords();
  const id = useId();
  const box = useRef<HTMLDialogElement>(null);
  const leave = useRef(close);
  useEffect(() => { leave.current = close; });
  useEffect(() => {
    const dialog = box.current;
    const opener = document.activeElement as HTMLElement | null;
    dialog?.show();
    dialog?.querySelector<HTMLElement>('input, select, textarea, button:not([data-close])')?.focus();
    // On the document: a button that was pressed and is gone leaves the focus on nothing, and Escape closes all the same.
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented || (document.activeElement !== document.body && dialog?.contains(document.activeElement) !== true)) return;
      event.preventDefault();
      leave.current();
    };
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
      // Opened by a key from nowhere: the work is the place to go on. Where the opener is gone, the page knows better (use-landing).
      const back = opener === document.body ? document.getElementById('work') : opener;
      if (back?.isConnected === true) back.focus({ preventScroll: true });
    };
  }, []);
  return (
    <dialog ref={box} className={styles.panel} aria-labelledby={id}>
      <div className={styles.title}><h2 id={id}>{title}</h2><span className="grow" /><button type="button" data-close className="btn quiet nw" onClick={close}>{say('close')}</button></div>
      {children}
    </dialog>
  );
}
