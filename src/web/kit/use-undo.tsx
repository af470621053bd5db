/** What was just done, with its undo for ten seconds (design 4); it stands still while it is pointed at or has the focus. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { later } from '../clock.ts';
import { UndoToast } from './UndoToast.tsx';

const STANDS_MS = 10_000;
type Done = { text: string; undo: () => void; /** A way to what was done. */ more?: ReactNode };

/** `toast` belongs at the end of the page; `done` shows it, in place of an earlier one. */
export function useUndo(): { toast: ReactNode; done: (text: string, undo: () => void, more?: ReactNode) => void } {
  const [shown, setShown] = useState<Done | null>(null);
  const held = useRef(false);
  const current = useRef<Done | null>(null);
  useEffect(() => { current.current = shown; });
  const done = useCallback((text: string, undo: () => void, more?: ReactNode): void => {
    const one: Done = { text, undo, more };
    setShown(one);
    const pass = (): void => {
      if (current.current !== one) return;
      if (held.current) later(1_000, pass);
      else setShown(null);
    };
    later(STANDS_MS, pass);
  }, []);
  const hold = (on: boolean) => (): void => { held.current = on; };
  const toast = shown === null ? null : (
    <div onMouseEnter={hold(true)} onMouseLeave={hold(false)} onFocus={hold(true)} onBlur={hold(false)}>
      <UndoToast text={shown.text} more={shown.more} undo={() => { held.current = false; setShown(null); shown.undo(); }} />
    </div>
  );
  return { toast, done };
}
