/** Examples of this area for the sweep. */
import { NOT_OBJECTS } from './example.ts';
import type { Example } from './example.ts';

const FIGURES = {
  name: 'Three hours on two days', unit: 'minutes', basis: 'attended', sessionTypes: ['group'], participantPresent: true, floorMinutesWeek: null, ceilingMinutesWeek: null, floorMinutesDay: 180, daysWeek: 2,
  servicesWeek: null, longestGapDays: null, weeksMax: null, weekStartsOn: 1, validFrom: '2026-06-01', validTo: null, saidBy: 'A payer', source: 'A contract', isVerified: false,
};
const RULE = { ...FIGURES, purpose: 'test', level: 'iop', population: 'adults' };
const BAD_FIGURES = [
  { ...FIGURES, name: '' }, { ...FIGURES, name: 'x'.repeat(121) }, { ...FIGURES, source: 'nul \u0000 inside' }, { ...FIGURES, sessionTypes: [] }, { ...FIGURES, sessionTypes: ['surgery'] }, { ...FIGURES, floorMinutesDay: 0 },
  { ...FIGURES, floorMinutesDay: 1441 }, { ...FIGURES, daysWeek: 8 }, { ...FIGURES, weekStartsOn: 0 }, { ...FIGURES, validFrom: '2026-02-30' }, { ...FIGURES, floorMinutesWeek: 1.5 }, { ...FIGURES, saidBy: 'half \ud800' },
];

const BLOCK = { label: 'Block', sessionType: 'group', minutes: 200, breakMinutes: 20, perWeek: 3 };
const PHASE = { name: 'First', weeks: 4, level: 'iop', blocks: [BLOCK] };
const BAD_PLANS = [
  { name: '', phases: [PHASE] }, { name: 'A path', phases: [] }, { name: 'A path', phases: [{ ...PHASE, weeks: 0 }] }, { name: 'A path', phases: [{ ...PHASE, level: 'inpatient' }] }, { name: 'A path', phases: [{ ...PHASE, blocks: [] }] },
  { name: 'A path', phases: Array.from({ length: 13 }, () => PHASE) }, { name: 'A path', phases: [{ ...PHASE, blocks: [{ ...BLOCK, minutes: 721 }] }] }, { name: 'A path', phases: [{ ...PHASE, blocks: [{ ...BLOCK, label: 'half \udc00' }] }] },
];

export const HOURS_EXAMPLES: Readonly<Record<string, Example>> = {
  'hours-rules.read': { path: () => '/hours-rules', rows: [], reach: 'organization', malformedBodies: [] },
  'hours-rules.add': {
    path: () => '/hours-rules', body: () => RULE, rows: [], reach: 'organization',
    malformedBodies: [...NOT_OBJECTS, () => ({}), ...BAD_FIGURES.map((bad) => () => ({ ...RULE, ...bad })), () => ({ ...RULE, level: 'x' }), () => ({ ...RULE, purpose: 'x' })],
  },
  'hours-rules.replace': {
    path: ({ ruleId }) => `/hours-rules/${ruleId}/replacement`, body: () => ({ ...FIGURES, version: 0 }), rows: ['ruleId'], reach: 'organization',
    malformedBodies: [...NOT_OBJECTS, () => FIGURES, () => ({ ...FIGURES, version: -1 }), ...BAD_FIGURES.map((bad) => () => ({ ...bad, version: 0 }))],
  },
  'hours-rules.end': {
    path: ({ ruleId }) => `/hours-rules/${ruleId}/end`, body: () => ({ version: 0, ends: true, lastOn: '2026-12-31' }), rows: ['ruleId'], reach: 'organization',
    malformedBodies: [...NOT_OBJECTS, () => ({}), () => ({ version: 0, ends: true }), () => ({ version: 0, ends: 'yes', lastOn: null }), () => ({ version: 0, ends: true, lastOn: '31.12.2026' })],
  },
  'hours-rules.switch': {
    path: ({ ruleId }) => `/hours-rules/${ruleId}/switch`, body: () => ({ version: 0, isOn: false }), rows: ['ruleId'], reach: 'organization',
    malformedBodies: [...NOT_OBJECTS, () => ({}), () => ({ version: 2 ** 31, isOn: true }), () => ({ version: 0, isOn: 'on' })],
  },
  'paths.read': { path: () => '/paths', rows: [], reach: 'organization', malformedBodies: [] },
  'paths.add': {
    path: () => '/paths', body: ({ programId }) => ({ programId, name: 'A path of the sweep', phases: [PHASE] }), rows: [], reach: 'organization',
    malformedBodies: [...NOT_OBJECTS, () => ({}), () => ({ programId: 'x', name: 'A path', phases: [PHASE] }), ...BAD_PLANS.map((bad) => ({ programId }: { programId: string }) => ({ programId, ...bad }))],
  },
  'paths.save': {
    path: ({ pathId }) => `/paths/${pathId}`, body: () => ({ version: 1, name: 'A path of the sweep, saved', phases: [PHASE] }), rows: ['pathId'], reach: 'organization',
    malformedBodies: [...NOT_OBJECTS, () => ({}), () => ({ version: 0, name: 'A path', phases: [PHASE] }), ...BAD_PLANS.map((bad) => () => ({ version: 1, ...bad }))],
  },
  'paths.end': {
    path: ({ pathId }) => `/paths/${pathId}/end`, body: () => ({ ends: false }), rows: ['pathId'], reach: 'organization', malformedBodies: [...NOT_OBJECTS, () => ({}), () => ({ ends: 1 })],
  },
};
