/** What the tablet shows, asked again every half minute, so that a list stands from its time on and an ended tablet goes dark. */
import { useCallback, useEffect, useState } from 'react';
import { readFrame } from '../../modules/tablets/door.contract.ts';
import type { ValueOf } from '../call.ts';
import { call } from '../call.ts';
import { later } from '../clock.ts';

const AGAIN_MS = 30_000;
export type Frame = ValueOf<typeof readFrame>;

/** Null until the first answer; without a network the last one stays. */
export function useFrame(): { frame: Frame | null; isOffline: boolean; refresh: () => Promise<void> } {
  const [frame, setFrame] = useState<Frame | null>(null);
  const [isOffline, setOffline] = useState(false);
  const refresh = useCallback(async (): Promise<void> => {
    const answer = await call(readFrame, {});
    setOffline(!('value' in answer));
    if ('value' in answer) setFrame(answer.value);
  }, []);
  useEffect(() => {
    let stop: () => void = () => undefined;
    let ended = false;
    const turn = async (): Promise<void> => {
      await refresh();
      if (!ended) stop = later(AGAIN_MS, () => { void turn(); });
    };
    void turn();
    return () => { ended = true; stop(); };
  }, [refresh]);
  return { frame, isOffline, refresh };
}
