/** The keyboard layer: screens bring their keys, `?` lists them, and single letters can be turned off. */
import { createContext, useContext, useEffect, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { keyOf, placeOf } from './keys.ts';
import type { Key } from './keys.ts';
import { KeysOverlay } from './KeysOverlay.tsx';

type Layer = { bring: (keys: { current: readonly Key[] }) => () => void };
const KeyContext = createContext<Layer>({ bring: () => () => {} });

const SINGLE = 'stepdown.single-keys';
function singleAtStart(): boolean {
  try {
    return localStorage.getItem(SINGLE) !== 'off';
  } catch {
    return true;
  }
}

/** Listens for these keys as long as the component is on the screen; the newest bringer of a key wins. */
export function useKeys(keys: readonly Key[]): void {
  const { bring } = useContext(KeyContext);
  const held = useRef(keys);
  useEffect(() => { held.current = keys; });
  useEffect(() => bring(held), [bring]);
}

export function KeyLayer({ children }: { children: ReactNode }) {
  const brought = useRef<{ current: readonly Key[] }[]>([]);
  const [listed, setListed] = useState<readonly Key[] | null>(null);
  const [single, setSingle] = useState(singleAtStart);
  const layer = useMemo<Layer>(() => ({
    bring: (keys) => {
      brought.current = [keys, ...brought.current];
      return () => { brought.current = brought.current.filter((other) => other !== keys); };
    },
  }), []);

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (document.querySelector('dialog[open]') !== null) return;
      const name = keyOf(event, placeOf(document.activeElement as HTMLElement | null), single);
      if (name === null) return;
      if (name === '?') {
        event.preventDefault();
        return setListed(brought.current.flatMap((keys) => keys.current).filter((key) => key.silent !== true));
      }
      const found = brought.current.flatMap((keys) => keys.current).find((key) => key.key === name);
      if (found === undefined) return;
      event.preventDefault();
      found.act(event);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [single]);

  const choose = (on: boolean): void => {
    setSingle(on);
    try {
      localStorage.setItem(SINGLE, on ? 'on' : 'off');
    } catch {
      // Then the choice lasts as long as this page.
    }
  };
  return (
    <KeyContext value={layer}>
      {children}
      {listed !== null && <KeysOverlay keys={listed} single={single} choose={choose} close={() => setListed(null)} />}
    </KeyContext>
  );
}
