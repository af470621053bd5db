/** Which rows have been on the screen: a note is signed only by somebody who could have read it (W12). */
import { useCallback, useEffect, useRef, useState } from 'react';
import { later } from '../clock.ts';

/** Scrolling past is not reading: a row counts once most of it has stood still for this long. */
const SEEN_MS = 700;

export function useSeen(): { seen: ReadonlySet<string>; look: (id: string) => void; watch: (element: HTMLElement | null) => void } {
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const waiting = useRef(new Map<string, () => void>());
  const observer = useRef<IntersectionObserver | null>(null);
  const look = useCallback((id: string) => setSeen((before) => (before.has(id) ? before : new Set(before).add(id))), []);

  const eye = useCallback((): IntersectionObserver => {
    observer.current ??= new IntersectionObserver((entries) => {
      for (const entry of entries) {
        const id = (entry.target as HTMLElement).dataset['person'] ?? '';
        waiting.current.get(id)?.();
        waiting.current.delete(id);
        if (entry.isIntersecting) waiting.current.set(id, later(SEEN_MS, () => look(id)));
      }
    }, { threshold: 0.6, rootMargin: '0px 0px -84px 0px' });
    return observer.current;
  }, [look]);

  const watch = useCallback((element: HTMLElement | null) => { if (element !== null) eye().observe(element); }, [eye]);
  useEffect(() => () => {
    observer.current?.disconnect();
    observer.current = null;
  }, []);
  return { seen, look, watch };
}
