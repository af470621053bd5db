/** What may follow a signature: the ladder over every short history, who may review and answer, late entries, minutes, supervision. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CivilDate } from '../../../values/civil-date.ts';
import type { AfterState } from '../after.contract.ts';
import { answerersFor, changeSupervision, countingMinutes, decideAddendum, decideAnswerFor, decideReview, lateEntry, stateAfter } from './after.ts';
import type { Followed, Reviewable, SupervisionRow } from './after.ts';

const EVENTS = ['addendum', 'correction', 'answer', 'return', 'co-sign'] as const;
type Event = (typeof EVENTS)[number];
type History = { followed: Followed; state: AfterState };

/** The ladder said a second time, as a table of steps: what may happen in a state, and where it leads. */
const STEPS: Readonly<Record<AfterState, Partial<Record<Event, AfterState>>>> = {
  'final': { 'addendum': 'final', 'correction': 'final' },
  'awaiting': { 'addendum': 'awaiting', 'correction': 'awaiting', 'return': 'returned', 'co-sign': 'co-signed' },
  'returned': { 'addendum': 'returned', 'correction': 'returned', 'answer': 'answered' },
  'answered': { 'addendum': 'answered', 'correction': 'answered', 'return': 'returned', 'co-sign': 'co-signed' },
  'co-signed': { 'addendum': 'co-signed', 'correction': 'co-signed' },
};

function happen({ followed }: History, event: Event, state: AfterState): History {
  if (event === 'return' || event === 'co-sign') {
    const review = { kind: event === 'return' ? 'returned' as const : 'co-signed' as const, addendaSeen: followed.addenda.length };
    return { followed: { ...followed, reviews: [...followed.reviews, review] }, state };
  }
  return { followed: { ...followed, addenda: [...followed.addenda, { kind: event }] }, state };
}

/** Every history of up to so many events that the steps allow. */
function histories(cosignBy: string | null, length: number): History[] {
  let newest: History[] = [{ followed: { cosignBy, reviews: [], addenda: [] }, state: cosignBy === null ? 'final' : 'awaiting' }];
  const all = [...newest];
  for (let step = 0; step < length; step += 1) {
    newest = newest.flatMap((history) => EVENTS.flatMap((event) => {
      const state = STEPS[history.state][event];
      return state === undefined ? [] : [happen(history, event, state)];
    }));
    all.push(...newest);
  }
  return all;
}
const ALL = [...histories('imogen', 6), ...histories(null, 6)];
const reviewable = (followed: Followed, other: Partial<Reviewable> = {}): Reviewable => ({ ...followed, noteId: 'note', authorId: 'sam', wantedCan: true, ...other });
const said = (outcome: { refused?: string } | object): string => ('refused' in outcome ? String(outcome.refused) : 'goes through');

describe('NOT-6 where a signed note stands is computed from what followed, and only the steps of the ladder are open', () => {
  test(`${ALL.length} histories: the state is the one to which the steps lead`, () => {
    for (const { followed, state } of ALL) assert.equal(stateAfter(followed), state, JSON.stringify(followed));
    assert.deepEqual([...new Set(ALL.map((one) => one.state))].sort(), Object.keys(STEPS).sort(), 'every state occurs');
  });

  test('in each of them a review goes through only where the ladder has that step, and is refused by name elsewhere', () => {
    const names: Partial<Record<AfterState, string>> = { 'final': 'not-awaiting', 'returned': 'not-awaiting', 'co-signed': 'co-signed-before' };
    for (const { followed, state } of ALL) {
      assert.equal(said(decideReview([reviewable(followed)], [{ noteId: 'note', addendaSeen: followed.addenda.length }], 'imogen')), names[state] ?? 'goes through', JSON.stringify(followed));
    }
  });

  test('in each of them an addendum is open to anybody, and an answer only to the author of a returned note', () => {
    for (const { followed, state } of ALL) {
      const note = { ...followed, authorId: 'sam' };
      assert.equal(said(decideAddendum(note, 'addendum', 'anybody')), 'goes through');
      assert.equal(said(decideAddendum(note, 'answer', 'sam')), state === 'returned' ? 'goes through' : 'nothing-to-answer');
      assert.equal(said(decideAddendum(note, 'answer', 'imogen')), state === 'returned' ? 'answer-not-yours' : 'nothing-to-answer');
    }
  });
});

