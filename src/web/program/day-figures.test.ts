/** Proves what stands, what is past, and what a change back would write. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Figure, Rule } from './day-figures.ts';
import { formerOf, pastFigures, standingFigures, unverified } from './day-figures.ts';

const figure = (id: string, value: number, standing: Figure['standing'], siteId: string | null = null, isVerified = false): Figure => ({
  id, siteId: siteId as Figure['siteId'], siteName: siteId, value, validFrom: '2026-11-19' as Figure['validFrom'], source: '', isVerified, standing, recordedAt: '', recordedByName: null,
});
const rule = (...figures: Figure[]): Rule => ({ rule: 'danger-take-minutes', least: 1, most: 240, figures });

test('what holds stands first, for all and then by site; what is to come after it', () => {
  const one = rule(figure('next', 10, 'coming'), figure('maple', 5, 'in-force', 'Maple'), figure('elm', 6, 'in-force', 'Elm'), figure('all', 20, 'in-force'), figure('old', 30, 'past'));
  assert.deepEqual(standingFigures(one).map(({ id }) => id), ['all', 'elm', 'maple', 'next']);
  assert.deepEqual(pastFigures(one).map(({ id }) => id), ['old']);
});

test('a change back writes what was said before for the same place; a site’s first figure goes back to that of all', () => {
  const one = rule(figure('next', 10, 'coming'), figure('maple', 5, 'in-force', 'Maple'), figure('all', 20, 'in-force'), figure('old', 30, 'past'));
  const former = (id: string) => { const of = one.figures.find((found) => found.id === id); return of === undefined ? undefined : formerOf(one, of)?.id ?? null; };
  assert.deepEqual(['next', 'all', 'old', 'maple'].map(former), ['all', 'old', null, 'all']);
});

test('a figure that is not verified is counted once', () => {
  assert.equal(unverified([rule(figure('a', 1, 'in-force'), figure('b', 1, 'in-force', 'Elm')), rule(figure('c', 1, 'in-force', null, true)), rule(figure('d', 1, 'past'), figure('e', 1, 'in-force', null, true))]), 1);
});
