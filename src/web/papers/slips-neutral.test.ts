/** Proves that no word of ours on a slip tells what kind of place it is: slips lie about (design 5, "Neutral places"). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { en } from '../words/en.ts';
import { es } from '../words/es.ts';

/** The list for window titles, and what the program calls itself and its steps. */
const TELLING = /treatment|recovery|group|therapy|addiction|intensive|outpatient|program|relapse|substance|counsel|clinic|tratamiento|recuperación|grupo|terapia|adicción|ambulatorio|programa|recaída|consejer/i;
/** What our words put on a slip, on the sheet that goes round, and at the foot of both. */
const ON_SLIPS = (Object.keys(en) as (keyof typeof en)[]).filter((id) => id.startsWith('papers.slip.') || ['papers.slips', 'papers.sheet', 'papers.as-of', 'papers.day', 'room.led-by', 'papers.window'].includes(id));

test('W23 the words of slips are neutral in both languages', () => {
  assert.equal(ON_SLIPS.length, 11);
  for (const id of ON_SLIPS) for (const catalog of [en, es]) assert.doesNotMatch(catalog[id], TELLING, id);
});
