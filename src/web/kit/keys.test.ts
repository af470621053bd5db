/** Proves that keys never fire while somebody types, and that single letters can be switched off. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keyOf, placeOf } from './keys.ts';

const press = (key: string, more = {}) => ({ key, ctrlKey: false, metaKey: false, altKey: false, defaultPrevented: false, repeat: false, isComposing: false, ...more });

test('each press is for the screen or not, by where it was made', () => {
  const cases: [ReturnType<typeof press>, 'field' | 'line' | 'control' | 'page', boolean, string | null][] = [
    [press('n'), 'page', true, 'n'],
    [press('N'), 'control', true, 'n'],
    [press('n'), 'field', true, null],
    [press('n'), 'page', false, null],
    [press('?'), 'page', true, '?'],
    [press('ArrowDown'), 'control', false, 'ArrowDown'],
    [press('ArrowDown'), 'field', true, null],
    [press('Enter'), 'control', true, null],
    [press('Enter', { ctrlKey: true }), 'field', true, 'Control+Enter'],
    [press('Enter', { metaKey: true }), 'page', false, 'Control+Enter'],
    [press('c', { ctrlKey: true }), 'page', true, null],
    [press('k', { ctrlKey: true }), 'field', false, 'Control+k'],
    [press('K', { metaKey: true }), 'page', true, 'Control+k'],
    [press('K', { ctrlKey: true, shiftKey: true }), 'page', true, null],
    [press('k', { ctrlKey: true, altKey: true }), 'page', true, null],
    [press('/'), 'page', true, '/'],
    [press('/'), 'field', true, null],
    [press('Escape'), 'field', true, 'Escape'],
    [press('Enter'), 'field', true, null],
    [press('Enter'), 'line', true, 'line:Enter'],
    [press('Enter', { shiftKey: true }), 'line', true, null],
    [press('n'), 'line', true, null],
    [press('¡', { altKey: true, code: 'Digit1' }), 'line', true, 'Alt+1'],
    [press('1', { altKey: true, code: 'Digit1' }), 'page', false, 'Alt+1'],
    [press('@', { altKey: true, ctrlKey: true, code: 'Digit2' }), 'line', true, null],
    [press('n', { altKey: true, code: 'KeyN' }), 'page', true, null],
    [press('n', { isComposing: true }), 'page', true, null],
    [press('n', { defaultPrevented: true }), 'page', true, null],
  ];
  for (const [pressed, place, single, expected] of cases) assert.equal(keyOf(pressed, place, single), expected, `${pressed.key} in ${place}`);
});

test('fields are what takes text, and a select', () => {
  assert.equal(placeOf({ tagName: 'TEXTAREA' }), 'field');
  assert.equal(placeOf({ tagName: 'TEXTAREA', enterKeyHint: 'next' }), 'line');
  assert.equal(placeOf({ tagName: 'SELECT' }), 'field');
  assert.equal(placeOf({ tagName: 'INPUT', type: 'email' }), 'field');
  assert.equal(placeOf({ tagName: 'INPUT', type: 'checkbox' }), 'control');
  assert.equal(placeOf({ tagName: 'A' }), 'control');
  assert.equal(placeOf({ tagName: 'BODY' }), 'page');
  assert.equal(placeOf(null), 'page');
});
