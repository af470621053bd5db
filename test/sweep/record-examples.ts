/** Examples of the contracts of one area: the page of a person: overview, timeline, what comes next. */
import type { Example, Where } from './example.ts';

const of = (what: string, queries: readonly string[] = []): Example => ({
  path: ({ participantId }) => `/people/${participantId}/${what}`, rows: ['participantId'], malformedBodies: [],
  malformedPaths: [() => `/people/nobody/${what}`, ...queries.map((query) => ({ participantId }: Where) => `/people/${participantId}/${what}?${query}`)],
});

export const RECORD_EXAMPLES: Readonly<Record<string, Example>> = {
  'record.read-next': of('next'),
  'record.read-look': of('look'),
  'record.read-timeline': of('timeline', ['kind=gossip', 'before=yesterday', 'before=2026-13-45T10:00:00.000Z_20_01234567-0123-0123-0123-0123456789ab', 'before=2026-11-19T10:00:00.000Z_200_01234567-0123-0123-0123-0123456789ab']),
};
