/** Reads as react-query sees them: the key is the contract's name with what was asked, and a refusal is an error that carries its name. */
import { QueryClient, queryOptions } from '@tanstack/react-query';
import type { AnyContract, Refused, RequestOf, ValueOf } from './call.ts';
import { call } from './call.ts';

/** Why a read gave nothing: refused by name, or no network (then `refusal` is null). */
export class Unread extends Error {
  readonly refusal: Refused | null;
  constructor(refusal: Refused | null) {
    super(refusal?.refused ?? 'offline');
    this.name = 'Unread';
    this.refusal = refusal;
  }
}

export function reading<C extends AnyContract>(contract: C, request: RequestOf<C>) {
  return queryOptions<ValueOf<C>, Unread>({
    queryKey: [contract.name, request],
    queryFn: async ({ signal }) => {
      const answer = await call(contract, { ...request, signal });
      if ('value' in answer) return answer.value;
      throw new Unread('offline' in answer ? null : answer);
    },
  });
}

/** Only what may pass by itself is asked again: no network, a database that is starting. */
function retry(attempts: number, error: Error): boolean {
  const passing = error instanceof Unread && (error.refusal === null || error.refusal.refused === 'unavailable');
  return passing && attempts < 2;
}

export function queryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: { queries: { retry, retryDelay: (attempt) => 600 * 2 ** attempt, staleTime: 5_000, gcTime: 120_000, networkMode: 'always', refetchOnWindowFocus: true } },
  });
}
