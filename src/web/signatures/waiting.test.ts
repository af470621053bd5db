/** The list of waiting notes says what is true now, and puts the reader's own first. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { NoteAfter, SignaturesBoard, Unsigned, WaitingNotes, WholeNote } from './waiting.ts';
import { followedBy, gathered, openingOf, sectionsOf, whenText } from './waiting.ts';
import type { Say } from '../kit/words.tsx';

const say: Say = (id, values) => `${id} ${JSON.stringify(values ?? {})}`;
const AS_OF = '2026-11-19T16:00:00.000Z';
const unsigned = (other: object): Unsigned => ({ sessionId: 'x', name: 'Process', endedAt: '2026-11-18T16:00:00.000Z', dueAt: '2026-11-19T16:30:00.000Z', notes: 3, author: { id: 's', name: 'Sam' }, isMine: false, ...other } as Unsigned);
const waiting = (other: object): WaitingNotes => ({ sessionId: 'x', name: 'Process', endedAt: AS_OF, notes: 1, since: '2026-11-18T17:00:00.000Z', author: { id: 's', name: 'Sam' }, coSigner: { id: 'i', name: 'Imogen' }, coSignerCan: true, isMine: false, ...other } as WaitingNotes);
const board = (other: Partial<SignaturesBoard>): SignaturesBoard => ({ asOf: AS_OF, site: { id: 's', name: 'Maple Street', timeZone: 'America/Chicago' }, unsigned: [], awaiting: [], returned: [], ...other });

describe('the opening sentence', () => {
  const ids = (shown: SignaturesBoard) => openingOf(shown, (instant) => instant).map(({ id, values }) => [id, values?.['notes'], values?.['when']].filter((part) => part !== undefined).join(' '));
  test('nothing waits', () => assert.deepEqual(ids(board({})), ['signatures.say.none']));
  test('notes of all three kinds are counted together, since the oldest', () => {
    assert.deepEqual(ids(board({ unsigned: [unsigned({})], awaiting: [waiting({ since: '2026-11-17T10:00:00.000Z' })], returned: [waiting({})] })), ['signatures.say.waiting 5 2026-11-17T10:00:00.000Z']);
  });
  test('the reader’s own and the late ones are said', () => {
    assert.deepEqual(ids(board({ unsigned: [unsigned({ dueAt: '2026-11-19T15:00:00.000Z' })], returned: [waiting({ isMine: true, notes: 2 })] })),
      ['signatures.say.waiting 5 2026-11-18T16:00:00.000Z', 'signatures.say.mine 2', 'signatures.say.late 3']);
  });
});

test('the reader’s own come first, those of others by author, those nobody leads apart, and what is co-signed here is not told twice', () => {
  const sections = sectionsOf(board({
    unsigned: [unsigned({ author: { id: 'z', name: 'Zoe' } }), unsigned({ isMine: true }), unsigned({ author: null }), unsigned({ author: { id: 'a', name: 'Ada' } })], awaiting: [waiting({ isMine: true }), waiting({})], returned: [waiting({ isMine: true })],
  }));
  assert.deepEqual([sections.mine.length, sections.answers.length, sections.others.map((row) => row.author?.name), sections.nobody.length, sections.awaiting.length, sections.returned.length], [1, 1, ['Ada', 'Zoe'], 1, 1, 0]);
});

test('a time is said in the site’s zone as a person says it', () => {
  const at = (instant: string) => whenText(say, 'en', 'America/Chicago', instant, AS_OF);
  assert.equal(at('2026-11-19T14:00:00Z'), '8:00');
  assert.equal(at('2026-11-19T05:59:00Z'), 'signatures.yesterday {"time":"11:59\u00a0pm"}');
  assert.equal(at('2026-11-16T16:00:00Z'), 'Mon 10:00');
  assert.equal(at('2026-11-20T16:00:00Z'), 'Fri 10:00');
  assert.equal(at('2026-11-02T16:00:00Z'), 'signatures.day-time {"day":"November 2","time":"10:00"}');
});

test('notes of one session stand under one heading as long as the same was said for everybody', () => {
  const note = (noteId: string, topic: string, session = 'a') => ({ noteId, session: { id: session }, author: { id: 's' }, shared: { topic } }) as unknown as WholeNote;
  const groups = gathered([note('1', 'One'), note('2', 'One', 'b'), note('3', 'Two'), note('4', 'One')]);
  assert.deepEqual(groups.map((group) => group.map((one) => one.noteId)), [['1', '4'], ['2'], ['3']]);
});

test('what followed a signature stands in the order in which it happened, with the minutes before each correction', () => {
  const addendum = (id: string, clinical: number | null) => ({ id, minutes: clinical === null ? null : { scheduled: 60, attended: clinical, clinical } });
  const note = { minutes: { clinical: 60 }, addenda: [addendum('a', 50), addendum('b', null), addendum('c', 48)], reviews: [{ id: 'returned', addendaSeen: 1 }, { id: 'signed', addendaSeen: 3 }] } as unknown as NoteAfter;
  assert.deepEqual(followedBy(note).map((row) => [row.one.id, row.what === 'addendum' ? row.before : null]), [['a', 60], ['returned', null], ['b', 50], ['c', 50], ['signed', null]]);
});
