/** Proves what a day sheet says across sessions. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ParticipantId } from '../../modules/people/words.ts';
import type { SessionId } from '../../modules/sessions/words.ts';
import { clashesOf, comersOf, standingSaid } from './day-sheet.ts';
import type { DayPerson, DaySession } from './day-sheet.ts';

type Some = Pick<DaySession, 'id' | 'name' | 'startsAt' | 'endsAt' | 'state'> & { people: Pick<DayPerson, 'participantId' | 'displayName' | 'standing'>[] };

const person = (name: string, standing: DayPerson['standing'] = 'expected') => ({ participantId: name as ParticipantId, displayName: name, standing });
const session = (name: string, from: string, to: string, people: Some['people'], state: Some['state'] = 'planned'): Some => (
  { id: name as SessionId, name, startsAt: `2026-11-19T${from}:00.000Z`, endsAt: `2026-11-19T${to}:00.000Z`, state, people }
);
const told = (sessions: Some[]): string[] => clashesOf(sessions).map(({ displayName, first, second }) => `${displayName}: ${first.name}, ${second.name}`);

test('whoever is expected in two places at once is named once for each pair', () => {
  const [june, omar] = [person('June'), person('Omar')];
  const cases: [string, Some[], string[]][] = [
    ['apart', [session('A', '15:00', '16:00', [june]), session('B', '17:00', '18:00', [june])], []],
    ['back to back', [session('A', '15:00', '16:00', [june]), session('B', '16:00', '17:00', [june])], []],
    ['overlapping', [session('A', '15:00', '16:00', [june, omar]), session('B', '15:30', '17:00', [june])], ['June: A, B']],
    ['at the same hour', [session('A', '15:00', '16:00', [june, omar]), session('B', '15:00', '16:00', [omar, june])], ['June: A, B', 'Omar: A, B']],
    ['one canceled', [session('A', '15:00', '16:00', [june], 'canceled'), session('B', '15:00', '16:00', [june])], []],
    ['recorded not to come to one', [session('A', '15:00', '16:00', [person('June', 'excused')]), session('B', '15:00', '16:00', [june])], []],
    ['three at once', [session('A', '15:00', '16:00', [june]), session('B', '15:00', '16:00', [june]), session('C', '15:00', '16:00', [june])], ['June: A, B', 'June: A, C', 'June: B, C']],
  ];
  for (const [what, sessions, expected] of cases) assert.deepEqual(told(sessions), expected, what);
});

test('everybody who is expected stands there once, by name, with the times of the day', () => {
  const sessions = [
    session('A', '15:00', '16:00', [person('Omar'), person('June'), person('Noa', 'absent')]), session('B', '17:00', '18:00', [person('June'), person('Inés')]),
    session('C', '19:00', '20:00', [person('Ravi')], 'canceled'), session('D', '21:00', '22:00', [person('June', 'excused'), person('Ines')]),
  ];
  assert.deepEqual(comersOf(sessions, 'en').map(({ displayName, times }) => `${displayName} ${times.map((time) => time.slice(11, 13)).join(' ')}`), ['Ines 21', 'Inés 17', 'June 15 17', 'Omar 15']);
  assert.deepEqual(comersOf([], 'en'), []);
});

test('nobody is missing from a session that is over', () => {
  assert.deepEqual([standingSaid('missing', false), standingSaid('missing', true), standingSaid('late', true)], ['missing', 'absent', 'late']);
});
