/** Proves in which groups the needs of a week are said. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byCounselor, byKind } from './needs-said.ts';
import type { NeedsBoard } from './needs-said.ts';

type Without = NeedsBoard['withoutIndividual'][number];
type Document = NeedsBoard['documents'][number];
const without = (displayName: string, counselorId: string | null): Without => ({ participantId: displayName as Without['participantId'], displayName, counselorId, counselorName: counselorId, admittedOn: '2026-11-01' as Without['admittedOn'] });
const document = (displayName: string, kind: Document['kind'], daysLate: number): Document => ({ participantId: displayName as Document['participantId'], displayName, counselorId: null, counselorName: null, kind, dueOn: '2026-11-19' as Document['dueOn'], daysLate });

test('people without an individual session stand by counselor, in the order of the board', () => {
  assert.deepEqual(byCounselor([without('Ann', null), without('Bea', 'Dana'), without('Cleo', 'Dana')]).map(({ counselorName, people }) => `${counselorName}: ${people.map((one) => one.displayName).join(' ')}`), ['null: Ann', 'Dana: Bea Cleo']);
});

test('plans that nobody wrote stand before unsigned ones and reviews, each with how many are late; a kind without anybody is not said', () => {
  const said = (documents: Document[]) => byKind(documents).map(({ kind, late, people }) => `${kind} ${late}/${people.length}`);
  assert.deepEqual([said([document('Ann', 'review', 2), document('Bea', 'plan', 0), document('Dov', 'signature', 1), document('Cleo', 'review', -3)]), said([])], [['plan 0/1', 'signature 1/1', 'review 1/2'], []]);
});
