/** Examples of the contracts of one area: after signing. */
import { NOT_OBJECTS } from './example.ts';
import type { Example, Where } from './example.ts';

const reviewed = ({ noteId }: Where) => ({ kind: 'co-signed', notes: [{ noteId, addendaSeen: 1 }] });
const supervised = () => ({ version: 0, supervisorId: null, from: '2026-11-20' });

export const SIGNATURES_EXAMPLES: Readonly<Record<string, Example>> = {
  'signatures.read': {
    path: ({ siteId }) => `/boards/signatures?siteId=${siteId}`, rows: ['siteId'], malformedBodies: [], malformedPaths: [() => '/boards/signatures', ({ siteId }) => `/boards/signatures?siteId=${siteId}&siteId=${siteId}`],
  },
  'notes.read-to-cosign': { path: ({ siteId }) => `/boards/cosign?siteId=${siteId}`, rows: ['siteId'], malformedBodies: [], malformedPaths: [() => '/boards/cosign'] },
  'notes.read-one': { path: ({ noteId }) => `/notes/${noteId}`, rows: ['noteId'], malformedBodies: [] },
  'notes.read-after': { path: ({ pastSessionId }) => `/sessions/${pastSessionId}/after-signing`, rows: ['pastSessionId'], malformedBodies: [] },
  'notes.review': {
    path: () => '/notes/review', body: reviewed, rows: ['noteId'],
    malformedBodies: [...NOT_OBJECTS, () => ({}), () => ({ kind: 'co-signed', notes: [] }), (where) => ({ ...reviewed(where), kind: 'returned' }),
      ...[-1, 0.5, '0', 32_768].map((addendaSeen) => ({ noteId }: Where) => ({ kind: 'co-signed', notes: [{ noteId, addendaSeen }] })),
      ({ noteId }) => ({ kind: 'co-signed', notes: Array.from({ length: 101 }, () => ({ noteId, addendaSeen: 1 })) })],
  },
  'notes.return': {
    path: ({ noteId }) => `/notes/${noteId}/return`, body: () => ({ addendaSeen: 1, reason: 'A reason.' }), rows: ['noteId'],
    malformedBodies: [...NOT_OBJECTS, () => ({}), () => ({ addendaSeen: 1, reason: ' ' }), () => ({ addendaSeen: -1, reason: 'A reason.' }), () => ({ addendaSeen: 1, reason: 'nul \u0000 inside' }), () => ({ addendaSeen: 1, reason: 'x'.repeat(2001) })],
  },
  'notes.add-addendum': {
    path: ({ noteId }) => `/notes/${noteId}/addenda`, body: () => ({ kind: 'addendum', text: 'More.' }), rows: ['noteId'],
    malformedBodies: [...NOT_OBJECTS, () => ({}), () => ({ kind: 'correction', text: 'More.' }), () => ({ kind: 'addendum', text: '' }), () => ({ kind: 'addendum', text: 'half \ud800' }), () => ({ kind: 'addendum', text: 'x'.repeat(4001) })],
  },
  'notes.read-supervision': { path: ({ staffId }) => `/staff/${staffId}/supervisor`, rows: ['staffId'], reach: 'organization', malformedBodies: [] },
  'notes.set-supervisor': {
    path: ({ staffId }) => `/staff/${staffId}/supervisor`, body: supervised, rows: ['staffId'], reach: 'organization',
    malformedBodies: [...NOT_OBJECTS, () => ({}), () => ({ ...supervised(), version: -1 }), () => ({ ...supervised(), supervisorId: 'x' }), () => ({ ...supervised(), from: '2026-02-30' }), () => ({ ...supervised(), from: null })],
  },
};
