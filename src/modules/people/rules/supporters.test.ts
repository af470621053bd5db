/** Who may sit in: every kind of session, every way in which a permission does not hold, and both edges of its days. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CivilDate } from '../../../values/civil-date.ts';
import { ATTENDABLE_TYPES } from '../words.ts';
import { hasRunOut, maySitIn } from './supporters.ts';
import type { DatedPermission } from './supporters.ts';

const DAY = '2026-11-19' as CivilDate;
const [BEFORE, AFTER] = ['2026-11-18' as CivilDate, '2026-11-20' as CivilDate];
const HOLDS: DatedPermission = { sessionTypes: ['family'], givenOn: BEFORE, lastDay: null, endedOn: null };
const ON_LIST = { hasEnded: false };

const TYPES = [...ATTENDABLE_TYPES, 'medication-visit', 'peer-support'];
/** Every set of kinds that a permission can name. */
const SETS = Array.from({ length: 2 ** ATTENDABLE_TYPES.length - 1 }, (_, bits) => ATTENDABLE_TYPES.filter((_type, at) => ((bits + 1) & (1 << at)) !== 0));

describe('PEO-31 who may sit in', () => {
  test('only at a kind of session that the person named: every set of kinds against every kind', () => {
    for (const sessionTypes of SETS) for (const type of TYPES) assert.equal(maySitIn({ ...HOLDS, sessionTypes }, ON_LIST, type, DAY), (sessionTypes as string[]).includes(type), `${sessionTypes.join()} ${type}`);
  });

  for (const [title, permission, expected] of [
    ['from the day on which it was given', { givenOn: DAY }, true],
    ['not before that day', { givenOn: AFTER }, false],
    ['on its last day', { lastDay: DAY }, true],
    ['not after its last day', { lastDay: BEFORE }, false],
    ['long before its last day', { lastDay: AFTER }, true],
    ['on a day before it was taken back', { endedOn: AFTER }, true],
    ['not on the day on which it was taken back', { endedOn: DAY }, false],
    ['not on a day after that', { endedOn: BEFORE }, false],
    ['not once it was taken back, whatever its last day', { endedOn: DAY, lastDay: AFTER }, false],
    ['not once its last day is over, whenever it was taken back', { endedOn: AFTER, lastDay: BEFORE }, false],
    ['given and taken back on one day, on no day', { givenOn: DAY, endedOn: DAY }, false],
  ] as const) {
    test(title, () => {
      assert.equal(maySitIn({ ...HOLDS, ...permission } as DatedPermission, ON_LIST, 'family', DAY), expected);
      assert.equal(maySitIn({ ...HOLDS, ...permission } as DatedPermission, { hasEnded: true }, 'family', DAY), false, 'and never for a contact that is off the list');
      assert.equal(maySitIn({ ...HOLDS, ...permission } as DatedPermission, ON_LIST, 'group', DAY), false, 'and never at a kind that was not named');
    });
  }

  test('a permission runs out when its last day is over, and never by itself without one', () => {
    assert.deepEqual([BEFORE, DAY, AFTER, null].map((lastDay) => hasRunOut({ lastDay }, DAY)), [true, false, false, false]);
  });
});
