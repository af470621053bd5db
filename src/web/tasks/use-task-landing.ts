/** Where the focus goes once a task is closed and its row is gone: to the next task, else to the heading, never to nowhere (WCAG 2.4.3). */
import { useCallback, useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import type { Task } from './task-said.ts';

/** `heading` goes on a heading with `tabIndex={-1}`; `after` is called when a task was closed, with the rows as they stood before. */
export function useTaskLanding(): { heading: RefObject<HTMLHeadingElement | null>; after: (task: Task, rows: readonly Task[]) => void } {
  const heading = useRef<HTMLHeadingElement>(null);
  const next = useRef<string | null | undefined>(undefined);
  useEffect(() => {
    // The panel has the focus until it is gone.
    if (next.current === undefined || (document.activeElement !== null && document.activeElement !== document.body)) return;
    const row = next.current === null ? null : document.getElementById(`task-${next.current}`);
    next.current = undefined;
    (row?.querySelector<HTMLElement>('button') ?? heading.current)?.focus();
  });
  const after = useCallback((task: Task, rows: readonly Task[]): void => {
    const at = rows.findIndex((one) => one.id === task.id);
    next.current = (rows[at + 1] ?? rows[at - 1])?.id ?? null;
  }, []);
  return { heading, after };
}
