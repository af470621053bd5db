/** Examples of the contracts of one area: groups, seats, sessions. */
import { NOT_OBJECTS } from './example.ts';
import type { Example, Where } from './example.ts';

const time = ({ roomId, staffId }: Where) => ({ weekday: 5, startsAtLocal: '09:00', minutes: 60, breaks: [], roomId, telehealthLink: '', facilitatorId: staffId });
const attributes = ({ trackId, curriculumId, staffId }: Where) => ({ name: 'Coping skills', topic: '', trackId, curriculumId, credentialRequired: '', capacity: 10, minimum: 2, coFacilitatorIds: [staffId] });
const start = (where: Where) => ({ siteId: where.siteId, programId: where.programId, sessionType: 'group', startsOn: '2026-11-23', endedOn: null, times: [time(where)], ...attributes(where) });
const move = ({ roomId, staffId }: Where) => ({ date: '2026-11-24', startsAtLocal: '14:00', minutes: 60, roomId, telehealthLink: '', facilitatorId: staffId, reason: 'A reason' });
const seat = ({ participantId }: Where) => ({ participantId, startsOn: '2026-11-23', lastDay: null });

export const GROUPS_EXAMPLES: Readonly<Record<string, Example>> = {
  'groups.read-list': { path: ({ siteId }) => `/groups?siteId=${siteId}`, rows: ['siteId'], malformedBodies: [], malformedPaths: [() => '/groups', () => '/groups?siteId='] },
  'groups.read-choices': { path: ({ siteId }) => `/group-choices?siteId=${siteId}`, rows: ['siteId'], malformedBodies: [], malformedPaths: [() => '/group-choices'] },
  'groups.read': { path: ({ seriesId }) => `/groups/${seriesId}`, rows: ['seriesId'], malformedBodies: [] },
  'groups.read-candidates': { path: ({ seriesId }) => `/groups/${seriesId}/candidates`, rows: ['seriesId'], malformedBodies: [] },
  'schedules.start-group': {
    path: () => '/groups', body: start, rows: ['siteId', 'roomId', 'trackId'],
    malformedBodies: [...NOT_OBJECTS, () => ({}), (where) => ({ ...start(where), capacity: 11 }), (where) => ({ ...start(where), name: ' ' }), (where) => ({ ...start(where), times: [] }),
      (where) => ({ ...start(where), sessionType: 'party' }), (where) => ({ ...start(where), startsOn: '2026-02-30' }), (where) => ({ ...start(where), name: 'nul \u0000 inside' }),
      (where) => ({ ...start(where), times: [{ ...time(where), weekday: 0 }] }), (where) => ({ ...start(where), times: [{ ...time(where), startsAtLocal: '25:00' }] }),
      (where) => ({ ...start(where), times: [{ ...time(where), telehealthLink: 'http://plain.example' }] })],
  },
  'schedules.change-group': {
    path: ({ seriesId }) => `/groups/${seriesId}`, body: (where) => ({ version: 1, ...attributes(where) }), rows: ['seriesId'],
    malformedBodies: [...NOT_OBJECTS, () => ({}), (where) => ({ version: -1, ...attributes(where) }), (where) => ({ version: 0, ...attributes(where), minimum: 0 }), (where) => ({ version: 0, ...attributes(where), name: 'half \ud800' })],
  },
  'schedules.change-times': {
    path: ({ seriesId }) => `/groups/${seriesId}/times`, body: (where) => ({ from: '2026-12-07', times: [time(where)] }), rows: ['seriesId'],
    malformedBodies: [...NOT_OBJECTS, () => ({}), (where) => ({ from: 'tomorrow', times: [time(where)] }), () => ({ from: '2026-12-07', times: [] })],
  },
  'schedules.end-group': {
    path: ({ seriesId }) => `/groups/${seriesId}/end`, body: () => ({ lastDay: '2026-12-18' }), rows: ['seriesId'],
    malformedBodies: [...NOT_OBJECTS, () => ({}), () => ({ lastDay: 'never' }), () => ({ lastDay: 0 })],
  },
  'schedules.enroll': {
    path: ({ seriesId }) => `/groups/${seriesId}/seats`, body: seat, rows: ['seriesId'], within: { id: 'participantId', refusal: 'no-episode' },
    malformedBodies: [...NOT_OBJECTS, () => ({}), (where) => ({ ...seat(where), participantId: 'x' }), (where) => ({ ...seat(where), startsOn: '23.11.2026' })],
  },
  'schedules.change-seat-end': {
    path: ({ enrollmentId }) => `/seats/${enrollmentId}/end`, body: () => ({ lastDay: '2026-12-18' }), rows: ['enrollmentId'],
    malformedBodies: [...NOT_OBJECTS, () => ({}), () => ({ lastDay: 'soon' })],
  },
  'session-plan.read': { path: ({ sessionId }) => `/sessions/${sessionId}/plan`, rows: ['sessionId'], malformedBodies: [] },
  'sessions.plan-ahead': { path: ({ siteId }) => `/sites/${siteId}/plan-ahead`, body: () => ({}), rows: ['siteId'], malformedBodies: [] },
  'sessions.cancel': {
    path: ({ sessionId }) => `/sessions/${sessionId}/cancel`, body: () => ({ reason: 'A reason' }), rows: ['sessionId'],
    malformedBodies: [...NOT_OBJECTS, () => ({}), () => ({ reason: '' }), () => ({ reason: 'x'.repeat(501) }), () => ({ reason: 'nul \u0000 inside' })],
  },
  'sessions.move': {
    path: ({ sessionId }) => `/sessions/${sessionId}/move`, body: move, rows: ['sessionId'],
    malformedBodies: [...NOT_OBJECTS, () => ({}), (where) => ({ ...move(where), reason: ' ' }), (where) => ({ ...move(where), minutes: 0 }), (where) => ({ ...move(where), date: '2026-13-01' })],
  },
  'sessions.reinstate': { path: ({ sessionId }) => `/sessions/${sessionId}/reinstate`, body: () => ({}), rows: ['sessionId'], malformedBodies: [] },
};
