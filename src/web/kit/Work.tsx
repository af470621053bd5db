/** The page itself. After going from one page to another it takes the focus that the pressed link took away with it. */
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';

/** Only after a first move: a page that has just been loaded starts at its top, with the skip link. */
let moved = false;
export function movedOn(): void {
  moved = true;
}

export function Work({ className = 'page', children }: { className?: string; children: ReactNode }) {
  const main = useRef<HTMLElement>(null);
  useEffect(() => { if (moved && document.activeElement === document.body) main.current?.focus({ preventScroll: true }); }, []);
  return <main id="work" tabIndex={-1} ref={main} className={className}>{children}</main>;
}
