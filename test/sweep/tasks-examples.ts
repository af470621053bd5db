/** Examples of the contracts of one area: tasks, danger and contacts. */
import { NOT_OBJECTS } from './example.ts';
import type { Example, Where } from './example.ts';

const danger = { concern: 'self', detail: '', sessionId: null, source: 'button' };
const contact = { kind: 'phone', withWhom: 'Their sister', happenedAt: '2026-11-19T15:00:00Z', minutes: 5, text: 'A short call.', risk: 'none', concern: null, taskId: null, closes: null };
const UNSAYABLE = ['nul \u0000 inside', 'half \ud800'];

const ofTask = (verb: string, body: (where: Where) => object, wrong: readonly object[]): Example => ({
  path: ({ taskId }) => `/tasks/${taskId}/${verb}`, body, rows: ['taskId'],
  malformedBodies: [...NOT_OBJECTS, () => ({}), ...[{ version: -1 }, { version: 0.5 }, { version: '0' }, { version: 2 ** 31 }, ...wrong].map((one) => (where: Where) => ({ ...body(where), ...one }))],
});

export const TASKS_EXAMPLES: Readonly<Record<string, Example>> = {
  'tasks.read': {
    path: ({ siteId }) => `/boards/tasks?siteId=${siteId}`, rows: ['siteId'], malformedBodies: [],
    malformedPaths: [() => '/boards/tasks', ({ siteId }) => `/boards/tasks?siteId=${siteId}&siteId=${siteId}`, () => '/boards/tasks?siteId=all'],
  },
  'tasks.mine': { path: () => '/boards/tasks/mine', rows: [], malformedBodies: [] },
  'tasks.read-readers': {
    path: ({ participantId }) => `/people/${participantId}/danger`, rows: ['participantId'], malformedBodies: [],
    malformedPaths: [({ participantId }) => `/people/${participantId}/danger?sessionId=`, ({ participantId }) => `/people/${participantId}/danger?sessionId=now`],
  },
  'tasks.mark-danger': {
    path: ({ participantId }) => `/people/${participantId}/danger`, body: () => danger, rows: ['participantId'],
    malformedBodies: [...NOT_OBJECTS, () => ({}), ...[{ concern: 'rain' }, { concern: null }, { detail: 'x'.repeat(501) }, ...UNSAYABLE.map((detail) => ({ detail })), { detail: null }, { sessionId: 'x' }, { source: 'absence' }, { source: 'tablet' }]
      .map((wrong) => () => ({ ...danger, ...wrong }))],
  },
  'tasks.take': ofTask('take', () => ({ version: 0, takes: true }), [{ takes: 'yes' }, { takes: null }]),
  'tasks.hand-over': { ...ofTask('hand-over', ({ staffId }) => ({ version: 0, staffId }), [{ staffId: 'x' }, { staffId: null }]), within: { id: 'staffId', refusal: 'not-theirs-to-take' } },
  'tasks.close': ofTask('close', () => ({ ends: true, version: 0, endedAs: 'reached', done: '' }), [{ endedAs: 'vanished' }, { ends: 'yes' }, { done: null }, { done: 'x'.repeat(2001) }, ...UNSAYABLE.map((done) => ({ done }))]),
  'notes.read-contacts': { path: ({ participantId }) => `/people/${participantId}/contact-notes`, rows: ['participantId'], malformedBodies: [] },
  'notes.write-contact': {
    path: ({ participantId }) => `/people/${participantId}/contact-notes`, body: ({ taskId }) => ({ ...contact, taskId }), rows: ['participantId'], within: { id: 'taskId', refusal: 'not-found' },
    malformedBodies: [...NOT_OBJECTS, () => ({}), ...[{ kind: 'visit' }, { withWhom: ' ' }, { withWhom: 'x'.repeat(121) }, { withWhom: 'two\nlines' }, { happenedAt: 'yesterday' }, { minutes: -1 }, { minutes: 1441 }, { minutes: 0.5 }, { text: '' },
      { text: 'x'.repeat(4001) }, ...UNSAYABLE.map((text) => ({ text })), { risk: 'some' }, { concern: 'rain' }, { taskId: 'x' }, { taskId: null, closes: 'reached' }].map((wrong) => () => ({ ...contact, ...wrong }))],
  },
};
