/** Text from the wire: what nobody sees is taken out, what nobody could store is refused, and the rest stays as typed. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainLine, plainText } from './wire.ts';

const CASES: readonly [what: string, text: string, kept: string | null][] = [
  ['a name', ' José Ñandú ', 'José Ñandú'],
  ['a letter and its accent typed apart', 'Jose\u0301', 'José'],
  ['a telephone number copied with its directions', '\u202a+1 312 555 0142\u202c', '+1 312 555 0142'],
  ['a soft hyphen and a word joiner', 'Al\u00adder\u2060', 'Alder'],
  ['a family of joined pictures', '👨‍👩‍👧', '👨‍👩‍👧'],
  ['a name in a script that needs joiners', 'می‌خواهم', 'می‌خواهم'],
  ['nothing but what nobody sees', '\u200b\u3164', null],
  ['a NUL', 'a\u0000b', null],
  ['half a pair', 'a\ud800', null],
];
for (const [what, text, kept] of CASES) {
  test(`${what}: ${kept === null ? 'refused' : 'kept'}`, () => {
    const read = plainText(40, 1).safeParse(text);
    assert.equal(read.success ? read.data : null, kept);
  });
}

test('a line break may stand in a text, not in a name', () => {
  assert.equal(plainText(40).parse('one\ntwo'), 'one\ntwo');
  assert.equal(plainLine(40).safeParse('one\ntwo').success, false);
});
