/** Examples of the contracts of one area: the notes of one person, read and printed. */
import type { Example, Where } from './example.ts';

const paper = ({ participantId }: Where, query: string) => `/people/${participantId}/notes/paper${query}`;

export const PERSON_NOTES_EXAMPLES: Readonly<Record<string, Example>> = {
  'person-notes.read': {
    path: ({ participantId }) => `/people/${participantId}/notes?kind=all`, rows: ['participantId'], malformedBodies: [],
    malformedPaths: ['kind=everything', 'kind=all&kind=session', 'before=x', 'before=1~x', `before=${'9'.repeat(18)}~00000000-0000-0000-0000-000000000000`].map((query) => ({ participantId }: Where) => `/people/${participantId}/notes?${query}`),
  },
  'person-notes.print': {
    path: (where) => paper(where, '?from=2026-05-01&to=2026-11-30&contacts=true'), rows: ['participantId'], malformedBodies: [],
    malformedPaths: ['', '?from=2026-05-01', '?to=2026-05-01', '?from=2026-02-30&to=2026-03-01', '?from=2026-05-01&to=soon', '?from=2026-05-01&to=2026-05-02&contacts=yes', '?noteId=x',
      '?noteId=00000000-0000-4000-8000-000000000000&from=2026-05-01&to=2026-05-02'].map((query) => (where: Where) => paper(where, query)),
  },
};
