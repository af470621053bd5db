/** What stands first about a person: danger before anything, several tasks in one note, and nothing made up where nothing is known. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Say } from '../kit/words.tsx';
import type { Person } from '../people/PersonHead.tsx';
import type { Episode } from '../people/back.ts';
import { ownNotes, readNotes, whenIn } from './look.ts';
import type { Look } from './look.ts';

const say = ((id: string, values: Record<string, unknown> = {}) => [id, ...Object.values(values)].join(' ').replaceAll('\u00a0', ' ')) as Say;
const asked = { say, day: (date: string) => date, when: (instant: string) => instant.slice(0, 10) };
const NOTHING = { participantId: '1', asOf: '', today: '2026-11-19', timeZone: 'America/Chicago', week: null, plan: null, tasks: [], unsigned: null, unsaid: null } as unknown as Look;
const task = (facts: object) => ({ taskId: '1', kind: 'outreach', concern: null, openedAt: '2026-11-18T10:00:00.000Z', dueAt: '2026-11-19T10:00:00.000Z', isOverdue: false, takenBy: null, ...facts });
const titles = (facts: object): string[] => readNotes(asked, { ...NOTHING, ...facts } as Look).map((note) => `${note.tone} ${note.title}: ${note.detail}`);
const week = (standing: string, hasIndividual: boolean | null) => ({ week: { starts: '', ends: '', hasIndividual, person: { standing, floor: { minutes: 540 }, forecastMinutes: 490, gapMinutes: standing === 'short' ? 50 : 0, ways: [{}] } } });

const CASES: [string, object, string[]][] = [
  ['nothing known is nothing to look at', {}, []],
  ['a week that ends short', week('short', true), ['amber look.short 8 h 10 9 h: look.short.over 50 min']],
  ['a week that is open alarms nobody', week('open', true), []],
  ['no individual session', week('met', false), ['amber look.individual: look.individual.say']],
  ['a level that asks for none', week('met', null), []],
  ['a plan that is late', { plan: { kind: 'signature', dueOn: '2026-11-11', daysLate: 8 } }, ['amber look.signature yes 2026-11-11: look.signature.say']],
  ['a plan that is ahead', { plan: { kind: 'review', dueOn: '2026-11-21', daysLate: -2 } }, ['amber look.review no 2026-11-21: look.review.say']],
  ['one call', { tasks: [task({})] }, ['amber look.outreach: look.task.due 2026-11-19 ']],
  ['one call that somebody has', { tasks: [task({ takenBy: 'Dana' })] }, ['amber look.outreach: look.task.taken 2026-11-19 Dana']],
  ['several calls are one note', { tasks: [task({ isOverdue: true }), task({ taskId: '2', kind: 'craving' })] }, ['amber look.tasks 2: look.tasks.late 2026-11-19 ']],
  ['danger stands above everything, each by itself', { ...week('short', true), tasks: [task({ kind: 'danger', concern: 'self' }), task({ taskId: '2', kind: 'danger', concern: 'medical', takenBy: 'Dana' })] },
    ['danger look.danger about.self: look.danger.nobody 2026-11-18 ', 'danger look.danger about.medical: look.danger.taken 2026-11-18 Dana', 'amber look.short 8 h 10 9 h: look.short.over 50 min']],
  ['sessions of which nobody said who came', { unsaid: { sessions: 2, sessionId: '1', name: 'Block', startsAt: '2026-11-17T10:00:00.000Z', timeZone: 'UTC', siteId: '1' } }, ['amber look.unsaid 2: look.unsaid.say 2 Block 2026-11-17']],
  ['notes that are not signed', { unsigned: { notes: 2, sessionId: '1', name: 'Block', startsAt: '2026-11-17T10:00:00.000Z', timeZone: 'UTC', siteId: '1' } }, ['amber look.unsigned 2: look.unsigned.say 2 Block 2026-11-17']],
];
for (const [says, facts, notes] of CASES) test(says, () => assert.deepEqual(titles(facts), notes));

const person = (facts: object) => ({ today: '2026-11-19', age: 34, lacksGuardian: false, contacts: [], episodes: [{}], contactBy: 'phone', telephone: '555-0142', email: '', ...facts }) as unknown as Person;
const own = (facts: object, endedOn: string | null | undefined): string[] => ownNotes(asked, person(facts), endedOn === undefined ? null : { endedOn } as Episode).map((note) => note.key);

test('somebody in care needs an emergency contact, a minor a guardian, and a last day ahead is said', () => {
  assert.deepEqual(own({}, null), ['emergency']);
  assert.deepEqual(own({ contacts: [{ kind: 'emergency', hasEnded: false }] }, null), []);
  assert.deepEqual(own({ contacts: [{ kind: 'emergency', hasEnded: true }], lacksGuardian: true }, null), ['guardian', 'emergency']);
  assert.deepEqual(own({ contacts: [{ kind: 'emergency', hasEnded: false }] }, '2026-11-30'), ['ends']);
  assert.deepEqual(own({}, '2026-11-01'), [], 'who has left needs nobody');
  assert.deepEqual(own({ telephone: '' }, '2026-11-01'), [], 'not even a number');
});

test('who waits is said to wait, with what is missing for the first call and whom to call', () => {
  assert.deepEqual(own({ episodes: [], telephone: '' }, undefined), ['admit', 'reach', 'emergency']);
  assert.deepEqual(own({ episodes: [], contacts: [{ kind: 'emergency', hasEnded: false }] }, undefined), ['admit']);
});

test('a safe way without a number or an address is said with the way to change it', () => {
  assert.deepEqual(own({ telephone: '' }, null), ['reach', 'emergency']);
  assert.deepEqual(own({ contactBy: 'text', telephone: '' }, null), ['reach', 'emergency']);
  assert.deepEqual(own({ contactBy: 'mail' }, null), ['reach', 'emergency']);
  assert.deepEqual(own({ contactBy: 'none', telephone: '' }, null), ['emergency'], 'who wishes not to be reached needs no number');
});

test('today a time is enough, on other days the day stands before it', () => {
  const when = whenIn('2026-11-19', { time: () => '10:00', day: (date) => date });
  assert.equal(when('2026-11-19T16:00:00.000Z', 'America/Chicago'), '10:00');
  assert.equal(when('2026-11-19T02:00:00.000Z', 'America/Chicago'), '2026-11-18, 10:00');
});
