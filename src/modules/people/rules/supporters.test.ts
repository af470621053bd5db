/** Who may sit in: every kind of session, every way in which a permission does not hold, both edges of its days, and the moment at which it is taken back. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CivilDate } from '../../../values/civil-date.ts';
import { ATTENDABLE_TYPES } from '../words.ts';
import { decideGiven, hasRunOut, maySitIn } from './supporters.ts';
import type { DatedPermission } from './supporters.ts';

const DAY = '2026-11-19' as CivilDate;
const [BEFORE, AFTER] = ['2026-11-18' as CivilDate, '2026-11-20' as CivilDate];
const START = new Date('2026-11-19T16:10:00Z');
const [JUST_BEFORE, LATER] = [new Date(START.getTime() - 1), new Date(START.getTime() + 61 * 60_000)];
const HOLDS: DatedPermission = { sessionTypes: ['family'], givenOn: BEFORE, lastDay: null, endedAt: null };
const ON_LIST = { endedAt: null };
const at = (type: string) => ({ type, startsAt: START, day: DAY });

const TYPES = [...ATTENDABLE_TYPES, 'medication-visit', 'peer-support'];
/** Every set of kinds that a permission can name. */
const SETS = Array.from({ length: 2 ** ATTENDABLE_TYPES.length - 1 }, (_, bits) => ATTENDABLE_TYPES.filter((_type, at) => ((bits + 1) & (1 << at)) !== 0));

describe('PEO-31 who may sit in', () => {
  test('only at a kind of session that the person named: every set of kinds against every kind', () => {
    for (const sessionTypes of SETS) for (const type of TYPES) assert.equal(maySitIn({ ...HOLDS, sessionTypes }, ON_LIST, at(type)), (sessionTypes as string[]).includes(type), `${sessionTypes.join()} ${type}`);
  });

  for (const [title, permission, expected] of [
    ['from the day on which it was given', { givenOn: DAY }, true],
    ['not before that day', { givenOn: AFTER }, false],
    ['on its last day', { lastDay: DAY }, true],
    ['not after its last day', { lastDay: BEFORE }, false],
    ['long before its last day', { lastDay: AFTER }, true],
    ['at a session that had begun before it was taken back, the same day too', { endedAt: LATER }, true],
    ['a moment after the session began it was taken back: it held', { endedAt: new Date(START.getTime() + 1) }, true],
    ['not at a session that begins at the moment at which it is taken back', { endedAt: START }, false],
    ['not at a session that begins after that', { endedAt: JUST_BEFORE }, false],
    ['not once it was taken back, whatever its last day', { endedAt: JUST_BEFORE, lastDay: AFTER }, false],
    ['not once its last day is over, whenever it was taken back', { endedAt: LATER, lastDay: BEFORE }, false],
    ['given and taken back on one day, after the session', { givenOn: DAY, endedAt: LATER }, true],
  ] as const) {
    test(title, () => {
      const one = { ...HOLDS, ...permission } as DatedPermission;
      assert.equal(maySitIn(one, ON_LIST, at('family')), expected);
      for (const endedAt of [JUST_BEFORE, START]) assert.equal(maySitIn(one, { endedAt }, at('family')), false, 'and never for a contact that is off the list when it begins');
      assert.equal(maySitIn(one, { endedAt: LATER }, at('family')), expected, 'taken off the list afterwards changes nothing');
      assert.equal(maySitIn(one, ON_LIST, at('group')), false, 'and never at a kind that was not named');
    });
  }

  test('a permission runs out when its last day is over, and never by itself without one', () => {
    assert.deepEqual([BEFORE, DAY, AFTER, null].map((lastDay) => hasRunOut({ lastDay }, DAY)), [true, false, false, false]);
  });
});

describe('PEO-30 the day on which a permission was given', () => {
  const BORN = '2004-02-29' as CivilDate;
  for (const [title, givenOn, today, birthDate, expected] of [
    ['is today', DAY, DAY, BORN, null],
    ['has come', AFTER, DAY, BORN, 'given-ahead'],
    ['may be five years ago', '2021-11-19', DAY, BORN, null],
    ['is not further back', '2021-11-18', DAY, BORN, 'given-long-ago'],
    ['five years before a leap day', '2023-02-28', '2028-02-29', null, 'given-long-ago'],
    ['is not before the person was born', '2004-02-28', '2005-01-01', BORN, 'given-before-birth'],
    ['may be the day of birth', '2004-02-29', '2005-01-01', BORN, null],
    ['asks for no birth date that is not known', '2021-11-19', DAY, null, null],
    ['says first that the person was not born', '1990-01-01', DAY, BORN, 'given-before-birth'],
  ] as const) {
    test(title, () => {
      const got = decideGiven(givenOn as CivilDate, today as CivilDate, birthDate);
      assert.equal('refused' in got ? got.refused : null, expected);
    });
  }
});
