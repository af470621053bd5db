/** Proves who is ready (W12), what signing writes, and where the next unfinished note is. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EMPTY_PERSON } from '../../modules/notes/words.ts';
import { asksWhoCame, neighbor, nextToFinish, readinessOf, signSumOf } from './readiness.ts';
import type { GroupRoom, Readiness, RoomPerson, Row } from './readiness.ts';

const here = { standing: 'here' as RoomPerson['standing'], note: null };
const marks = (ownSentence: string, seen: boolean, heldOut = false) => ({ part: { ...EMPTY_PERSON, ownSentence }, seen, heldOut });

test('ready is an own sentence that has been on the screen', () => {
  const cases: [Parameters<typeof readinessOf>[0], Parameters<typeof readinessOf>[1], Readiness][] = [
    [here, marks('Named an hour.', true), 'ready'],
    [here, marks('Named an hour.', false), 'to-look-at'],
    [here, marks('  \n', true), 'to-write'],
    [here, marks('Named an hour.', true, true), 'held-out'],
    [{ ...here, standing: 'late' }, marks('Named an hour.', true), 'ready'],
    [{ ...here, standing: 'left-early' }, marks('Named an hour.', true), 'ready'],
    [{ ...here, standing: 'missing' }, marks('Named an hour.', true), 'not-here'],
    [{ ...here, standing: 'absent' }, marks('Named an hour.', true), 'not-here'],
    [{ ...here, note: {} as RoomPerson['note'] }, marks('', false), 'signed'],
  ];
  for (const [person, given, expected] of cases) assert.equal(readinessOf(person, given), expected);
});

const row = (id: string, readiness: Readiness, clinical = 0): Row => ({ readiness, person: { participantId: id, minutes: { scheduled: 60, attended: 60, clinical } } as RoomPerson });
const rows = [row('a', 'ready', 60), row('b', 'to-write', 60), row('c', 'not-here'), row('d', 'ready', 48), row('e', 'to-look-at', 60), row('f', 'held-out', 19), row('g', 'signed', 60)];

test('a session entered afterwards asks who came while nothing at all is recorded; an ordinary group to which nobody came does not', () => {
  const ask = (isEnteredAfterwards: boolean, standings: string[], state = 'ended'): boolean => asksWhoCame({ session: { isEnteredAfterwards, state }, people: standings.map((standing) => ({ standing, note: null })) } as unknown as GroupRoom);
  const cases: [boolean, string[], string, boolean][] = [
    [true, ['missing'], 'ended', true], [true, ['missing', 'missing'], 'running', false], [true, ['missing', 'missing'], 'ended', true], [true, ['missing', 'here'], 'ended', false], [true, ['missing', 'absent'], 'ended', false],
    [true, ['excused'], 'ended', false], [true, [], 'ended', false], [true, ['missing'], 'canceled', false], [false, ['missing'], 'ended', false],
  ];
  for (const [after, standings, state, expected] of cases) assert.equal(ask(after, standings, state), expected, `${after} ${standings.join(' ')} ${state}`);
});

test('the sum counts the ready notes and their clinical minutes only', () => {
  assert.deepEqual(signSumOf(rows), { notes: 2, minutes: 108, toFinish: 2, heldOut: 1, signed: 1, notHere: 1 });
});

test('next to finish goes round and ends when nobody is left', () => {
  const cases: [string | null, string | null][] = [[null, 'b'], ['a', 'b'], ['b', 'e'], ['e', 'b'], ['g', 'b']];
  for (const [from, expected] of cases) assert.equal(nextToFinish(rows, from), expected, String(from));
  assert.equal(nextToFinish([row('a', 'ready')], 'a'), null);
});

test('up and down pass over people without a note and stop at the ends', () => {
  assert.equal(neighbor(rows, null, 1), 'a');
  assert.equal(neighbor(rows, 'b', 1), 'd');
  assert.equal(neighbor(rows, 'd', -1), 'b');
  assert.equal(neighbor(rows, 'a', -1), 'a');
  assert.equal(neighbor(rows, 'g', 1), 'g');
});
