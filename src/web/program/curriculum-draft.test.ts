/** Editing a curriculum: order, new lines and what is left out, and that each module keeps the row it came from. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bodyOf, changed, draftOf, moved, withNew, without } from './curriculum-draft.ts';
import type { Draft } from './curriculum-draft.ts';

const row = { name: 'Skills', source: '', modules: ['a', 'b', 'c'].map((title, index) => ({ id: `row-${title}`, position: index + 1, title, isEntryPoint: index === 0 })) };
const titles = (draft: Draft) => draft.modules.map((one) => one.title).join(' ');

test('a module moves one place at a time and stops at the ends', () => {
  const draft = draftOf(row);
  assert.equal(titles(moved(draft, 2, -1)), 'a c b');
  assert.equal(titles(moved(draft, 0, 1)), 'b a c');
  for (const [key, by] of [[0, -1], [2, 1], [9, 1]] as const) assert.equal(moved(draft, key, by), draft);
});

test('there and back again is the same order', () => {
  assert.deepEqual(moved(moved(draftOf(row), 1, 1), 1, -1).modules, draftOf(row).modules);
});

test('a new module stands below the one it was added from, under a key that nobody had', () => {
  const draft = withNew(draftOf(row), 0);
  assert.equal(titles(draft), 'a  b c');
  assert.equal(new Set(withNew(without(draft, 3), null).modules.map((one) => one.key)).size, 4);
});

test('what is saved keeps the row each module came from, and leaves empty lines out', () => {
  const draft = changed(changed(withNew(moved(draftOf(row), 2, -1), null), 3, { title: '  ' }), 1, { title: 'B', isEntryPoint: true });
  assert.deepEqual(bodyOf(draft).modules, [{ id: 'row-a', title: 'a', isEntryPoint: true }, { id: 'row-c', title: 'c', isEntryPoint: false }, { id: 'row-b', title: 'B', isEntryPoint: true }]);
});

test('a new curriculum begins with one line, where somebody new may begin', () => {
  assert.deepEqual(draftOf(null).modules, [{ key: 0, id: null, title: '', isEntryPoint: true }]);
  assert.deepEqual(bodyOf(draftOf(null)).modules, []);
});
