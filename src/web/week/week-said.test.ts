/** Proves the sentences of the week, and that a filter goes into the address and comes back. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CivilDate } from '../../values/civil-date.ts';
import { choicesOf, chosenOf, chosenPeople, floorSaid, hashOf } from './week-said.ts';
import type { WeekBoard, WeekPerson } from './week-said.ts';

const person = (standing: WeekPerson['standing'], ways: number, other: Partial<WeekPerson> = {}): WeekPerson => ({
  participantId: '00000000-0000-4000-8000-000000000001' as WeekPerson['participantId'], displayName: 'Bea T.', programName: '', trackId: null, trackName: null, counselorId: null, counselorName: null, floor: null,
  doneMinutes: 0, documentedMinutes: 0, provisionalMinutes: 0, bookedMinutes: 0, forecastMinutes: 0, gapMinutes: 0, standing, days: [], ways: Array.from({ length: ways }, () => ({ minutes: 60, sessions: [] })), ...other,
});
const board = (people: WeekPerson[], today = '2026-11-19', floorMinutes: number | null = 540): Pick<WeekBoard, 'people' | 'floorMinutes' | 'week'> => ({
  people, floorMinutes, week: { starts: '2026-11-16' as CivilDate, ends: '2026-11-22' as CivilDate, today: today as CivilDate },
});
const said = (...asked: Parameters<typeof board>): string => {
  const { id, values } = floorSaid(board(...asked), (minutes) => `${minutes / 60} h`);
  return [id, ...Object.values(values ?? {})].join(' ');
};

test('the sentence says how many end the week short, and how many of them can be mended', () => {
  const [none, one, two, met] = [person('short', 0), person('short', 1), person('short', 2), person('met', 0)];
  assert.deepEqual([said([]), said([met]), said([one, two, met]), said([none, one, met]), said([none]), said([none, met], '2026-11-24'), said([met], '2026-11-24'), said([met], '2026-11-19', null)], [
    'week.say.nobody', 'week.say.all-reach 9 h', 'week.say.short-all 2 2 9 h', 'week.say.short-some 2 1 9 h', 'week.say.short-none 1 0 9 h', 'week.say.ended-short 1 9 h', 'week.say.ended-met 9 h', 'week.say.no-floor 1',
  ]);
});

test('a filter by track and counselor stands in the address and comes back from it', () => {
  const people = [person('met', 0, { trackId: 't1', trackName: 'Morning', counselorId: 'c1', counselorName: 'Dana' }), person('met', 0, { trackId: 't2', trackName: 'Evening' }), person('met', 0)];
  for (const chosen of [{ track: '', counselor: '' }, { track: 't1', counselor: '' }, { track: 'none', counselor: 'c1' }]) assert.deepEqual(chosenOf(hashOf(chosen)), chosen);
  assert.equal(hashOf({ track: '', counselor: '' }), '');
  assert.deepEqual([{ track: 't1', counselor: '' }, { track: 'none', counselor: '' }, { track: '', counselor: 'none' }, { track: 't1', counselor: 'none' }].map((chosen) => chosenPeople(people, chosen).length), [1, 1, 2, 0]);
  assert.deepEqual(choicesOf(people, 'track', 'No track').map(({ label }) => label), ['Evening', 'Morning', 'No track']);
  assert.deepEqual(choicesOf(people.slice(0, 1), 'counselor', 'Nobody').map(({ label }) => label), ['Dana']);
});
