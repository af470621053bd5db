/** Proves what is said of a session that may be canceled: whom it concerns, whose week falls short, and whose number is shown. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dialed, hoursOfWeek, isUnder, numberOf, planSaid, standsChanged } from './plan-said.ts';
import type { Concerned, SessionPlan } from './plan-said.ts';

const person = (given: Partial<Concerned>): Concerned => ({ isAbsent: false, floorIsProRata: false, minutesWith: 540, minutesWithout: 360, floorMinutes: 540, contactBy: 'phone', telephone: '555-0142', ...given }) as Concerned;

const CASES: [string, Partial<Concerned>, boolean, string][] = [
  ['falls under the floor', {}, true, 'plan.hours'],
  ['still has the floor', { minutesWithout: 540, minutesWith: 600 }, false, 'plan.hours'],
  ['exactly the floor is enough', { minutesWithout: 540, minutesWith: 541 }, false, 'plan.hours'],
  ['no floor is set', { floorMinutes: null }, false, 'plan.hours.no-floor'],
  ['recorded absent already', { isAbsent: true }, false, 'plan.hours'],
  ['a week that is not whole never alarms (W5)', { floorIsProRata: true, floorMinutes: 385 }, false, 'plan.hours'],
  ['canceled already', { minutesWith: 360 }, true, 'plan.hours.only'],
  ['canceled already, no floor', { minutesWith: 360, floorMinutes: null }, false, 'plan.hours.only-no-floor'],
];
for (const [title, given, under, id] of CASES) {
  test(`the week of somebody: ${title}`, () => {
    assert.equal(isUnder(person(given)), under);
    assert.equal(hoursOfWeek(person(given), String).id, id);
  });
}

test('the sentence counts those who are under, and says when nobody is', () => {
  const ids = (people: Concerned[]): string[] => planSaid(people).map(({ id }) => id);
  assert.deepEqual(ids([person({}), person({ minutesWithout: 540 })]), ['plan.say', 'plan.say.under']);
  assert.deepEqual(ids([person({ minutesWithout: 540 })]), ['plan.say', 'plan.say.none-under']);
  assert.deepEqual(ids([person({ floorMinutes: null })]), ['plan.say']);
  assert.deepEqual(ids([]), ['plan.say']);
  assert.deepEqual(ids([person({ floorIsProRata: true })]), ['plan.say']);
});

test('whoever is recorded absent already is not counted among those to be told, and the sentence says so', () => {
  const said = planSaid([person({}), person({ isAbsent: true }), person({ isAbsent: true })]);
  assert.deepEqual(said.map(({ id, values }) => [id, values?.['people']]), [['plan.say', 1], ['plan.say.absent', 2], ['plan.say.under', 1]]);
});

test('a floor of some days only is said with its word', () => {
  assert.match(String(hoursOfWeek(person({ floorMinutes: 385, floorIsProRata: true }), (hours) => `${hours} pro rata`).values?.['floor']), /pro rata$/);
});

test('a number is shown only to be called or texted', () => {
  const cases: [Partial<Concerned>, string | null][] = [[{}, '555-0142'], [{ contactBy: 'text' }, '555-0142'], [{ contactBy: 'mail' }, null], [{ contactBy: 'none' }, null], [{ telephone: '' }, null]];
  for (const [given, expected] of cases) assert.equal(numberOf(person(given)), expected);
  assert.equal(dialed('(312) 555-0142'), '3125550142');
  assert.equal(dialed('+1 312 555 0142'), '+13125550142');
});

test('only the last change can be taken back', () => {
  const kinds = (...changes: string[]) => ({ changes: changes.map((kind) => ({ kind })) }) as unknown as SessionPlan;
  assert.deepEqual([standsChanged(kinds()), standsChanged(kinds('canceled')), standsChanged(kinds('reinstated', 'canceled')), standsChanged(kinds('moved', 'reinstated'))], [null, 'canceled', null, 'moved']);
});