describe('NOT-7 only the one who was wanted co-signs; once that person cannot, whoever may co-sign there, never the author', () => {
  const waiting: Followed = { cosignBy: 'imogen', reviews: [], addenda: [{ kind: 'addendum' }] };
  type Case = readonly [what: string, note: Partial<Reviewable>, reviewer: string, seen: number, answer: string];
  const cases: readonly Case[] = [
    ['the one who was wanted', {}, 'imogen', 1, 'goes through'],
    ['somebody else', {}, 'dana', 1, 'waits-for-another'],
    ['the author', {}, 'sam', 1, 'own-note'],
    ['somebody else, when the one who was wanted cannot any more', { wantedCan: false }, 'dana', 1, 'goes through'],
    ['the author, when the one who was wanted cannot any more', { wantedCan: false }, 'sam', 1, 'own-note'],
    ['an addendum not seen', {}, 'imogen', 0, 'added-meanwhile'],
    ['an addendum that is not there', {}, 'imogen', 2, 'added-meanwhile'],
  ];
  for (const [what, other, reviewer, seen, answer] of cases) {
    test(`${what}: ${answer}`, () => assert.equal(said(decideReview([reviewable(waiting, other)], [{ noteId: 'note', addendaSeen: seen }], reviewer)), answer));
  }

  test('one note that may not be signed refuses all, and is named', () => {
    const fine = reviewable(waiting, { noteId: 'fine' });
    const decided = decideReview([fine, reviewable({ ...waiting, cosignBy: null })], [{ noteId: 'fine', addendaSeen: 1 }, { noteId: 'note', addendaSeen: 1 }], 'imogen');
    assert.deepEqual(decided, { refused: 'not-awaiting', facts: { noteIds: ['note'] } });
  });

  test('one note sent twice with two counts was not seen in one of them', () => {
    assert.equal(said(decideReview([reviewable(waiting)], [{ noteId: 'note', addendaSeen: 1 }, { noteId: 'note', addendaSeen: 0 }], 'imogen')), 'added-meanwhile');
  });
});

describe('NOT-15 a note returned to an author who has left is answered by whoever may co-sign there, not by the one who returned it while there is somebody else', () => {
  const returned: Followed = { cosignBy: 'imogen', reviews: [{ kind: 'returned', addendaSeen: 0 }], addenda: [] };
  const answered: Followed = { ...returned, addenda: [{ kind: 'answer' }] };
  type Case = readonly [what: string, followed: Followed, authorCan: boolean, coSigners: readonly string[], writer: string, answer: string];
  const cases: readonly Case[] = [
    ['the author is still here', returned, true, ['imogen', 'dana'], 'dana', 'author-still-here'],
    ['somebody else who may co-sign', returned, false, ['imogen', 'dana'], 'dana', 'goes through'],
    ['the one who returned it, with somebody else there', returned, false, ['imogen', 'dana'], 'imogen', 'answers-own-return'],
    ['the one who returned it, and nobody else may co-sign', returned, false, ['imogen'], 'imogen', 'goes through'],
    ['the author themselves counts for nobody else', returned, false, ['imogen', 'sam'], 'imogen', 'goes through'],
    ['somebody who may not co-sign there', returned, false, ['imogen', 'dana'], 'omar', 'answers-own-return'],
    ['it is answered already', answered, false, ['imogen', 'dana'], 'dana', 'nothing-to-answer'],
    ['it was never returned', { ...returned, reviews: [] }, false, ['imogen', 'dana'], 'dana', 'nothing-to-answer'],
    ['nobody co-signs it', { cosignBy: null, reviews: [], addenda: [] }, false, ['dana'], 'dana', 'nothing-to-answer'],
  ];
  for (const [what, followed, authorCan, coSigners, writer, answer] of cases) {
    test(`${what}: ${answer}`, () => {
      const note = { ...followed, authorId: 'sam', authorCan, reviewerId: 'imogen' };
      assert.equal(said(decideAnswerFor(note, coSigners, writer)), answer);
      assert.equal(answerersFor(note, coSigners).includes(writer), answer === 'goes through');
    });
  }

  test('whoever may co-sign, a returned note of an author who has left is somebody’s to answer', () => {
    for (const coSigners of [['imogen'], ['dana'], ['imogen', 'dana'], ['imogen', 'dana', 'omar']]) {
      assert.notDeepEqual(answerersFor({ ...returned, authorId: 'sam', authorCan: false, reviewerId: 'imogen' }, coSigners), []);
    }
  });
});

