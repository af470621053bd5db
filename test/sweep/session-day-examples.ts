/** Examples of the contracts of one area: sessions of the day. */
import { NOT_OBJECTS } from './example.ts';
import type { Example, Where } from './example.ts';

const held = { version: 0, endsAt: '2026-11-19T17:00:00.000Z', breaks: [], reason: 'Fire drill' };
const handOver = ({ roomId }: Where) => ({ version: 0, facilitatorId: null, roomId, telehealthLink: '', start: null, reason: 'Ill' });
const added = ({ programId, roomId }: Where) => ({
  sessionType: 'individual', name: 'Individual hour', programId, date: '2026-11-24', startsAtLocal: '15:00', minutes: 50, breaks: [], roomId, telehealthLink: '', facilitatorId: null, capacity: 1, participantIds: [],
});
const split = ({ participantId, roomId }: Where) => ({ roomId, telehealthLink: '', facilitatorId: null, participantIds: [participantId], reason: 'Eleven came' });

export const SESSION_DAY_EXAMPLES: Readonly<Record<string, Example>> = {
  'session-day.read': { path: ({ sessionId }) => `/sessions/${sessionId}/day`, rows: ['sessionId'], malformedBodies: [] },
  'session-day.read-candidates': { path: ({ sessionId }) => `/sessions/${sessionId}/seat-candidates`, rows: ['sessionId'], malformedBodies: [] },
  'session-day.read-people': {
    path: ({ siteId, programId }) => `/session-people?siteId=${siteId}&programId=${programId}&date=2026-11-19`, rows: ['siteId'], malformedBodies: [],
    malformedPaths: [() => '/session-people', ({ siteId, programId }) => `/session-people?siteId=${siteId}&programId=${programId}&date=1830-01-01`, ({ siteId }) => `/session-people?siteId=${siteId}&programId=x&date=2026-11-19`],
  },
  'sessions.hold': {
    path: ({ sessionId }) => `/sessions/${sessionId}/held`, body: () => held, rows: ['sessionId'],
    malformedBodies: [...NOT_OBJECTS, () => ({}), () => ({ ...held, version: -1 }), () => ({ ...held, endsAt: '11:00' }), () => ({ ...held, reason: ' ' }), () => ({ ...held, reason: 'nul \u0000 inside' }),
      () => ({ ...held, breaks: [{ startMinute: 0, minutes: 0, taken: true }] }), () => ({ ...held, breaks: [{ startMinute: 10, minutes: 10 }] })],
  },
  'sessions.hand-over': {
    path: ({ sessionId }) => `/sessions/${sessionId}/hand-over`, body: handOver, rows: ['sessionId', 'roomId'],
    malformedBodies: [...NOT_OBJECTS, () => ({}), (where) => ({ ...handOver(where), reason: '' }), (where) => ({ ...handOver(where), telehealthLink: 'http://plain.example' }), (where) => ({ ...handOver(where), start: { startsAtLocal: '9:00', minutes: 60 } }),
      (where) => ({ ...handOver(where), reason: 'half \ud800' })],
  },
  'sessions.add': {
    path: ({ siteId }) => `/sites/${siteId}/sessions`, body: added, rows: ['siteId', 'roomId'],
    malformedBodies: [...NOT_OBJECTS, () => ({}), (where) => ({ ...added(where), capacity: 2 }), (where) => ({ ...added(where), sessionType: 'group', capacity: 11 }), (where) => ({ ...added(where), name: ' ' }), (where) => ({ ...added(where), date: '2026-02-30' }),
      (where) => ({ ...added(where), participantIds: [where.participantId, where.participantId] }), (where) => ({ ...added(where), name: 'two\nlines' }), (where) => ({ ...added(where), minutes: 0 })],
  },
  'sessions.split': {
    path: ({ sessionId }) => `/sessions/${sessionId}/split`, body: split, rows: ['sessionId', 'roomId'], within: { id: 'participantId', refusal: 'not-on-this-roster' },
    malformedBodies: [...NOT_OBJECTS, () => ({}), (where) => ({ ...split(where), participantIds: [] }), (where) => ({ ...split(where), participantIds: ['x'] }), (where) => ({ ...split(where), reason: 'x'.repeat(501) })],
  },
  'sessions.withdraw': { path: ({ sessionId }) => `/sessions/${sessionId}/withdraw`, body: () => ({}), rows: ['sessionId'], malformedBodies: [] },
  'sessions.book-seat': {
    path: ({ bookableSessionId }) => `/sessions/${bookableSessionId}/bookings`, body: ({ participantId }) => ({ participantId, isMakeUp: true }), rows: ['bookableSessionId', 'participantId'],
    malformedBodies: [...NOT_OBJECTS, () => ({}), ({ participantId }) => ({ participantId }), () => ({ participantId: 'x', isMakeUp: true })],
  },
  'sessions.withdraw-booking': {
    path: ({ bookingId }) => `/bookings/${bookingId}/withdraw`, body: () => ({ ends: true }), rows: ['bookingId'],
    malformedBodies: [...NOT_OBJECTS, () => ({}), () => ({ ends: 'yes' })],
  },
};
