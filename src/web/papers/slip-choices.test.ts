/** Proves that an address says how slips are printed, and that one which says nonsense prints them plainly. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { choicesOf, searchOf } from './slip-choices.ts';

const PLAIN = { as: 'slips', blank: 0, named: false } as const;

test('choices survive their address', () => {
  for (const choices of [PLAIN, { as: 'sheet', blank: 3, named: true }, { as: 'slips', blank: 20, named: false }] as const) assert.deepEqual(choicesOf(searchOf(choices)), choices);
  assert.deepEqual(searchOf(PLAIN), {});
});

test('an address that says nonsense prints plain slips that name nothing', () => {
  for (const search of [{}, { as: 'poster' }, { blank: -1 }, { blank: 21 }, { blank: 1.5 }, { blank: 'many' }, { blank: [2, 3] }, { named: true }, { named: 'no' }]) assert.deepEqual(choicesOf(search), PLAIN, JSON.stringify(search));
});
