/** Examples of the contracts of one area: tasks and contacts of one person, danger as whoever marked it sees it, and answers for authors who left. */
import { NOT_OBJECTS } from './example.ts';
import type { Example } from './example.ts';

export const ERRANDS_EXAMPLES: Readonly<Record<string, Example>> = {
  'tasks.read-person': {
    path: ({ participantId }) => `/people/${participantId}/tasks`, rows: ['participantId'], malformedBodies: [],
    malformedPaths: [({ participantId, taskId }) => `/people/${participantId}/tasks?beforeId=${taskId}`, ({ participantId }) => `/people/${participantId}/tasks?closedBefore=2026-11-19T15:00:00Z`,
      ({ participantId, taskId }) => `/people/${participantId}/tasks?beforeId=${taskId}&closedBefore=yesterday`,
      ({ participantId, taskId }) => `/people/${participantId}/tasks?beforeId=${taskId}&closedBefore=0000-01-01T00:00:00Z`],
  },
  'tasks.read-danger-standing': {
    path: ({ participantId }) => `/people/${participantId}/danger-standing`, rows: ['participantId'], malformedBodies: [],
    malformedPaths: [({ participantId }) => `/people/${participantId}/danger-standing?sessionId=now`],
  },
  'tasks.read-danger-board': { path: ({ siteId }) => `/boards/danger?siteId=${siteId}`, rows: ['siteId'], malformedBodies: [], malformedPaths: [() => '/boards/danger', () => '/boards/danger?siteId=all'] },
  'notes.answer-for-author': {
    path: ({ noteId }) => `/notes/${noteId}/answer-for-author`, body: () => ({ text: 'The times are right.' }), rows: ['noteId'],
    malformedBodies: [...NOT_OBJECTS, () => ({}), () => ({ text: ' ' }), () => ({ text: 'nul \u0000 inside' }), () => ({ text: 'half \ud800' }), () => ({ text: 'x'.repeat(4001) })],
  },
};
