/** The form of a contact note: what it starts with and what of it is sent. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TaskId } from '../../modules/tasks/words.ts';
import { answering, bodyOf, startOf } from './contact-draft.ts';

const ZONE = 'America/Chicago';
const AS_OF = '2026-11-19T16:05:00Z';
const TASK = { id: 'a task' as TaskId, kind: 'outreach' as const, openedAt: AS_OF };

test('a note begins now, in the zone of the site, and neither its risk nor an end of the task it answers is chosen beforehand', () => {
  const draft = startOf(ZONE, AS_OF, TASK);
  assert.deepEqual([draft.day, draft.time, draft.taskId, draft.closes, draft.risk], ['2026-11-19', '10:05', 'a task', 'open', '']);
  assert.deepEqual([startOf(ZONE, '2026-11-20T06:05:00Z', undefined).time, startOf(ZONE, AS_OF, undefined).closes], ['00:05', 'open']);
});

test('a contact that is begun elsewhere brings its kind, with whom it was and when; how long it took is asked', () => {
  const draft = startOf(ZONE, AS_OF, undefined, { kind: 'collateral', withWhom: 'Elena Vale, mother', happenedAt: '2026-11-18T22:00:00Z' });
  assert.deepEqual([draft.kind, draft.withWhom, draft.day, draft.time, draft.minutes, draft.risk], ['collateral', 'Elena Vale, mother', '2026-11-18', '16:00', null, '']);
});

test('the time is sent as an instant; a concern only with danger, an end only with a task', () => {
  const draft = { ...startOf(ZONE, AS_OF, TASK), withWhom: 'June', text: 'Said hello.', risk: 'none' as const, closes: 'reached' as const };
  assert.deepEqual(bodyOf(ZONE, draft), { kind: 'phone', withWhom: 'June', text: 'Said hello.', risk: 'none', minutes: 5, happenedAt: '2026-11-19T16:05:00.000Z', concern: null, taskId: 'a task', closes: 'reached' });
  assert.equal(bodyOf(ZONE, { ...draft, concern: 'self' })?.concern, null);
  assert.equal(bodyOf(ZONE, { ...draft, risk: 'danger', concern: 'self' })?.concern, 'self');
  assert.equal(bodyOf(ZONE, { ...draft, closes: 'open' })?.closes, null);
  assert.equal(bodyOf(ZONE, { ...draft, taskId: '' })?.closes, null);
  assert.equal(bodyOf(ZONE, { ...draft, risk: '' }), null);
  assert.equal(bodyOf(ZONE, { ...draft, day: '' }), null);
  assert.equal(bodyOf(ZONE, { ...draft, minutes: null }), null);
});

test('a draft that was kept answers its task as long as that is open, and nothing afterwards', () => {
  const draft = { ...startOf(ZONE, AS_OF, TASK), text: 'Called twice.', closes: 'reached' as const };
  assert.equal(answering(draft, [TASK]), draft);
  assert.deepEqual(answering(draft, []), { ...draft, taskId: '', closes: 'open' });
});
