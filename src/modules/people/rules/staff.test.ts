/** An organization always keeps an administrator, and nobody leaves a group or a day on call behind. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { decideEnd, decideRoles, differenceOf, endHoldsFrom } from './staff.ts';

const verdict = (outcome: { refused: string } | { value: unknown }): string => ('refused' in outcome ? outcome.refused : 'done');

describe('what ends and what begins when a list is replaced', () => {
  type Case = readonly [held: string[], wanted: string[], ended: string[], begun: string[]];
  const cases: readonly Case[] = [
    [[], [], [], []],
    [['a'], ['a'], [], []],
    [['a'], ['b'], ['a'], ['b']],
    [['a', 'b'], ['b', 'c'], ['a'], ['c']],
    [['a'], ['b', 'b'], ['a'], ['b']],
    [['a', 'b'], [], ['a', 'b'], []],
  ];
  for (const [held, wanted, ended, begun] of cases) test(`${held.join() || 'nothing'} becomes ${wanted.join() || 'nothing'}`, () => assert.deepEqual(differenceOf(held, wanted), { ended, begun }));
});

describe('PEO-9 the last administrator keeps that role', () => {
  type Case = readonly [what: string, held: string[], wanted: string[], administrators: string[], verdict: string];
  const cases: readonly Case[] = [
    ['another administrator is there', ['administrator'], ['director'], ['me', 'other'], 'done'],
    ['nobody else', ['administrator'], ['director'], ['me'], 'last-administrator'],
    ['nobody else, and every role is taken', ['administrator'], [], ['me'], 'last-administrator'],
    ['nobody else, and only another role is taken', ['administrator', 'director'], ['administrator'], ['me'], 'done'],
    ['somebody else is the last', ['director'], ['counselor'], ['other'], 'done'],
    ['it is given, not taken', ['director'], ['director', 'administrator'], [], 'done'],
    ['my own end is written down already', ['administrator'], [], ['other'], 'done'],
  ];
  for (const [what, held, wanted, administrators, said] of cases) test(`${what}: ${said}`, () => assert.equal(verdict(decideRoles('me', held, wanted, administrators)), said));
});

describe('PEO-10 nobody’s work ends while groups or days on call would be left behind', () => {
  const plain = { staffId: 'me', startedOn: '2026-01-01', administrators: ['other'], groups: [] as string[], onCallDays: [] as string[] };
  type Case = readonly [what: string, facts: Partial<typeof plain>, lastDay: string, verdict: string];
  const cases: readonly Case[] = [
    ['nothing is left', {}, '2026-11-19', 'done'],
    ['on the first day itself', {}, '2026-01-01', 'done'],
    ['before the first day', {}, '2025-12-31', 'ends-before-start'],
    ['the last administrator', { administrators: ['me'] }, '2026-11-19', 'last-administrator'],
    ['one of two administrators', { administrators: ['me', 'other'] }, '2026-11-19', 'done'],
    ['a group', { groups: ['Relapse prevention'] }, '2026-11-19', 'still-leads'],
    ['a day on call', { onCallDays: ['2026-11-20'] }, '2026-11-19', 'still-on-call'],
    ['both: the groups are said first', { groups: ['Relapse prevention'], onCallDays: ['2026-11-20'] }, '2026-11-19', 'still-leads'],
  ];
  for (const [what, facts, lastDay, said] of cases) test(`${what}: ${said}`, () => assert.equal(verdict(decideEnd({ ...plain, ...facts }, lastDay)), said));
  test('the refusal names the groups', () => assert.deepEqual(decideEnd({ ...plain, groups: ['A', 'B'] }, '2026-11-19'), { refused: 'still-leads', facts: { groups: ['A', 'B'] } }));
});

describe('PEO-11 an end holds at once, or when a last day that lies ahead is over everywhere', () => {
  const at = (text: string) => new Date(text);
  const chicago = { lastDayBegins: at('2026-11-20T06:00:00Z'), lastDayIsOver: at('2026-11-21T06:00:00Z') };
  const denver = { lastDayBegins: at('2026-11-20T07:00:00Z'), lastDayIsOver: at('2026-11-21T07:00:00Z') };
  type Case = readonly [what: string, now: string, sites: (typeof chicago)[], from: string];
  const cases: readonly Case[] = [
    ['written the day before', '2026-11-19T16:00:00Z', [chicago], '2026-11-21T06:00:00Z'],
    ['written a moment before the last day', '2026-11-20T05:59:59Z', [chicago], '2026-11-21T06:00:00Z'],
    ['written on the last day', '2026-11-20T06:00:00Z', [chicago], '2026-11-20T06:00:00Z'],
    ['written afterward', '2026-12-01T06:00:00Z', [chicago], '2026-12-01T06:00:00Z'],
    ['the last day has begun at one of two sites', '2026-11-20T06:30:00Z', [chicago, denver], '2026-11-21T07:00:00Z'],
    ['it has begun at both', '2026-11-20T07:30:00Z', [chicago, denver], '2026-11-20T07:30:00Z'],
    ['at no site', '2026-11-19T16:00:00Z', [], '2026-11-19T16:00:00Z'],
  ];
  for (const [what, now, sites, from] of cases) test(`${what}: from ${from}`, () => assert.deepEqual(endHoldsFrom(at(now), sites), at(from)));
});
