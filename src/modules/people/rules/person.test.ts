/** Age, names that are the same, birth dates that can be: tables of cases. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CivilDate } from '../../../values/civil-date.ts';
import { ageOn, isBirthDateOff, isSameLegalName, lacksGuardian, nextNumber } from './person.ts';

const day = (text: string) => text as CivilDate;

describe('age is counted in full years', () => {
  const cases = [
    ['1992-03-02', '2026-11-19', 34], ['1992-11-19', '2026-11-19', 34], ['1992-11-20', '2026-11-19', 33], ['2026-11-19', '2026-11-19', 0],
    ['2008-02-29', '2026-02-28', 17], ['2008-02-29', '2026-03-01', 18], ['2008-02-29', '2028-02-29', 20],
  ] as const;
  for (const [born, on, age] of cases) test(`born ${born}, on ${on}: ${age}`, () => assert.equal(ageOn(day(born), day(on)), age));
});

describe('a birth date is neither ahead nor more than 120 years ago', () => {
  const cases = [['2026-11-20', true], ['2026-11-19', false], ['1906-11-19', false], ['1906-11-18', true], ['1800-01-01', true]] as const;
  for (const [born, off] of cases) test(`${born}: ${off ? 'off' : 'can be'}`, () => assert.equal(isBirthDateOff(day(born), day('2026-11-19')), off));
});

describe('PEO-20 a legal name is the same whatever its case, accents and spaces', () => {
  const cases = [
    ['Juniper', 'Vale', 'juniper', 'VALE', true], ['José', 'Álvarez', 'Jose', 'Alvarez', true], ['Jose\u0301', 'Vale', 'José', 'Vale', true],
    [' Ana  María', 'Vale', 'Ana', 'Maria Vale', true], ['Ana', 'Vale', 'Anna', 'Vale', false], ['Ana', 'Vale', 'Ana', 'Voss', false], ['', 'Vale', 'Vale', '', true],
  ] as const;
  for (const [given, family, otherGiven, otherFamily, same] of cases) {
    test(`"${given}" "${family}" and "${otherGiven}" "${otherFamily}": ${same ? 'the same' : 'not the same'}`, () =>
      assert.equal(isSameLegalName({ legalGivenName: given, legalFamilyName: family }, { legalGivenName: otherGiven, legalFamilyName: otherFamily }), same));
  }
});

describe('PEO-21 somebody under 18 without a guardian is said, and nobody else', () => {
  const guardian = { kind: 'guardian', hasEnded: false };
  const cases = [[17, [], true], [17, [guardian], false], [17, [{ ...guardian, hasEnded: true }], true], [17, [{ kind: 'emergency', hasEnded: false }], true], [18, [], false], [null, [], false]] as const;
  for (const [age, contacts, lacks] of cases) test(`${age ?? 'no age'}, ${JSON.stringify(contacts)}: ${lacks}`, () => assert.equal(lacksGuardian(age, contacts), lacks));
});

test('PEO-22 the first number made is P-1, each further one the highest and one', () => assert.deepEqual([nextNumber(0), nextNumber(41)], ['P-1', 'P-42']));
