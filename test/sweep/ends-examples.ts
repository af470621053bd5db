/** Examples of the contracts of one area: discharge, transfer, readmission. */
import { NOT_OBJECTS } from './example.ts';
import type { Example, Where } from './example.ts';

const NUL = 'nul \u0000 inside';
const episode = (verb: string) => ({ episodeId }: Where) => `/episodes/${episodeId}/${verb}`;
const with1 = <Body extends object>(body: (where: Where) => Body, wrong: readonly object[]) =>
  [...NOT_OBJECTS, () => ({}), ...wrong.map((part) => (where: Where) => ({ ...body(where), ...part }))];

/* On a version that is not the newest, so that the row stays as it is for what asks after it. */
const discharge = () => ({ version: 999, lastDay: '2026-11-20', reason: 'completed', detail: '' });
const undo = () => ({ version: 999, withoutSeats: [] });
const to = ({ siteId, programId }: Where) => ({ siteId, programId, trackId: null, pathId: null, level: null, counselorId: null });
const transfer = (where: Where) => ({ version: 999, lastDay: '2026-11-20', detail: '', to: to(where) });
const WRONG_VERSIONS = [{ version: -1 }, { version: '0' }, { version: 2 ** 31 }];

export const ENDS_EXAMPLES: Readonly<Record<string, Example>> = {
  'people.find-former': {
    path: () => '/former-people', body: () => ({ familyName: 'Quarryman', birthDate: '1990-01-01' }), rows: [],
    malformedBodies: [{}, { familyName: 'Vale' }, { birthDate: '1990-01-01' }, { familyName: '', birthDate: '1990-01-01' }, { familyName: 'Vale', birthDate: '1990-13-01' }, { number: '' }].map((body) => () => body),
  },
  'placements.read-ending': {
    path: (where) => `${episode('ending')(where)}?lastDay=2026-11-19`, rows: ['episodeId'], malformedBodies: [],
    malformedPaths: [episode('ending'), (where) => `${episode('ending')(where)}?lastDay=today`],
  },
  'placements.discharge': {
    path: episode('discharge'), body: discharge, rows: ['episodeId'],
    malformedBodies: with1(discharge, [...WRONG_VERSIONS, { lastDay: 'today' }, { lastDay: '1899-01-01' }, { reason: 'vanished' }, { reason: 'transferred' }, { detail: NUL }, { detail: 'x'.repeat(1001) }]),
  },
  'placements.undo-discharge': { path: episode('undo-discharge'), body: undo, rows: ['episodeId'], malformedBodies: with1(undo, [...WRONG_VERSIONS, { withoutSeats: 'all' }, { withoutSeats: ['x'] }]) },
  'placements.transfer': {
    path: episode('transfer'), body: transfer, rows: ['episodeId', 'siteId'],
    malformedBodies: with1(transfer, [...WRONG_VERSIONS, { lastDay: '' }, { detail: 'half \ud800' }, { to: null }, { to: {} }]),
  },
};
