/** Examples of the contracts of one area: supporters: permissions to attend and visits. */
import { NOT_OBJECTS, person } from './example.ts';
import type { Example, Where } from './example.ts';

const contact = ({ participantId, supporterId }: Where) => `/people/${participantId}/contacts/${supporterId}`;
const permission = { sessionTypes: ['family'], givenOn: '2026-11-18', givenHow: 'aloud', lastDay: null, detail: '' };

export const SUPPORTERS_EXAMPLES: Readonly<Record<string, Example>> = {
  'people.read-supporters': { path: ({ participantId }) => `/people/${participantId}/supporters`, rows: ['participantId'], malformedBodies: [] },
  'people.permit-supporter': {
    path: (where) => `${contact(where)}/permission`, body: () => permission, rows: ['participantId'], within: { id: 'supporterId', refusal: 'not-found' },
    malformedBodies: [...NOT_OBJECTS, () => ({}), () => ({ ...permission, sessionTypes: [] }), () => ({ ...permission, sessionTypes: ['medication-visit'] }), () => ({ ...permission, sessionTypes: ['family', 'family'] }),
      () => ({ ...permission, givenOn: 'yesterday' }), () => ({ ...permission, givenHow: 'by-letter' }), () => ({ ...permission, lastDay: '2026-11-17' }), () => ({ ...permission, detail: 'x'.repeat(501) }),
      () => ({ ...permission, detail: 'nul \u0000 inside' }), () => ({ ...permission, detail: 'half \ud800' })],
  },
  'people.end-permission': {
    path: (where) => `${contact(where)}/permission/${where.permissionId}/end`, body: () => ({ ends: true }), rows: ['participantId', 'supporterId'], within: { id: 'permissionId', refusal: 'not-found' },
    malformedBodies: [...NOT_OBJECTS, () => ({}), () => ({ ends: 'yes' })],
  },
  'attendance.read-visitors': { path: (where) => `${person(where)}/visitors`, rows: ['sessionId', 'participantId'], malformedBodies: [] },
  'attendance.supporter-came': {
    path: (where) => `${person(where)}/visits`, body: ({ supporterId }) => ({ contactId: supporterId }), rows: ['sessionId', 'participantId'],
    malformedBodies: [...NOT_OBJECTS, () => ({}), () => ({ contactId: 'x' }), () => ({ contactId: null })],
  },
  'attendance.take-back-visit': { path: ({ visitId }) => `/visits/${visitId}/take-back`, rows: ['visitId'], malformedBodies: [] },
};
