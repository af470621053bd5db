/** Tasks in words, case by case. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Say } from '../kit/words.tsx';
import { dialed, dueOf, heldSaid, namesOf, reachOf, sinceOf, titleOf, whenOf } from './task-said.ts';

const say = ((id: string, values?: Record<string, unknown>) => `${id} ${JSON.stringify(values ?? {})}`) as unknown as Say;
const telling = { say, language: 'en' as const, zone: 'America/Chicago', asOf: '2026-11-19T16:00:00Z' };

test('a task due today says its time, a later one its day, one that is late says so', () => {
  assert.match(dueOf(telling, { kind: 'outreach', dueAt: '2026-11-19T23:00:00Z', isOverdue: false }), /^task\.due\.today .*5:00/);
  assert.match(dueOf(telling, { kind: 'outreach', dueAt: '2026-11-20T23:00:00Z', isOverdue: false }), /^task\.due\.day .*Fri 5:00/);
  assert.match(dueOf(telling, { kind: 'outreach', dueAt: '2026-11-18T23:00:00Z', isOverdue: true }), /^task\.late .*Wed 5:00/);
});

test('danger says until when it is to be taken, and for how long it is open', () => {
  assert.match(dueOf(telling, { kind: 'danger', dueAt: '2026-11-19T16:15:00Z', isOverdue: false }), /^task\.take-by .*10:15/);
  assert.match(dueOf(telling, { kind: 'danger', dueAt: '2026-11-19T15:15:00Z', isOverdue: true }), /^task\.take-late/);
  assert.match(sinceOf(telling, { openedAt: '2026-11-19T15:59:40Z' }, ['task.just-now', 'task.open-for']), /^task\.just-now/);
  assert.match(sinceOf(telling, { openedAt: '2026-11-19T15:48:00Z' }, ['band.just-now', 'band.open-for']), /^band\.open-for .*12/);
});

test('each kind of task is called by what happened', () => {
  const task = { displayName: 'June A.', detail: '', session: null, concern: null };
  assert.match(titleOf(telling, { ...task, kind: 'danger', concern: 'self' }), /^task\.danger .*about\.self/);
  assert.match(titleOf(telling, { ...task, kind: 'craving', detail: '8' }), /^task\.craving .*"8"/);
  assert.match(titleOf(telling, { ...task, kind: 'outreach' }), /^task\.outreach /);
  assert.match(titleOf(telling, { ...task, kind: 'outreach', session: { name: 'Morning', startsAt: '' } }), /^task\.outreach\.session .*Morning/);
});

test('somebody is called or written to only by their own rule', () => {
  const rule = { telephone: '(555) 555-0142', mayLeaveMessage: true, contactNote: '' };
  assert.equal(reachOf({ ...rule, contactBy: 'phone' })?.scheme, 'tel');
  assert.equal(reachOf({ ...rule, contactBy: 'text' })?.scheme, 'sms');
  assert.equal(reachOf({ ...rule, contactBy: 'none' }), null);
  assert.equal(reachOf({ ...rule, contactBy: 'phone', telephone: '' }), null);
  assert.equal(dialed('tel', rule.telephone), 'tel:5555550142');
});

test('names are joined as the language joins them', () => {
  assert.equal(namesOf('en', [{ name: 'Dana' }, { name: 'Omar' }]), 'Dana and Omar');
  assert.equal(namesOf('es', [{ name: 'Dana' }, { name: 'Omar' }]), 'Dana y Omar');
});

test('a time says its weekday only within a week, so that no Saturday of last month reads as the last one', () => {
  assert.equal(whenOf(telling, '2026-11-19T15:00:00Z'), '9:00');
  assert.match(whenOf(telling, '2026-11-14T15:00:00Z'), /^Sat 9:00/);
  assert.match(whenOf(telling, '2026-10-24T15:00:00Z'), /^October 24, 10:00|^Oct(ober)? 24/);
});

test('whoever cannot open a danger is told who has it, or what to do while nobody has', () => {
  const mark = { isOverdue: false, taken: null, told: [{ name: 'Dana' }, { name: 'Omar' }], closedAt: null };
  const taken = { name: 'Omar', at: '2026-11-19T16:10:00Z' };
  assert.match(heldSaid(telling, mark), /^danger-standing\.open .*Dana and Omar.*2/);
  assert.match(heldSaid(telling, { ...mark, isOverdue: true }), /^danger-standing\.late/);
  assert.match(heldSaid(telling, { ...mark, told: [] }), /^danger-standing\.nobody/);
  assert.match(heldSaid(telling, { ...mark, taken }), /^danger-standing\.taken .*Omar.*10:10/);
  assert.match(heldSaid(telling, { ...mark, taken, closedAt: '2026-11-19T16:30:00Z' }), /^danger-standing\.closed .*10:30/);
});
