/** Proves whom a typed name means, and which session a room's tablet lists. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matchTyped, plainName, sessionListed } from './matching.ts';
import type { Expected } from './matching.ts';

const at = (time: string): Date => new Date(`2026-11-19T${time}:00Z`);
const one = (participantId: string, legalGivenName: string, legalFamilyName: string, more: Partial<Expected> = {}): Expected => ({
  participantId, legalGivenName, legalFamilyName, sessionId: 's1', start: at('16:10'), end: at('17:10'), isHere: false, number: `N-${participantId}`, chosenName: null, ...more,
});
const PEOPLE = [
  one('1', 'José', 'Núñez'), one('2', 'Juniper', 'Vance'), one('3', 'Juniper', 'Volk'), one('4', 'Mary Ann', "O'Hara"), one('5', 'Robert', 'Quill', { chosenName: 'Robin' }), one('6', 'Lee', 'Long', { chosenName: 'Ash Long' }), one('12', '李', '雷'),
];

test('TAB-1 full names, first name and initial and the number mean a person, whatever the accents, capitals and dots; a first name alone and anybody alike mean nobody', () => {
  const cases: [typed: string, meant: string | null][] = [
    ['José Núñez', '1'], ['jose nunez', '1'], ['  JOSE   N. ', '1'], ['Núñez, José', '1'], ['Jose N', '1'], ['N-1', '1'], ['n1', '1'], ['N - 1', '1'],
    ['Jose', null], ['Nunez', null], ['J N', null], ['', null], ['...', null], ['José Nuñe', null],
    ['Juniper Vance', '2'], ['Juniper V.', null], ['N-2', '2'], ['juniper volk', '3'],
    ['mary ann ohara', '4'], ["Mary-Ann O'Hara", '4'], ['Mary Ann O', '4'], ['Mary O', null],
    ['Robin Quill', '5'], ['Robin Q', '5'], ['Robert Quill', '5'], ['Robert Q.', '5'], ['Robin', null],
    ['Ash Long', '6'], ['Ash L', null], ['N-12', '12'], ['李雷', '12'], ['N-99', null],
  ];
  for (const [typed, meant] of cases) assert.equal(matchTyped(typed, PEOPLE, at('16:05'))?.participantId ?? null, meant, typed);
  assert.equal(plainName(' Éva–Mária  O’Neil '), 'eva maria o neil');
});

test('TAB-1 only people expected there and then are meant: from an hour before the start to the end', () => {
  const cases: [time: string, meant: boolean][] = [['15:09', false], ['15:10', true], ['16:30', true], ['17:10', true], ['17:11', false]];
  for (const [time, meant] of cases) assert.equal(matchTyped('Jose Nunez', PEOPLE, at(time)) !== null, meant, time);
});

test('a person of two sessions means the first in which that person is not yet', () => {
  const later = { sessionId: 's2', start: at('16:40'), end: at('18:00') };
  const [first, second] = [one('1', 'Jo', 'Na'), one('1', 'Jo', 'Na', later)];
  assert.equal(matchTyped('Jo Na', [second, first], at('16:20'))?.sessionId, 's1');
  assert.equal(matchTyped('Jo Na', [second, { ...first, isHere: true }], at('16:20'))?.sessionId, 's2');
  assert.equal(matchTyped('Jo Na', [{ ...first, isHere: true }], at('16:20'))?.sessionId, 's1');
});

test('TAB-2 a room lists the session that runs, from 15 minutes before its start; where one ends as the next is due, the next', () => {
  const sessions = [{ id: 'a', start: at('15:00'), end: at('16:10') }, { id: 'b', start: at('16:20'), end: at('17:20') }];
  const cases: [time: string, listed: string | null][] = [['14:44', null], ['14:45', 'a'], ['16:04', 'a'], ['16:05', 'b'], ['17:20', 'b'], ['17:21', null]];
  for (const [time, listed] of cases) assert.equal(sessionListed(sessions, at(time))?.id ?? null, listed, time);
});
