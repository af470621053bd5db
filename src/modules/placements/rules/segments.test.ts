/** A change from a day on, told as cases: what is ended, withdrawn and begun. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CivilDate } from '../../../values/civil-date.ts';
import { changesNothing, decideSegments, valueOn } from './segments.ts';
import type { Segment, SegmentsDecision } from './segments.ts';

/** "a 10-31" reads: a from day 10 to day 31; "b 10-" is open. All days are of one October. */
const date = (day: string) => `2026-10-${day}` as CivilDate;
const segment = (text: string, index: number): Segment => {
  const [value = '', days = ''] = text.split(' ');
  const [from = '', to = ''] = days.split('-');
  return { id: `${index + 1}`, value, startsOn: date(from), endedOn: to === '' ? null : date(to) };
};
const said = ({ withdraw, end, insert }: SegmentsDecision): string => [
  ...withdraw.map((id) => `withdraw ${id}`), ...(end === null ? [] : [`end ${end.id} ${end.endedOn?.slice(8) ?? 'open'}`]),
  ...(insert === null ? [] : [`insert ${insert.value} ${insert.startsOn.slice(8)}-${insert.endedOn?.slice(8) ?? ''}`]),
].join(', ');

describe('PLA-5 a change from a day on ends what was in force on the day before and withdraws what was planned after', () => {
  type Case = readonly [existing: string, change: string, last: string, done: string];
  const cases: readonly Case[] = [
    ['', 'a 10', '', 'insert a 10-'],
    ['a 01-', 'b 10', '', 'end 1 09, insert b 10-'],
    ['a 01-', 'a 10', '', ''],
    ['a 01-', 'a 01', '', ''],
    ['a 01-', 'b 01', '', 'withdraw 1, insert b 01-'],
    ['a 01-09|b 10-', 'c 20', '', 'end 2 19, insert c 20-'],
    ['a 01-09|b 10-', 'c 10', '', 'withdraw 2, insert c 10-'],
    ['a 01-09|b 10-', 'c 05', '', 'withdraw 2, end 1 04, insert c 05-'],
    ['a 01-09|b 10-', 'b 05', '', 'withdraw 2, end 1 04, insert b 05-'],
    ['a 01-09|b 10-', 'a 10', '', 'withdraw 2, end 1 open'],
    ['a 01-09|b 10-', 'a 05', '', 'withdraw 2, end 1 open'],
    ['a 01-09|b 10-', 'b 10', '', ''],
    ['a 01-09|b 10-19|c 20-', 'b 10', '', 'withdraw 3, end 2 open'],
    ['a 01-09|b 10-19|c 20-', 'd 05', '', 'withdraw 2, withdraw 3, end 1 04, insert d 05-'],
    ['a 01-05|b 10-', 'c 08', '', 'withdraw 2, insert c 08-'],
    ['a 01-31', 'b 10', '31', 'end 1 09, insert b 10-31'],
    ['a 01-09|b 10-31', 'a 10', '31', 'withdraw 2, end 1 31'],
  ];
  for (const [existing, change, last, done] of cases) {
    test(`${existing === '' ? 'nothing' : existing}, then ${change} on${last === '' ? '' : ` until ${last}`}: ${done === '' ? 'nothing to do' : done}`, () => {
      const [value = '', from = ''] = change.split(' ');
      const segments = existing === '' ? [] : existing.split('|').map(segment);
      const decision = decideSegments(segments, { value, from: date(from), lastDay: last === '' ? null : date(last) });
      assert.equal(said(decision), done);
      assert.equal(changesNothing(decision), done === '');
    });
  }
});

test('what holds on a day counts first and last day in, and is nothing in a gap', () => {
  const segments = ['a 05-09', 'b 12-'].map(segment);
  assert.deepEqual(['04', '05', '09', '10', '12', '31'].map((day) => valueOn(segments, date(day))), [null, 'a', 'a', null, 'b', 'b']);
});
