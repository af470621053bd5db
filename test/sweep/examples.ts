/** One example of every contract: a new contract without one fails the sweep. */
import { GROUND_EXAMPLES } from './ground-examples.ts';
import { HOURS_EXAMPLES } from './hours-examples.ts';
import { STAMPS_EXAMPLES } from './stamps-examples.ts';
import { SESSION_DAY_EXAMPLES } from './session-day-examples.ts';
import { ROOM_EXAMPLES } from './room-examples.ts';
import { SIGNATURES_EXAMPLES } from './signatures-examples.ts';
import { TASKS_EXAMPLES } from './tasks-examples.ts';
import { WEEK_EXAMPLES } from './week-examples.ts';
import { ENDS_EXAMPLES } from './ends-examples.ts';
import { ACCESS_EXAMPLES } from './access-examples.ts';
import { SEARCH_EXAMPLES } from './search-examples.ts';
import { PLANS_EXAMPLES } from './plans-examples.ts';
import { SUPPORTERS_EXAMPLES } from './supporters-examples.ts';
import { RECORD_EXAMPLES } from './record-examples.ts';
import { PERSON_NOTES_EXAMPLES } from './person-notes-examples.ts';
import { PAPERS_EXAMPLES } from './papers-examples.ts';
import { ERRANDS_EXAMPLES } from './errands-examples.ts';
import { STAFF_EXAMPLES } from './staff-examples.ts';
import { PEOPLE_EXAMPLES } from './people-examples.ts';
import { GROUPS_EXAMPLES } from './groups-examples.ts';

import { NOT_OBJECTS, person } from './example.ts';
import type { Example, Where } from './example.ts';

const shared = { topic: 'Topic', interventions: [], happened: '', practice: '' };
const part = { chips: [], ownSentence: 'A sentence.', craving: null, practice: '' };

const stamp = (verb: string, refusal: string, ...more: NonNullable<Example['malformedBodies']>): Example => ({
  path: (where) => `${person(where)}/${verb}`, body: () => ({}), rows: ['sessionId'], within: { id: 'participantId', refusal },
  malformedBodies: [...NOT_OBJECTS, () => ({ at: 'yesterday' }), () => ({ at: 0 }), () => ({ at: null }), ...more],
});

const DAY_EXAMPLES: Readonly<Record<string, Example>> = {
  'people.read-me': { path: () => '/me', rows: [], malformedBodies: [] },
  'today.read': {
    path: ({ siteId }) => `/boards/today?siteId=${siteId}`, rows: ['siteId'], malformedBodies: [],
    malformedPaths: [() => '/boards/today', ({ siteId }) => `/boards/today?siteId=${siteId}&date=2026-02-30`, ({ siteId }) => `/boards/today?siteId=${siteId}&siteId=${siteId}`],
  },
  'group-room.read': { path: ({ sessionId }) => `/sessions/${sessionId}/room`, rows: ['sessionId'], malformedBodies: [] },
  'hours-ledger.read': {
    path: ({ participantId }) => `/people/${participantId}/hours`, rows: ['participantId'], malformedBodies: [],
    malformedPaths: [({ participantId }) => `/people/${participantId}/hours?day=19.11.2026`, ({ participantId }) => `/people/${participantId}/hours?day=`, ({ participantId }) => `/people/${participantId}/hours?day=0000-01-01`, ({ participantId }) => `/people/${participantId}/hours?day=9999-12-31`, ({ participantId }) => `/people/${participantId}/hours?day=1800-01-01`, ({ participantId }) => `/people/${participantId}/hours?day=2199-12-31`],
  },
  'attendance.stamp-arrival': stamp('arrival', 'not-on-roster', () => ({ overCapReason: 'ab' }), () => ({ overCapReason: 'nul \u0000 inside' })),
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

export const EXAMPLES: Readonly<Record<string, Example>> = {
  ...DAY_EXAMPLES, ...GROUND_EXAMPLES, ...HOURS_EXAMPLES, ...STAFF_EXAMPLES, ...PEOPLE_EXAMPLES, ...GROUPS_EXAMPLES,
  ...STAMPS_EXAMPLES, ...SESSION_DAY_EXAMPLES, ...ROOM_EXAMPLES, ...SIGNATURES_EXAMPLES, ...TASKS_EXAMPLES, ...WEEK_EXAMPLES, ...ENDS_EXAMPLES, ...ACCESS_EXAMPLES, ...ERRANDS_EXAMPLES, ...PAPERS_EXAMPLES, ...PERSON_NOTES_EXAMPLES, ...RECORD_EXAMPLES, ...SUPPORTERS_EXAMPLES, ...PLANS_EXAMPLES, ...SEARCH_EXAMPLES,
};

/** What is not one of our ids, as it may stand in an address. */
export const MALFORMED_IDS = ['not-an-id', '0', '%27%20or%201%3D1', '00000000-0000-0000-0000-00000000000', 'null', '%00', '%2e%2e%2fme'] as const;
