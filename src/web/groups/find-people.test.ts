/** Proves that people are found however their name is typed, and that those who could come stand first. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findPeople } from './find-people.ts';

const PEOPLE = [
  { displayName: 'Ángel R.', elsewhere: null }, { displayName: 'José N.', elsewhere: 'DBT skills' }, { displayName: 'Josephine N.', elsewhere: null }, { displayName: 'Mary-Ann B.', elsewhere: null },
];

const CASES: [string, string[]][] = [
  ['', ['Ángel R.', 'Josephine N.', 'Mary-Ann B.', 'José N.']],
  ['jose', ['Josephine N.', 'José N.']],
  ['ANGEL', ['Ángel R.']],
  ['josé n.', ['Josephine N.', 'José N.']],
  ['n jos', ['Josephine N.', 'José N.']],
  ['ann', ['Mary-Ann B.']],
  ['osé', []],
];

for (const [typed, expected] of CASES) {
  test(`typing "${typed}" finds ${expected.length} of 4`, () => assert.deepEqual(findPeople(PEOPLE, typed).map((one) => one.displayName), expected));
}
