/** Who is signed in, as every page asks for it. */
import { useQuery } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { readMe } from '../../modules/people/contract.ts';
import type { Permission } from '../../permissions.ts';
import type { ValueOf } from '../call.ts';
import { reading } from '../queries.ts';

export type Me = ValueOf<typeof readMe>;
export const MeContext = createContext<Me | null>(null);

/** Asked for once in the shell; five minutes are short enough for a changed role. */
export function useMeQuery() {
  return useQuery({ ...reading(readMe, {}), staleTime: 300_000 });
}

/** Pages stand inside the shell, which shows them only when it knows who is here. */
export function useMe(): Me & { may: (permission: Permission) => boolean } {
  const me = useContext(MeContext);
  if (me === null) throw new Error('a page asked who is signed in outside the shell');
  return { ...me, may: (permission) => me.permissions.includes(permission) };
}
