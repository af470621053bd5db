/** Which ends fit a task, when it may be opened again, and when a mark is one that was made already. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ENDS, TASK_ENDS, TASK_KINDS } from '../words.ts';
import type { TaskEnd, TaskKind } from '../words.ts';
import { decideClosing, decideReopening, sameMark } from './closing.ts';
import { decideContact } from './contact.ts';

const now = new Date('2026-11-19T16:00:00Z');
const ago = (minutes: number): Date => new Date(now.getTime() - minutes * 60_000);

test('TSK-3 a task ends only as its kind can; what the program sees itself nobody can say', () => {
  for (const kind of TASK_KINDS) {
    for (const endedAs of TASK_ENDS) {
      const got = decideClosing(kind, { endedAs, done: 'Spoke for an hour.' });
      assert.equal('value' in got, ENDS[kind].includes(endedAs), `${kind} ${endedAs}`);
    }
    for (const own of ['came', 'taken-back', 'discharged'] as const) assert.ok(!ENDS[kind].includes(own));
  }
});

const DONE: readonly [kind: TaskKind, endedAs: TaskEnd, done: string, wanted: 'closes' | 'done-missing'][] = [
  ['danger', 'safe-now', '', 'done-missing'], ['danger', 'safe-now', 'ok', 'done-missing'], ['danger', 'safe-now', '... !!! 123', 'done-missing'], ['danger', 'safe-now', 'met', 'closes'],
  ['danger', 'by-mistake', '', 'done-missing'], ['danger', 'emergency', 'Llamé al 911', 'closes'],
  ['outreach', 'reached', '', 'closes'], ['outreach', 'other', '', 'done-missing'], ['outreach', 'other', 'Moved away', 'closes'], ['craving', 'talked', '', 'closes'],
];
for (const [kind, endedAs, done, wanted] of DONE) {
  test(`TSK-3 danger ends only with what was done: ${kind} as ${endedAs} with "${done}"`, () => {
    const got = decideClosing(kind, { endedAs, done });
    assert.equal('refused' in got ? got.refused : 'closes', wanted);
  });
}

test('TSK-4 only whoever closed a task opens it again, within ten minutes', () => {
  const said = (task: Parameters<typeof decideReopening>[0]) => { const got = decideReopening(task, 'dana', now); return 'refused' in got ? got.refused : 'opens'; };
  assert.equal(said({ closedAt: ago(10), closedBy: 'dana' }), 'opens');
  assert.equal(said({ closedAt: ago(11), closedBy: 'dana' }), 'reopen-passed');
  assert.equal(said({ closedAt: ago(1), closedBy: 'omar' }), 'reopen-passed');
  assert.equal(said({ closedAt: null, closedBy: null }), 'task-open');
});

test('TSK-2 a mark said twice within ten minutes is one task; a different danger, or more to say, is its own', () => {
  const open = [{ id: 'first', concern: 'self' as const, detail: 'on the stairs', openedAt: ago(5) }];
  assert.equal(sameMark(open, { concern: 'self', detail: '' }, now), 'first');
  assert.equal(sameMark(open, { concern: 'self', detail: 'on the stairs' }, now), 'first');
  assert.equal(sameMark(open, { concern: 'self', detail: 'has pills' }, now), null);
  assert.equal(sameMark(open, { concern: 'medical', detail: '' }, now), null);
  assert.equal(sameMark([{ ...open[0]!, openedAt: ago(11) }], { concern: 'self', detail: '' }, now), null);
  assert.equal(sameMark([], { concern: 'self', detail: '' }, now), null);
});

test('TSK-7 a contact note is of the past, and danger in it says what it is about', () => {
  const said = (contact: Parameters<typeof decideContact>[0]) => { const got = decideContact(contact, now); return 'refused' in got ? got.refused : got.value; };
  assert.equal(said({ happenedAt: ago(30), risk: 'none', concern: null }), null);
  assert.equal(said({ happenedAt: ago(30), risk: 'watch', concern: 'self' }), null);
  assert.equal(said({ happenedAt: ago(30), risk: 'danger', concern: 'self' }), 'self');
  assert.equal(said({ happenedAt: ago(30), risk: 'danger', concern: null }), 'concern-missing');
  assert.equal(said({ happenedAt: ago(-5), risk: 'none', concern: null }), null);
  assert.equal(said({ happenedAt: ago(-6), risk: 'none', concern: null }), 'contact-ahead');
  assert.equal(said({ happenedAt: new Date('0001-01-01T00:00:00Z'), risk: 'none', concern: null }), 'contact-long-ago');
});
