/** Examples of the contracts of one area: the ground of a program. */
import { NOT_OBJECTS } from './example.ts';
import type { Example, Where } from './example.ts';

/** A name that no row of the sweep has, and a new one for each call: names are unique. */
let calls = 0;
const fresh = (): string => `Name ${++calls}`;
const site = () => ({ name: fresh(), timeZone: 'America/Chicago', telephone: '', address: '', graceMinutes: 20 });
const program = () => ({ name: fresh(), population: 'adults', specialty: 'substance-use', level: 'iop' });
const curriculum = () => ({ name: fresh(), source: '', modules: [{ id: null, title: 'One', isEntryPoint: true }] });
const reach = 'organization' as const;
const named = [...NOT_OBJECTS, () => ({}), () => ({ version: 0, name: ' ' }), () => ({ version: 0, name: 'nul \u0000 inside' }), () => ({ version: 0, name: 'half \ud800' }), () => ({ version: 0, name: 'x'.repeat(201) })];
const ended = [...NOT_OBJECTS, () => ({}), () => ({ ends: 'yes' })];

const change = (path: (where: Where) => string, id: keyof Where, body: () => object, malformed: Example['malformedBodies'] = named): Example => ({ path, reach, rows: [id], body: () => ({ version: 99, ...body() }), malformedBodies: malformed });
const end = (path: (where: Where) => string, id: keyof Where): Example => ({ path, reach, rows: [id], body: () => ({ ends: false }), malformedBodies: ended });

export const GROUND_EXAMPLES: Readonly<Record<string, Example>> = {
  'settings.read': { path: () => '/settings', reach, rows: [], malformedBodies: [] },
  'settings.change-organization': {
    path: () => '/settings/organization', reach, rows: [], body: () => ({ version: 99, name: 'Larkfield House', planWeeks: 12 }),
    malformedBodies: [...named, () => ({ version: 0, name: 'A', planWeeks: 0 }), () => ({ version: 0, name: 'A', planWeeks: 53 })],
  },
  'settings.add-site': { path: () => '/settings/sites', reach, rows: [], body: site, malformedBodies: [...named, () => ({ ...site(), timeZone: 'Nowhere' }), () => ({ ...site(), graceMinutes: -1 })] },
  'settings.change-site': change(({ siteId }) => `/settings/sites/${siteId}`, 'siteId', site),
  'settings.end-site': end(({ siteId }) => `/settings/sites/${siteId}/end`, 'siteId'),
  'settings.add-room': { path: ({ siteId }) => `/settings/sites/${siteId}/rooms`, reach, rows: ['siteId'], body: () => ({ name: fresh() }), malformedBodies: named },
  'settings.change-room': change(({ roomId }) => `/settings/rooms/${roomId}`, 'roomId', () => ({ name: fresh() })),
  'settings.end-room': end(({ roomId }) => `/settings/rooms/${roomId}/end`, 'roomId'),
  'settings.add-program': { path: () => '/settings/programs', reach, rows: [], body: program, malformedBodies: [...named, () => ({ ...program(), population: 'everybody' }), () => ({ ...program(), level: '2.1' })] },
  'settings.change-program': change(({ programId }) => `/settings/programs/${programId}`, 'programId', program),
  'settings.end-program': end(({ programId }) => `/settings/programs/${programId}/end`, 'programId'),
  'settings.add-track': { path: () => '/settings/tracks', reach, rows: ['siteId', 'programId'], body: ({ siteId, programId }) => ({ siteId, programId, name: fresh() }), malformedBodies: named },
  'settings.change-track': change(({ trackId }) => `/settings/tracks/${trackId}`, 'trackId', () => ({ name: fresh() })),
  'settings.end-track': end(({ trackId }) => `/settings/tracks/${trackId}/end`, 'trackId'),
  'settings.add-holiday': {
    path: () => '/settings/holidays', reach, rows: ['siteId'], body: ({ siteId }) => ({ siteId, date: '2027-07-05', name: fresh() }), malformedBodies: [...named, ({ siteId }) => ({ siteId, date: '2027-02-30', name: 'A day' })],
  },
  'settings.end-holiday': end(({ holidayId }) => `/settings/holidays/${holidayId}/end`, 'holidayId'),
  'curricula.read': { path: () => '/settings/curricula', reach, rows: [], malformedBodies: [] },
  'curricula.add': { path: () => '/settings/curricula', reach, rows: [], body: curriculum, malformedBodies: [...named, () => ({ ...curriculum(), modules: [{ id: null, title: '', isEntryPoint: true }] })] },
  'curricula.change': change(({ curriculumId }) => `/settings/curricula/${curriculumId}`, 'curriculumId', curriculum),
  'curricula.end': end(({ curriculumId }) => `/settings/curricula/${curriculumId}/end`, 'curriculumId'),
  'curricula.add-first': { path: () => '/settings/first-curricula', reach, rows: [], body: () => ({}), malformedBodies: [] },
};
