/** Examples of the contracts of one area: people. */
import { NOT_OBJECTS } from './example.ts';
import type { Example, Where } from './example.ts';

const details = {
  legalGivenName: 'Rowan', legalFamilyName: 'Ashdown', chosenName: '', pronouns: '', participantNumber: '', birthDate: '1991-05-06', language: 'en',
  telephone: '', email: '', contactBy: 'phone', mayLeaveMessage: false, contactNote: '',
};
const contact = { kind: 'emergency', name: 'A sister', relation: '', telephone: '' };
const healthItem = { kind: 'substance', label: 'Wine', detail: '', lastOn: '2026-11-01' };
const NUL = 'nul \u0000 inside';
const person = ({ participantId }: Where) => `/people/${participantId}`;

const wrongDetails = (base: object) => [
  ...NOT_OBJECTS, () => ({}), () => ({ ...base, legalGivenName: '  ', legalFamilyName: '' }), () => ({ ...base, legalGivenName: NUL }), () => ({ ...base, legalFamilyName: 'half \ud800' }),
  () => ({ ...base, birthDate: '2026-02-30' }), () => ({ ...base, birthDate: '' }), () => ({ ...base, language: 'English' }), () => ({ ...base, contactBy: 'pigeon' }),
  () => ({ ...base, mayLeaveMessage: 'yes' }), () => ({ ...base, contactNote: 'x'.repeat(501) }), () => ({ ...base, participantNumber: 'x'.repeat(65) }),
];

/** Changes of an episode: a body that would do, the ids inside it, and bodies that would not. */
const ofEpisode = (verb: string, body: (where: Where) => object, wrong: readonly object[], within?: Example['within']): Example => ({
  path: ({ episodeId }) => `/episodes/${episodeId}/${verb}`, body: (where) => ({ version: 0, ...body(where) }), rows: ['episodeId'],
  ...(within === undefined ? {} : { within }),
  malformedBodies: [...NOT_OBJECTS, () => ({}), ...[...wrong, { version: -1 }, { version: 2 ** 31 }, { version: '0' }].map((part) => (where: Where) => ({ version: 0, ...body(where), ...part }))],
});

const PLACEMENTS: Readonly<Record<string, Example>> = {
  'placements.read-choices': {
    path: ({ siteId }) => `/placement-choices?siteId=${siteId}`, rows: ['siteId'], malformedBodies: [], malformedPaths: [() => '/placement-choices'],
  },
  'placements.admit': {
    path: (where) => `${person(where)}/episodes`, rows: ['participantId', 'siteId', 'programId'], within: { id: 'trackId', refusal: 'track-elsewhere' },
    body: ({ siteId, programId, trackId }) => ({ siteId, programId, trackId, pathId: null, level: null, counselorId: null, admittedOn: '2026-11-20' }),
    malformedBodies: [...NOT_OBJECTS, () => ({}), ({ siteId, programId }) => ({ siteId, programId, trackId: null, pathId: null, level: 'inpatient', counselorId: null, admittedOn: '2026-11-20' }),
      ({ siteId, programId }) => ({ siteId, programId, trackId: null, pathId: null, level: null, counselorId: null, admittedOn: 'tomorrow' })],
  },
  'placements.set-counselor': ofEpisode('counselor', ({ staffId }) => ({ counselorId: staffId, from: '2026-11-19' }), [{ from: '' }, { counselorId: null }], { id: 'staffId', refusal: 'counselor-not-here' }),
  'placements.set-track': ofEpisode('track', ({ trackId }) => ({ trackId }), [{ trackId: '' }], { id: 'trackId', refusal: 'track-elsewhere' }),
  'placements.change-phase': ofEpisode('phase', ({ pathId }) => ({ pathVersionId: pathId, phaseNo: 1, from: '2026-11-19', reason: '' }), [{ phaseNo: 0 }, { phaseNo: 13 }, { phaseNo: 1.5 }, { reason: NUL }], { id: 'pathId', refusal: 'path-not-here' }),
  'placements.change-level': ofEpisode('level', () => ({ level: 'outpatient', from: '2026-11-19', reason: 'A reason' }), [{ level: 'inpatient' }, { reason: ' ' }, { reason: 'x'.repeat(501) }, { from: '2026-13-01' }]),
};

export const PEOPLE_EXAMPLES: Readonly<Record<string, Example>> = {
  'people.read-list': {
    path: ({ siteId }) => `/people?siteId=${siteId}`, rows: ['siteId'], malformedBodies: [],
    malformedPaths: [() => '/people', ({ siteId }) => `/people?siteId=${siteId}&siteId=${siteId}`],
  },
  'people.read-person': { path: person, rows: ['participantId'], malformedBodies: [] },
  'people.read-health': { path: (where) => `${person(where)}/health`, rows: ['participantId'], malformedBodies: [] },
  'people.register': { path: () => '/people', body: () => details, rows: [], malformedBodies: [...wrongDetails(details), () => ({ ...details, confirmed: 'yes' })] },
  'people.change-details': {
    path: person, body: () => ({ ...details, participantNumber: 'N-1', version: 0 }), rows: ['participantId'],
    malformedBodies: [...wrongDetails({ ...details, participantNumber: 'N-1', version: 0 }), () => ({ ...details, version: 0 }), () => ({ ...details, participantNumber: 'N-1' })],
  },
  'people.add-contact': {
    path: (where) => `${person(where)}/contacts`, body: () => contact, rows: ['participantId'],
    malformedBodies: [...NOT_OBJECTS, () => ({}), () => ({ ...contact, kind: 'friend' }), () => ({ ...contact, name: ' ' }), () => ({ ...contact, name: NUL }), () => ({ ...contact, name: 'x'.repeat(121) })],
  },
  'people.end-contact': {
    path: (where) => `${person(where)}/contacts/${where.contactId}/end`, body: () => ({ ends: true }), rows: ['participantId'], within: { id: 'contactId', refusal: 'not-found' },
    malformedBodies: [...NOT_OBJECTS, () => ({}), () => ({ ends: 'yes' })],
  },
  'people.add-health-item': {
    path: (where) => `${person(where)}/health`, body: () => healthItem, rows: ['participantId'],
    malformedBodies: [...NOT_OBJECTS, () => ({}), () => ({ ...healthItem, kind: 'mood' }), () => ({ ...healthItem, kind: 'allergy' }), () => ({ ...healthItem, label: '' }), () => ({ ...healthItem, detail: NUL })],
  },
  'people.end-health-item': {
    path: (where) => `${person(where)}/health/${where.healthItemId}/end`, body: () => ({ ends: true }), rows: ['participantId'], within: { id: 'healthItemId', refusal: 'not-found' },
    malformedBodies: [...NOT_OBJECTS, () => ({}), () => ({ ends: null })],
  },
  ...PLACEMENTS,
};
