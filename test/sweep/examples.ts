/** One example of every contract: a new contract without one fails the sweep. */

/** The three ids by which a request names what it is about. */
export type Where = { sessionId: string; siteId: string; participantId: string };

export type Example = {
  path(where: Where): string;
  body?(where: Where): unknown;
  /** Ids that decide whether there is anything to see: absent, another site's and another organization's answer the same 404. */
  rows: readonly (keyof Where)[];
  /** An id inside something the asker does see: the refusal is by name, and the same for absent, other site and other organization. */
  within?: { id: keyof Where; refusal: string };
  /** Further addresses that must be malformed. */
  malformedPaths?: readonly ((where: Where) => string)[];
  /** Bodies that must be malformed; none where the contract has no body. */
  malformedBodies: readonly ((where: Where) => unknown)[];
};

const person = ({ sessionId, participantId }: Where) => `/sessions/${sessionId}/people/${participantId}`;
const shared = { topic: 'Topic', interventions: [], happened: '', practice: '' };
const part = { chips: [], ownSentence: 'A sentence.', craving: null, practice: '' };
const NOT_OBJECTS = [() => [], () => 'text', () => 7];

const stamp = (verb: string, refusal: string): Example => ({
  path: (where) => `${person(where)}/${verb}`, body: () => ({}), rows: ['sessionId'], within: { id: 'participantId', refusal },
  malformedBodies: [...NOT_OBJECTS, () => ({ at: 'yesterday' }), () => ({ at: 0 }), () => ({ at: null })],
});

export const EXAMPLES: Readonly<Record<string, Example>> = {
  'people.read-me': { path: () => '/me', rows: [], malformedBodies: [] },
  'today.read': {
    path: ({ siteId }) => `/boards/today?siteId=${siteId}`, rows: ['siteId'], malformedBodies: [],
    malformedPaths: [() => '/boards/today', ({ siteId }) => `/boards/today?siteId=${siteId}&date=2026-02-30`, ({ siteId }) => `/boards/today?siteId=${siteId}&siteId=${siteId}`],
  },
  'group-room.read': { path: ({ sessionId }) => `/sessions/${sessionId}/room`, rows: ['sessionId'], malformedBodies: [] },
  'hours-ledger.read': {
    path: ({ participantId }) => `/people/${participantId}/hours`, rows: ['participantId'], malformedBodies: [],
    malformedPaths: [({ participantId }) => `/people/${participantId}/hours?day=19.11.2026`, ({ participantId }) => `/people/${participantId}/hours?day=`, ({ participantId }) => `/people/${participantId}/hours?day=0000-01-01`, ({ participantId }) => `/people/${participantId}/hours?day=9999-12-31`],
  },
  'attendance.stamp-arrival': stamp('arrival', 'not-on-roster'),
  'attendance.stamp-leaving': stamp('leaving', 'not-here'),
  'attendance.take-back-stamp': { ...stamp('take-back', 'not-here'), malformedBodies: [] },
  'notes.save-shared-draft': {
    path: ({ sessionId }) => `/sessions/${sessionId}/draft`, body: () => ({ version: 0, part: shared }), rows: ['sessionId'],
    malformedBodies: [...NOT_OBJECTS, () => ({}), () => ({ version: -1, part: shared }), () => ({ version: 2 ** 31, part: shared }), () => ({ version: 0, part: { ...shared, topic: 'half \ud800' } }), () => ({ version: 0.5, part: shared }), () => ({ version: 0, part: { ...shared, topic: 'x'.repeat(201) } }),
      () => ({ version: 0, part: { ...shared, interventions: ['surgery'] } }), () => ({ version: 0, part: { ...shared, happened: 'nul \u0000 inside' } })],
  },
  'notes.save-person-draft': {
    path: (where) => `${person(where)}/draft`, body: () => ({ version: 0, part }), rows: ['sessionId'], within: { id: 'participantId', refusal: 'not-in-session' },
    malformedBodies: [...NOT_OBJECTS, () => ({}), () => ({ version: '0', part }), () => ({ version: 2 ** 31, part }), () => ({ version: 0, part: { ...part, ownSentence: 'half \udc00' } }), () => ({ version: 0, part: { ...part, craving: 11 } }), () => ({ version: 0, part: { ...part, chips: 'took-part' } }),
      () => ({ version: 0, part: { ...part, ownSentence: 'nul \u0000 inside' } })],
  },
  'notes.sign-group': {
    path: ({ sessionId }) => `/sessions/${sessionId}/sign`, body: ({ participantId }) => ({ sharedVersion: 0, people: [{ participantId, version: 1 }] }), rows: ['sessionId'],
    within: { id: 'participantId', refusal: 'not-present' },
    malformedBodies: [...NOT_OBJECTS, () => ({}), () => ({ sharedVersion: 0 }), () => ({ sharedVersion: 0, people: [{ participantId: 'x', version: 1 }] }),
      ({ participantId }) => ({ sharedVersion: 0, people: Array.from({ length: 61 }, () => ({ participantId, version: 1 })) })],
  },
};

/** What is not one of our ids, as it may stand in an address. */
export const MALFORMED_IDS = ['not-an-id', '0', '%27%20or%201%3D1', '00000000-0000-0000-0000-00000000000', 'null', '%00', '%2e%2e%2fme'] as const;
