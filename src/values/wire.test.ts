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
  ['a name with an override that would turn it round', 'Ana \u202eoreugiF\u202c', 'Ana oreugiF'],
  ['embeddings of both directions', '\u202aAna\u202b Figuero\u202ca\u202d', 'Ana Figueroa'],
  ['isolates, left open', '\u2066Ana\u2067 Figueroa\u2068 B.\u2069', 'Ana Figueroa B.'],
  ['marks of direction that turn nothing but themselves', 'שרה\u200f (Sara)\u200e', 'שרה\u200f (Sara)\u200e'],
  ['a space behind an override', 'Ana \u202e', 'Ana'],
  ['nothing but overrides and isolates', '\u202e\u2066 \u2069\u202c', null],
  ['nothing but marks of direction', ' \u200f\u200e ', null],
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

test('no text and no name keeps a sign that can turn a line round', () => {
  for (const code of [0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069]) {
    const sign = String.fromCodePoint(code);
    for (const read of [plainText(40), plainLine(40)]) assert.equal(read.parse(`Wren${sign} Hale${sign}`), 'Wren Hale', code.toString(16));
  }
});

test('a line break may stand in a text, not in a name', () => {
  assert.equal(plainText(40).parse('one\ntwo'), 'one\ntwo');
  assert.equal(plainLine(40).safeParse('one\ntwo').success, false);
});
