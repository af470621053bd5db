/** Examples of the contracts of one area: boards of the week. */
import { NOT_OBJECTS } from './example.ts';
import type { Example, Where } from './example.ts';

const FIGURE = { siteId: null, rule: 'danger-take-minutes', value: 25, validFrom: '2027-01-01', source: 'Decided in the staff meeting.', isVerified: false };

const board = (name: string, date: string): Example => ({
  path: ({ siteId }) => `/boards/${name}?siteId=${siteId}`, rows: ['siteId'], malformedBodies: [],
  malformedPaths: [() => `/boards/${name}`, ({ siteId }: Where) => `/boards/${name}?siteId=${siteId}&siteId=${siteId}`, ...(date === '' ? [] : ['2026-02-30', '', '0000-01-01', '19.11.2026'].map((day) => ({ siteId }: Where) => `/boards/${name}?siteId=${siteId}&${date}=${day}`))],
});

export const WEEK_EXAMPLES: Readonly<Record<string, Example>> = {
  'week-hours.read': board('week-hours', 'day'),
  'needs.read': board('needs', ''),
  'census.read': board('census', 'date'),
  'day-rules.read': { path: () => '/day-rules', rows: [], reach: 'organization', malformedBodies: [] },
  'program.change-day-rule': {
    path: () => '/day-rules', body: ({ siteId }) => ({ ...FIGURE, siteId }), rows: ['siteId'], reach: 'organization',
    malformedBodies: [
      ...NOT_OBJECTS, () => ({}), () => ({ ...FIGURE, rule: 'surgery' }), () => ({ ...FIGURE, value: -1 }), () => ({ ...FIGURE, value: 10_001 }), () => ({ ...FIGURE, value: 1.5 }), () => ({ ...FIGURE, value: '15' }),
      () => ({ ...FIGURE, validFrom: '2026-02-30' }), () => ({ ...FIGURE, source: '' }), () => ({ ...FIGURE, source: 'x'.repeat(501) }), () => ({ ...FIGURE, source: 'nul \u0000 inside' }), () => ({ ...FIGURE, source: 'half \ud800' }),
      () => ({ ...FIGURE, isVerified: 'yes' }), () => ({ ...FIGURE, siteId: 'x' }),
    ],
  },
};
