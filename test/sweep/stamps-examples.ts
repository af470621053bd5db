/** Examples of the contracts of one area: check-in. */
import { NOT_OBJECTS, person } from './example.ts';
import type { Example } from './example.ts';

const absence = { reason: 'ill', excused: true, detail: '' };
const correction = { stays: [{ arrivedAt: '2026-11-19T16:10:00Z', leftAt: null }], absence: null, reason: 'Stamped late', addendum: null, version: null, overCapReason: null };
const within = { id: 'participantId', refusal: 'not-on-roster' } as const;

export const STAMPS_EXAMPLES: Readonly<Record<string, Example>> = {
  'attendance.record-absence': {
    path: (where) => `${person(where)}/absence`, body: () => absence, rows: ['sessionId'], within,
    malformedBodies: [...NOT_OBJECTS, () => ({}), () => ({ ...absence, reason: 'lazy' }), () => ({ ...absence, excused: 'yes' }), () => ({ ...absence, detail: 'nul \u0000 inside' }), () => ({ ...absence, detail: 'half \ud800' }),
      () => ({ ...absence, detail: 'x'.repeat(501) })],
  },
  'attendance.take-back-absence': { path: (where) => `${person(where)}/absence/take-back`, rows: ['sessionId'], within: { id: 'participantId', refusal: 'not-absent' }, malformedBodies: [] },
  'attendance.walk-in': {
    path: ({ sessionId }) => `/sessions/${sessionId}/walk-ins`, body: ({ participantId }) => ({ participantId, giveAwaySeatOf: null, overCapReason: null }), rows: ['sessionId', 'participantId'],
    malformedBodies: [...NOT_OBJECTS, () => ({}), ({ participantId }) => ({ participantId, giveAwaySeatOf: 'x', overCapReason: null }), ({ participantId }) => ({ participantId, giveAwaySeatOf: null, overCapReason: 'ab' }),
      ({ participantId }) => ({ participantId, giveAwaySeatOf: participantId, overCapReason: 'Insists' }), ({ participantId }) => ({ participantId, giveAwaySeatOf: null, overCapReason: 'nul \u0000 inside' })],
  },
  'attendance.correct-times': {
    path: (where) => `${person(where)}/times`, body: () => correction, rows: ['sessionId'], within,
    malformedBodies: [...NOT_OBJECTS, () => ({}), () => ({ ...correction, reason: ' a ' }), () => ({ ...correction, stays: [{ arrivedAt: '10:10', leftAt: null }] }), () => ({ ...correction, version: 7 }),
      () => ({ ...correction, stays: Array.from({ length: 7 }, () => correction.stays[0]) }), () => ({ ...correction, addendum: 'half \udc00 of it' }), () => ({ ...correction, reason: 'nul \u0000 inside' })],
  },
  'attendance.read-times': { path: (where) => `${person(where)}/times`, rows: ['sessionId'], within, malformedBodies: [] },
  'attendance.walk-in-candidates': {
    path: () => '/boards/walk-in-candidates', body: ({ siteId }) => ({ siteId, typed: 'Given' }), rows: ['siteId'],
    malformedBodies: [...NOT_OBJECTS, () => ({ typed: 'a' }), ({ siteId }) => ({ siteId }), ({ siteId }) => ({ siteId, typed: '' }), ({ siteId }) => ({ siteId, typed: 'nul \u0000 inside' })],
  },
};
