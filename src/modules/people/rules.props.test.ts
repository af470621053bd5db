/** What holds for display names in any script: they tell people apart, whoever is named first. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { displayName, displayNames } from './rules.ts';
import type { Names } from './words.ts';

const few = fc.constantFrom('Ana', 'Ben', 'Jose\u0301', 'Jos\u00e9', '李', '');
const family = fc.oneof(fc.constantFrom('Vale', 'Valdez', 'Voss', 'V', '', 'A\u0301lvarez', '\u00c1lvarez', '🇧🇷Silva'), fc.string({ unit: 'grapheme', maxLength: 6 }));
const person: fc.Arbitrary<Names> = fc.record({ legalGivenName: fc.oneof(few, fc.string({ unit: 'grapheme', maxLength: 6 })), legalFamilyName: family, chosenName: fc.option(few) });
const people = fc.array(person, { maxLength: 12 });
/** Everything a display name is made of. */
const whole = (one: Names): string => `${(one.chosenName?.trim() ?? '') === '' ? one.legalGivenName.trim() : one.chosenName?.trim()} ${one.legalFamilyName.trim()}`.normalize('NFC');

test('PEO-2 two people have the same display name only when all of it is the same', () => {
  fc.assert(fc.property(fc.array(fc.record({ legalGivenName: fc.constantFrom('Ana', 'Jose\u0301', 'Jos\u00e9'), legalFamilyName: fc.constantFrom('Vale', 'Valdez', 'Voss', 'V', '', 'A\u0301lvarez', '\u00c1lvarez', '🇧🇷Silva', '🇧🇴Silva'), chosenName: fc.constantFrom(null, 'Ana') }), { maxLength: 12 }), (list) => {
    const names = displayNames(list);
    for (const one of list) for (const other of list) if (names.get(one) === names.get(other)) assert.equal(whole(one), whole(other));
  }), { numRuns: 300 });
});

test('PEO-2 the order in which people are listed is immaterial', () => {
  fc.assert(fc.property(people, (list) => {
    const [forward, backward] = [displayNames(list), displayNames([...list].reverse())];
    for (const one of list) assert.equal(forward.get(one), backward.get(one));
  }), { numRuns: 300 });
});

test('PEO-1 whoever is alike to nobody is shown as if alone', () => {
  fc.assert(fc.property(people, (list) => {
    const names = displayNames(list);
    const alone = list.map(displayName);
    list.forEach((one, index) => {
      if (alone.filter((name) => name === alone[index]).length === 1) assert.equal(names.get(one), alone[index]);
    });
  }), { numRuns: 300 });
});

test('PEO-1 a display name is never cut inside a letter, and shows no family name that was not needed', () => {
  fc.assert(fc.property(person, (one) => {
    const name = displayName(one);
    assert.ok(name.isWellFormed());
    assert.equal(name, name.normalize('NFC'));
    const letters = [...new Intl.Segmenter('en').segment(one.legalFamilyName.trim().normalize('NFC'))];
    const called = (one.chosenName?.trim() ?? '') === '' ? one.legalGivenName.trim() : one.chosenName?.trim() ?? '';
    const tail = letters.length === 0 ? '' : `${letters[0]?.segment}.`;
    assert.equal(name, [called.normalize('NFC'), tail].filter((part) => part !== '').join(' '));
  }), { numRuns: 300 });
});
