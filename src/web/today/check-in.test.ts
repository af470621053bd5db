/** Proves who is found at the desk, and which rooms are offered for a make-up visit. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findPeople, roomsFor } from './check-in.ts';
import type { Candidate } from './check-in.ts';
import type { TodayBoard } from './opening.ts';

const person = (id: string, displayName: string, standing = 'expected') => ({ participantId: id, displayName, standing, arrivedAt: null, leftAt: null, noteSigned: false });
const session = (id: string, over: object, ...people: object[]) => ({ id, name: id, programId: 'iop', state: 'running', startsAt: '2026-11-19T16:10:00Z', endsAt: '2026-11-19T17:10:00Z', seatsFree: 0, people, ...over });
const BOARD = {
  asOf: '2026-11-19T16:30:00Z', sessions: [
    session('a', {}, person('1', 'Juniper V.', 'missing'), person('2', 'Íñigo M.', 'here')), session('b', { state: 'planned', startsAt: '2026-11-19T17:20:00Z', seatsFree: 4 }, person('2', 'Íñigo M.')),
    session('c', { state: 'planned', startsAt: '2026-11-19T22:00:00Z', seatsFree: 9 }, person('3', 'June A.')), session('d', { state: 'canceled' }, person('4', 'Jules B.')), session('e', { programId: 'php', seatsFree: 3 }),
  ],
} as unknown as TodayBoard;
const candidate = (participantId: string, displayName: string) => ({ participantId, displayName, birthYear: 1990, programIds: ['iop'] }) as unknown as Candidate;
const said = (typed: string, candidates: Candidate[] = []) => findPeople(BOARD, typed, candidates).map(({ participantId, rosters }) => `${participantId}:${rosters.map((one) => one.session.id).join('')}`);

test('people are found by the name that is shown, without accents, with all their sessions of the day', () => {
  const cases: [typed: string, found: string[]][] = [['ju', ['1:a', '3:c']], ['inigo', ['2:ab']], ['JUNIPER v', ['1:a']], ['jules', []], ['x', []]];
  for (const [typed, found] of cases) assert.deepEqual(said(typed), found, typed);
});

test('with nothing typed those stand there who are to come next', () => assert.deepEqual(said(''), ['1:a', '2:b']));

test('whom the server knows by letters that are not shown is found with the session, and others without one', () => {
  assert.deepEqual(said('quill', [candidate('3', 'June A.'), candidate('9', 'Robin Q.')]), ['3:c', '9:']);
});

test('a make-up is offered rooms of the own program that are open, free ones first, and none where the person has a place', () => {
  const rooms = (participantId: string, programIds: string[]) => roomsFor(BOARD, { participantId: participantId as never, programIds }).map(({ id }) => id);
  assert.deepEqual([rooms('9', ['iop']), rooms('2', ['iop']), rooms('9', ['php']), rooms('1', ['iop'])], [['b', 'a'], [], ['e'], ['b']]);
});
