/** Examples of the contracts of one area: staff. */
import { NOT_OBJECTS } from './example.ts';
import type { Example, Where } from './example.ts';

const named = { givenName: 'Dana', familyName: 'Whitlock', credential: 'LPC' };
const hired = ({ siteId }: Where) => ({ ...named, roles: ['counselor'], siteIds: [siteId], startsOn: '2026-11-19', confirmed: false });
const license = { kind: 'LPC', number: '1234', issuedBy: 'Texas', validFrom: '2026-01-01', expiresOn: '2027-12-31' };
const span = { from: '2026-11-23', to: '2026-11-29', weekdays: [1, 2, 3] };
const VERSIONS = [-1, 0.5, '0', 2 ** 31];
/* What the member of staff of test/support/rows.ts is already, so that every role may say it again and the version stays 0. */
const asIs = { givenName: 'Larkfieldgiven', familyName: 'Larkfieldfamily', credential: '' };

const ofOneColleague = (verb: string, body: (where: Where) => Record<string, unknown>, malformed: readonly ((where: Where) => unknown)[]): Example => ({
  path: ({ staffId }) => `/staff/${staffId}/${verb}`, body, rows: ['staffId'], reach: 'organization',
  malformedBodies: [...NOT_OBJECTS, () => ({}), ...VERSIONS.map((version) => (where: Where) => ({ ...body(where), version })), ...malformed],
});

/** Bodies with one span that cannot be read. */
const wrongSpans = (more: (where: Where) => object) => [
  { ...span, from: '2026-02-30' }, { ...span, to: 'tomorrow' }, { ...span, weekdays: [] }, { ...span, weekdays: [0] }, { ...span, weekdays: [8] }, { ...span, weekdays: ['1'] }, { ...span, weekdays: [1, 1, 1, 1, 1, 1, 1, 1] },
].map((wrong) => (where: Where) => ({ ...more(where), ...wrong }));

export const STAFF_EXAMPLES: Readonly<Record<string, Example>> = {
  'staff.read': { path: () => '/staff', rows: [], reach: 'organization', malformedBodies: [] },
  'staff.hire': {
    path: () => '/staff', body: hired, rows: [], reach: 'organization', within: { id: 'siteId', refusal: 'not-found' },
    malformedBodies: [...NOT_OBJECTS, () => ({}), ...[{ givenName: ' ' }, { familyName: '' }, { givenName: 'x'.repeat(81) }, { givenName: 'nul \u0000 inside' }, { familyName: 'half \ud800' }, { roles: 'counselor' }, { roles: ['king'] },
      { siteIds: 'all' }, { startsOn: '2026-02-30' }, { confirmed: 'yes' }].map((wrong) => (where: Where) => ({ ...hired(where), ...wrong }))],
  },
  'staff.rename': ofOneColleague('names', () => ({ version: 0, ...asIs }), [() => ({ version: 0, ...named, familyName: ' ' }), () => ({ version: 0, ...named, credential: 'x'.repeat(81) })]),
  'staff.set-roles': ofOneColleague('roles', () => ({ version: 0, roles: [] }), [() => ({ version: 0, roles: ['king'] }), () => ({ version: 0, roles: 'counselor' })]),
  'staff.set-sites': ofOneColleague('sites', ({ siteId }) => ({ version: 0, siteIds: [siteId] }), [() => ({ version: 0, siteIds: ['x'] })]),
  'staff.end': ofOneColleague('end', () => ({ ends: false, version: 0 }), [() => ({ ends: true, version: 0 }), () => ({ ends: 'yes', version: 0, lastDay: '2026-11-19' }), () => ({ ends: true, version: 0, lastDay: '2026-02-30' })]),
  'staff.add-credential': {
    path: ({ staffId }) => `/staff/${staffId}/credentials`, body: () => license, rows: ['staffId'], reach: 'organization',
    malformedBodies: [...NOT_OBJECTS, () => ({}), ...[{ kind: ' ' }, { kind: 'x'.repeat(81) }, { number: 7 }, { issuedBy: 'nul \u0000 inside' }, { validFrom: null }, { expiresOn: 'never' }].map((wrong) => () => ({ ...license, ...wrong }))],
  },
  'staff.end-credential': {
    path: ({ credentialId }) => `/staff/credentials/${credentialId}/end`, body: () => ({ ends: true }), rows: ['credentialId'], reach: 'organization',
    malformedBodies: [...NOT_OBJECTS, () => ({}), () => ({ ends: 'yes' }), () => ({ ends: null })],
  },
  'on-call.read': {
    path: ({ siteId }) => `/sites/${siteId}/on-call?from=2026-11-01&to=2026-11-30`, rows: ['siteId'], malformedBodies: [],
    malformedPaths: ['', '?from=2026-11-01', '?from=2026-02-30&to=2026-03-01', '?from=&to='].map((query) => ({ siteId }: Where) => `/sites/${siteId}/on-call${query}`),
  },
  'on-call.set': {
    path: ({ siteId }) => `/sites/${siteId}/on-call`, body: ({ staffId }) => ({ staffId, ...span }), rows: ['siteId'], within: { id: 'staffId', refusal: 'not-a-clinician-here' },
    malformedBodies: [...NOT_OBJECTS, () => ({}), () => ({ staffId: 'x', ...span }), ...wrongSpans(({ staffId }) => ({ staffId }))],
  },
  'on-call.clear': { path: ({ siteId }) => `/sites/${siteId}/on-call/clear`, body: () => span, rows: ['siteId'], malformedBodies: [...NOT_OBJECTS, () => ({}), ...wrongSpans(() => ({}))] },
  'on-call.take-back': {
    path: ({ siteId }) => `/sites/${siteId}/on-call/take-back`, body: ({ onCallId }) => ({ written: [onCallId], ended: [] }), rows: ['siteId'], within: { id: 'onCallId', refusal: 'not-found' },
    malformedBodies: [...NOT_OBJECTS, () => ({}), () => ({ written: ['x'], ended: [] }), ({ onCallId }) => ({ written: Array.from({ length: 367 }, () => onCallId), ended: [] })],
  },
};
