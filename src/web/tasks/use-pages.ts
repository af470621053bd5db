/** A list that is read page by page: what was shown stays while older rows come below it. */
import { useInfiniteQuery } from '@tanstack/react-query';
import type { AnyContract, RequestOf, ValueOf } from '../call.ts';
import { call } from '../call.ts';
import { Unread } from '../queries.ts';

/** @param next the query that asks for what follows a page; null after the last */
export function usePages<C extends AnyContract>(contract: C, params: RequestOf<C>['params'], next: (page: ValueOf<C>) => RequestOf<C>['query'] | null) {
  return useInfiniteQuery<ValueOf<C>, Unread, { pages: ValueOf<C>[] }, readonly unknown[], RequestOf<C>['query'] | null>({
    // Kept apart from a plain read of the same contract, and made stale with it: both begin with its name.
    queryKey: [contract.name, 'pages', params],
    initialPageParam: null,
    queryFn: async ({ pageParam, signal }) => {
      const answer = await call(contract, { params, ...(pageParam === null ? {} : { query: pageParam }), signal } as unknown as RequestOf<C>);
      if ('value' in answer) return answer.value;
      throw new Unread('offline' in answer ? null : answer);
    },
    getNextPageParam: (page) => next(page),
  });
}