describe('NOT-8 a late entry says by how much, and the minutes that count are those of the newest correction', () => {
  const END = new Date('2026-11-19T17:10:00Z');
  type Case = readonly [signedAt: string, dueHours: number, late: number | null];
  const cases: readonly Case[] = [
    ['2026-11-19T17:11:00Z', 24, null], ['2026-11-20T17:10:00Z', 24, null], ['2026-11-20T17:10:01Z', 24, 1], ['2026-11-20T20:20:59Z', 24, 190], ['2026-11-19T17:12:00Z', 0, 2],
  ];
  for (const [signedAt, dueHours, late] of cases) test(`signed ${signedAt}, due within ${dueHours} h: ${late ?? 'in time'}`, () => assert.equal(lateEntry(END, dueHours, new Date(signedAt)), late));

  test('as signed without a correction, as last corrected with several, whatever words came between', () => {
    const signed = { scheduled: 60, attended: 60, clinical: 60 };
    const words = { scheduled: null, attended: null, clinical: null };
    assert.deepEqual(countingMinutes(signed, [words]), signed);
    assert.deepEqual(countingMinutes(signed, [{ scheduled: 60, attended: 50, clinical: 48 }, words, { scheduled: 60, attended: 30, clinical: 30 }, words]), { scheduled: 60, attended: 30, clinical: 30 });
  });
});

describe('NOT-9 from the day that is said exactly one person co-signs, or nobody, and every earlier day stays as it was', () => {
  const DAYS = ['2026-11-01', '2026-11-02', '2026-11-03', '2026-11-04', '2026-11-05', '2026-11-06'] as CivilDate[];
  const who = (rows: readonly SupervisionRow[], day: string): string[] => rows.filter((row) => row.startsOn <= day && (row.endedOn === null || row.endedOn >= day)).map((row) => row.supervisorId);

  function carryOut(rows: readonly SupervisionRow[], supervisorId: string | null, from: CivilDate): SupervisionRow[] {
    const change = changeSupervision(rows, supervisorId, from);
    const kept = rows.filter((row) => !change.withdraws.includes(row.id)).map((row) => {
      const end = change.ends.find((one) => one.id === row.id);
      return end === undefined ? row : { ...row, endedOn: end.lastDay };
    });
    return change.begins && supervisorId !== null ? [...kept, { id: `${rows.length} ${supervisorId} ${from}`, supervisorId, startsOn: from, endedOn: null }] : kept;
  }

  test('three changes in every order of days and people', () => {
    const changes = DAYS.slice(1, 5).flatMap((from) => ['imogen', 'dana', null].map((to) => ({ from, to })));
    for (const first of changes) for (const second of changes) for (const third of changes) {
      let rows: SupervisionRow[] = [];
      for (const { from, to } of [first, second, third]) {
        const before = rows;
        rows = carryOut(before, to, from);
        for (const day of DAYS) {
          const label = JSON.stringify({ first, second, third, day, rows });
          if (day < from) assert.deepEqual(who(rows, day), who(before, day), label);
          else assert.deepEqual(who(rows, day), to === null ? [] : [to], label);
        }
        assert.ok(rows.every((row) => row.endedOn === null || row.endedOn >= row.startsOn), 'no row ends before it begins');
      }
    }
  });

  test('taking a change back leaves one row, as if nothing had happened', () => {
    const first = carryOut([], 'imogen', '2026-11-01' as CivilDate);
    const back = carryOut(carryOut(first, 'dana', '2026-11-04' as CivilDate), 'imogen', '2026-11-04' as CivilDate);
    assert.deepEqual(back, first);
  });
});
