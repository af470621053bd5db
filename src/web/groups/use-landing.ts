/** Where the focus goes when the button that was pressed is gone once the act is done: to the heading of what changed, never to nowhere (WCAG 2.4.3). */
import { useCallback, useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { later } from '../clock.ts';

/** The page is read again within this time, and the pressed button goes with it. */
const WAITS_MS = 1_500;

/** `heading` goes on a heading with `tabIndex={-1}`; `land` is called when an act is done. */
export function useLanding(): { heading: RefObject<HTMLHeadingElement | null>; land: () => void } {
  const heading = useRef<HTMLHeadingElement>(null);
  const waiting = useRef(false);
  const settle = useCallback((): void => {
    if (!waiting.current || (document.activeElement !== null && document.activeElement !== document.body)) return;
    waiting.current = false;
    heading.current?.focus({ preventScroll: true });
  }, []);
  useEffect(settle);
  const land = useCallback((): void => {
    waiting.current = true;
    later(WAITS_MS, () => { settle(); waiting.current = false; });
  }, [settle]);
  return { heading, land };
}
