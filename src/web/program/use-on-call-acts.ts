/** Setting and clearing who is on call at a site, each taken back as one. */
import type { ReactNode } from 'react';
import { clearOnCall, setOnCall, takeBackOnCall } from '../../modules/program/on-call.contract.ts';
import type { SiteId } from '../../modules/program/words.ts';
import type { Offline, Refused, RequestOf } from '../call.ts';
import { useAct } from '../kit/use-act.ts';
import { useUndo } from '../kit/use-undo.tsx';
import { useWords } from '../kit/words.tsx';

const STALE = ['on-call.read'];

export type Set = RequestOf<typeof setOnCall>['body'];
export type OnCallActs = {
  set(body: Set, name: string): Promise<boolean>;
  clear(body: Omit<Set, 'staffId'>): Promise<boolean>;
  busy: boolean;
  refused: Refused | Offline | null;
  forget(): void;
  toast: ReactNode;
};

export function useOnCallActs(siteId: SiteId): OnCallActs {
  const { say } = useWords();
  const { toast, done } = useUndo();
  const [set, clear, takeBack] = [useAct(setOnCall, STALE), useAct(clearOnCall, STALE), useAct(takeBackOnCall, STALE)];
  const params = { siteId };
  const settle = (value: { written: string[]; ended: string[] } | null, text: string): boolean => {
    if (value !== null) done(text, () => { void takeBack.carryOut({ params, body: { written: value.written, ended: value.ended } }); });
    return value !== null;
  };
  return {
    toast,
    busy: set.busy || clear.busy,
    refused: set.answer ?? clear.answer ?? takeBack.answer,
    forget: () => { for (const act of [set, clear, takeBack]) act.forget(); },
    set: async (body, name) => {
      clear.forget();
      const value = await set.carryOut({ params, body });
      return settle(value, say('on-call.done.set', { name, days: value?.written.length ?? 0 }));
    },
    clear: async (body) => {
      set.forget();
      const value = await clear.carryOut({ params, body });
      return settle(value, say('on-call.done.clear', { days: value?.ended.length ?? 0 }));
    },
  };
}
