/** Proves that what was typed and not saved is found again by whoever typed it, and by nobody else or after signing out. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forgetTyped, keptKey, readTyped, writeTyped } from './kept.ts';
import type { Shelf } from './kept.ts';

function shelf(): Shelf & { all: Map<string, string> } {
  const all = new Map<string, string>();
  return {
    all, getItem: (key) => all.get(key) ?? null, setItem: (key, text) => { all.set(key, text); }, removeItem: (key) => { all.delete(key); },
    key: (place) => [...all.keys()][place] ?? null, get length() { return all.size; },
  };
}
const START = { text: '', minutes: 5 as number | null };

test('what was typed is found again, and a form that reads as it began leaves nothing behind', () => {
  const store = shelf();
  const key = keptKey('dana', 'contact.1');
  assert.equal(readTyped(store, key, START), null);
  writeTyped(store, key, { text: 'Called twice.', minutes: null }, START);
  assert.deepEqual(readTyped(store, key, START), { text: 'Called twice.', minutes: null });
  assert.deepEqual(readTyped(store, key, { text: '' }), { text: 'Called twice.' }, 'a field that the form no longer has');
  writeTyped(store, key, START, START);
  assert.equal(store.all.size, 0);
});

test('two people at one desk, two forms and two people written about have keys of their own', () => {
  assert.equal(new Set([keptKey('a', 'contact.1'), keptKey('b', 'contact.1'), keptKey('a', 'contact.2'), keptKey('a', 'goal.1')]).size, 4);
});

test('signing out takes every typed word off the desk and leaves the rest', () => {
  const store = shelf();
  store.setItem('stepdown.language', 'es');
  for (const form of ['contact.1', 'goal.1', 'goal.2']) writeTyped(store, keptKey('dana', form), { text: 'Words' }, { text: '' });
  forgetTyped(store);
  assert.deepEqual([...store.all.keys()], ['stepdown.language']);
});

test('storage that is broken or full stops nobody', () => {
  const full: Shelf = { getItem: () => '{not json', setItem: () => { throw new Error('full'); }, removeItem: () => { throw new Error('closed'); }, key: () => { throw new Error('closed'); }, length: 1 };
  assert.equal(readTyped(full, 'k', START), null);
  assert.doesNotThrow(() => writeTyped(full, 'k', { text: 'a', minutes: 1 }, START));
  assert.doesNotThrow(() => forgetTyped(full));
});
