/** Which weekly times of today have passed without a session, case by case. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CivilDate } from '../../values/civil-date.ts';
import { missedToday } from './missed-today.ts';

/** A Thursday. */
const TODAY = '2026-11-19' as CivilDate;
const time = { id: 'ten', weekday: 4, startsAtLocal: '10:10', startsOn: '2026-11-19', endedOn: null };
const day = { today: TODAY, clock: '11:00', isHoliday: false, standing: [] };

const CASES: readonly (readonly [what: string, time: object, day: object, missed: boolean])[] = [
  ['its hour has passed and nothing stands', {}, {}, true],
  ['it begins this minute', {}, { clock: '10:10' }, true],
  ['it is still to come', {}, { clock: '10:09' }, false],
  ['a session stands', {}, { standing: ['10:10'] }, false],
  ['another session stands at another hour', {}, { standing: ['14:00'] }, true],
  ['another day of the week', { weekday: 5 }, {}, false],
  ['it begins next week', { startsOn: '2026-11-26' }, {}, false],
  ['it ended yesterday', { endedOn: '2026-11-18' }, {}, false],
  ['its last day is today', { endedOn: '2026-11-19' }, {}, true],
  ['a holiday', {}, { isHoliday: true }, false],
];
for (const [what, givenTime, givenDay, missed] of CASES) {
  test(`${what}: ${missed ? 'missed' : 'nothing is missed'}`, () => assert.deepEqual(missedToday([{ ...time, ...givenTime }], { ...day, ...givenDay }), missed ? ['ten'] : []));
}
