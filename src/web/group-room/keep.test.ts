/** Proves that what is kept is found again, is gone when empty, and that broken storage stops nobody. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EMPTY_PERSON } from '../../modules/notes/words.ts';
import { draftKey, readKept, writeKept } from './keep.ts';
import type { Shelf } from './keep.ts';

function shelf(): Shelf & { all: Map<string, string> } {
  const all = new Map<string, string>();
  return { all, getItem: (key) => all.get(key) ?? null, setItem: (key, text) => { all.set(key, text); }, removeItem: (key) => { all.delete(key); } };
}

test('unsaved text is found again and leaves nothing behind when it is saved', () => {
  const store = shelf();
  const key = draftKey('staff', 'session');
  const kept = { p: { part: { ...EMPTY_PERSON, ownSentence: 'Named an hour.' }, version: 2 } };
  writeKept(store, key, kept);
  assert.deepEqual(readKept(store, key), kept);
  writeKept(store, key, {});
  assert.equal(store.all.size, 0);
});

test('two people at one desk have two keys', () => {
  assert.notEqual(draftKey('a', 's'), draftKey('b', 's'));
});

test('storage that is broken or full stops nobody', () => {
  const full: Shelf = { getItem: () => '{not json', setItem: () => { throw new Error('full'); }, removeItem: () => { throw new Error('closed'); } };
  assert.deepEqual(readKept(full, 'k'), {});
  assert.doesNotThrow(() => writeKept(full, 'k', { p: { part: EMPTY_PERSON, version: 0 } }));
  assert.doesNotThrow(() => writeKept(full, 'k', {}));
});
