/** One act on the settings: what it makes stale, and a fresh read after a refusal, so that the next try names what stands there now. */
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { AnyContract, RequestOf, ValueOf } from '../call.ts';
import type { Act } from '../kit/use-act.ts';
import { useAct } from '../kit/use-act.ts';

/** Sites, rooms, programs, tracks, holidays and curricula are chosen from or shown in all of these. */
const STALE = [
  'settings.read', 'curricula.read', 'people.read-me', 'today.read', 'groups.read-list', 'groups.read', 'groups.read-choices', 'session-plan.read', 'hours-ledger.read', 'placements.read-choices', 'people.read-list', 'people.read-person',
  'staff.read', 'on-call.read', 'paths.read',
];

export function useSettingAct<C extends AnyContract>(contract: C): Act<C> {
  const client = useQueryClient();
  const { carryOut, ...act } = useAct(contract, STALE);
  return {
    ...act,
    carryOut: useCallback(async (request: RequestOf<C>): Promise<ValueOf<C> | null> => {
      const got = await carryOut(request);
      if (got === null) await Promise.all(['settings.read', 'curricula.read'].map((name) => client.invalidateQueries({ queryKey: [name] })));
      return got;
    }, [carryOut, client]),
  };
}
