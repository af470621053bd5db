/** Examples of the contracts of one area: papers of the day: slips, rosters, day sheet. */
import type { Example } from './example.ts';

export const PAPERS_EXAMPLES: Readonly<Record<string, Example>> = {
  'papers.read-slips': { path: ({ sessionId }) => `/sessions/${sessionId}/slips`, rows: ['sessionId'], malformedBodies: [] },
  'papers.read-roster': { path: ({ sessionId }) => `/sessions/${sessionId}/roster`, rows: ['sessionId'], malformedBodies: [] },
  'papers.read-day': {
    path: ({ siteId }) => `/papers/day?siteId=${siteId}`, rows: ['siteId'], malformedBodies: [],
    malformedPaths: [() => '/papers/day', ({ siteId }) => `/papers/day?siteId=${siteId}&date=2026-02-30`, ({ siteId }) => `/papers/day?siteId=${siteId}&date=`, ({ siteId }) => `/papers/day?siteId=${siteId}&siteId=${siteId}`],
  },
};
