/** One act of a page: busy while it is carried, its refusal kept to be shown, and what it changed read again. */
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import type { AnyContract, Offline, Refused, RequestOf, ValueOf } from '../call.ts';
import { carry } from '../call.ts';
import { freshId } from '../clock.ts';

export type Act<C extends AnyContract> = {
  /** Answers the value, or null when it was refused or there is no network; then `answer` says why. */
  carryOut: (request: RequestOf<C>) => Promise<ValueOf<C> | null>;
  busy: boolean;
  answer: Refused | Offline | null;
  forget: () => void;
};

/**
 * @param refresh names of the contracts whose reads the act makes stale, such as 'settings.read'
 * Pressing again after the network was gone sends the same command, so that a lost reply never does a thing twice (W26).
 */
export function useAct<C extends AnyContract>(contract: C, refresh: readonly string[]): Act<C> {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<Refused | Offline | null>(null);
  const last = useRef<{ said: string; id: string } | null>(null);
  const names = refresh.join(' ');

  const carryOut = useCallback(async (request: RequestOf<C>): Promise<ValueOf<C> | null> => {
    const said = JSON.stringify(request);
    if (last.current?.said !== said) last.current = { said, id: freshId() };
    setBusy(true);
    setAnswer(null);
    const got = await carry(contract, { ...request, commandId: last.current.id });
    if (!('offline' in got)) last.current = null;
    // Refused because somebody was faster: the page behind shows what stands now, and the next attempt is about that.
    const isStale = 'refused' in got && got.refused === 'changed-meanwhile';
    if ('value' in got || isStale) await Promise.all(names.split(' ').map((name) => client.invalidateQueries({ queryKey: [name] })));
    setBusy(false);
    if ('value' in got) return got.value;
    setAnswer(got);
    return null;
  }, [client, contract, names]);

  return { carryOut, busy, answer, forget: useCallback(() => setAnswer(null), []) };
}
