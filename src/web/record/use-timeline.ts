/** The timeline of a person page by page: what was shown stays while older entries come below it. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { readTimeline } from '../../boards/people/timeline.contract.ts';
import type { TimelineEntry, TimelineKind } from '../../boards/people/timeline.contract.ts';
import type { ParticipantId } from '../../modules/people/words.ts';
import type { ValueOf } from '../call.ts';
import { call } from '../call.ts';
import { Unread } from '../queries.ts';

type Page = ValueOf<typeof readTimeline>;

export function useTimeline(participantId: ParticipantId, kind: TimelineKind) {
  return useInfiniteQuery<Page, Unread, { pages: Page[] }, readonly unknown[], string | null>({
    queryKey: [readTimeline.name, 'pages', participantId, kind],
    initialPageParam: null,
    queryFn: async ({ pageParam, signal }) => {
      const answer = await call(readTimeline, { params: { participantId }, query: { kind, ...(pageParam === null ? {} : { before: pageParam }) }, signal });
      if ('value' in answer) return answer.value;
      throw new Unread('offline' in answer ? null : answer);
    },
    getNextPageParam: (page) => page.before,
  });
}

/** Pages are read at different moments: what came in between is shown once. */
export function entriesOf(pages: readonly Page[]): TimelineEntry[] {
  const seen = new Map(pages.flatMap((page) => page.entries).map((entry) => [`${entry.is} ${entry.id}`, entry]));
  return [...seen.values()];
}
