/** What ends with an episode, and when that may be said and taken back, case by case. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CivilDate } from '../../../values/civil-date.ts';
import { decideDischarge, decideEnding, decideUndo, endsTask } from './ends.ts';

const day = (text: string) => `2026-11-${text}` as CivilDate;
const row = (id: string, from: string, to: string | null) => ({ id, startsOn: day(from), endedOn: to === null ? null : day(to) });

for (const [what, from, to, becomes] of [
  ['ended the day before', '01', '18', 'stays'], ['ends on the last day', '01', '19', 'stays'], ['ends a day later', '01', '20', 'cut'], ['goes on', '01', null, 'cut'],
  ['begins on the last day', '19', null, 'cut'], ['begins a day later', '20', null, 'withdrawn'], ['lies ahead', '25', '28', 'withdrawn'],
] as const) {
  test(`PLA-9 what ${what} ${becomes === 'stays' ? 'stays as it is' : `is ${becomes}`}`, () => {
    const { cut, withdrawn } = decideEnding([row('a', from, to)], day('19'));
    assert.deepEqual([cut.length, withdrawn.length], [becomes === 'cut' ? 1 : 0, becomes === 'withdrawn' ? 1 : 0]);
  });
}

const OPEN = { admittedOn: day('02'), endedOn: null, today: day('19'), lastHere: day('17') };
for (const [what, facts, lastDay, said] of [
  ['today', {}, '19', null], ['the last day on which the person was here', {}, '17', null], ['a day before the person was last here', {}, '16', 'was-here-after'],
  ['the day of admission of somebody who never came', { lastHere: null }, '02', null], ['a day before the admission', { lastHere: null }, '01', 'day-outside-episode'],
  ['a day ahead', {}, '30', null], ['a day of somebody discharged already', { endedOn: day('18') }, '19', 'already-discharged'],
  ['a day further ahead than is written down', { today: day('01') }, '12', 'day-too-far'],
] as const) {
  test(`PLA-10 ${what} ${said === null ? 'can be the last day' : `is refused as ${said}`}`, () => {
    const decided = decideDischarge({ ...OPEN, ...facts }, day(lastDay), 'today' in facts ? 10 : 60);
    assert.equal('refused' in decided ? decided.refused : null, said);
  });
}

for (const [kind, due, lastDay, ends] of [
  ['outreach', '18', '19', true], ['outreach', '20', '19', true], ['craving', '19', '19', true], ['danger', '18', '19', false], ['danger', '25', '10', false],
  ['outreach', '20', '25', false], ['outreach', '25', '25', false], ['outreach', '26', '25', true],
] as const) {
  test(`PLA-9 on the 19th a ${kind} task due on the ${due}th ${ends ? 'ends with' : 'outlasts'} a discharge on the ${lastDay}th`, () => {
    assert.equal(endsTask({ kind, dueOn: day(due) }, day(lastDay), day('19')), ends);
  });
}

const WRITTEN = { writtenOn: day('19'), lastDay: day('17'), nextEpisodeId: null };
for (const [what, discharge, today, said] of [
  ['the same day', WRITTEN, '19', null], ['the next day', WRITTEN, '20', 'undo-day-passed'], ['while the last day is ahead', { ...WRITTEN, lastDay: day('25') }, '24', null],
  ['on the last day', { ...WRITTEN, lastDay: day('25') }, '25', null], ['after the last day', { ...WRITTEN, lastDay: day('25') }, '26', 'undo-day-passed'],
  ['after a transfer', { ...WRITTEN, nextEpisodeId: 'next' }, '19', 'transfer-stays'], ['where there is none', null, '19', 'not-discharged'],
] as const) {
  test(`PLA-11 a discharge ${what} ${said === null ? 'can be taken back' : `is refused as ${said}`}`, () => assert.equal(decideUndo(discharge, day(today)), said));
}
