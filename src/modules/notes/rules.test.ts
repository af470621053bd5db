/** Signing is all or none, and each state is refused by exactly one name: tried over the whole space of states. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ParticipantId } from '../people/words.ts';
import type { ObjectiveId } from '../plans/words.ts';
import { decideSigning } from './rules.ts';
import type { PersonFacts, Sent, SigningFacts } from './rules.ts';
import { EMPTY_PERSON, EMPTY_SHARED } from './words.ts';

const END = new Date('2026-11-19T17:00:00Z');
const BEFORE = new Date(END.getTime() - 1);
const SIGNED_AT = new Date('2026-11-19T17:05:00Z');
const MINUTES = { scheduled: 60, attended: 55, clinical: 50 };

/* What can be the case for one person, and for the session around. */
const PRESENCES = ['there', 'no stay', 'no attendance', 'not of the session'] as const;
const SENTENCES = ['written', 'only spaces', 'no draft'] as const;
const VERSIONS = ['newest', 'older'] as const;
const OBJECTIVES = ['none', 'open', 'of somebody else'] as const;
type One = { presence: (typeof PRESENCES)[number]; sentence: (typeof SENTENCES)[number]; version: (typeof VERSIONS)[number]; objective: (typeof OBJECTIVES)[number]; signed: boolean };
const ONES: One[] = PRESENCES.flatMap((presence) => SENTENCES.flatMap((sentence) => VERSIONS.flatMap((version) => OBJECTIVES.flatMap((objective) => [false, true].map((signed) => ({ presence, sentence, version, objective, signed }))))))
  // Nobody has signed for somebody who does not belong to the session, and an objective stands in a draft only.
  .filter((one) => (one.presence !== 'not of the session' || !one.signed) && (one.sentence !== 'no draft' || one.objective === 'none'));
const READY: One = { presence: 'there', sentence: 'written', version: 'newest', objective: 'none', signed: false };

const idOf = (index: number) => `0000000${index}-0000-4000-8000-000000000000` as ParticipantId;
const [OWN, OTHERS] = ['10000000-0000-4000-8000-000000000000', '20000000-0000-4000-8000-000000000000'] as [ObjectiveId, ObjectiveId];
function personOf(one: One, index: number): PersonFacts {
  const objectiveId = { none: null, open: OWN, 'of somebody else': OTHERS }[one.objective];
  return {
    objectiveIds: [OWN],
    participantId: idOf(index), attendanceId: one.presence === 'no attendance' ? null : `attendance ${index}`, wasThere: one.presence !== 'no stay', minutes: MINUTES,
    draft: one.sentence === 'no draft' ? null : { part: { ...EMPTY_PERSON, objectiveId, ownSentence: one.sentence === 'written' ? ` Sentence ${index}. ` : ' \n\t ' }, version: 3 },
    signedBy: one.signed ? { name: 'Sam Facilitator', at: SIGNED_AT } : null,
  };
}
type Around = { canceled: boolean; ended: boolean; shared: 'none' | 'newest' | 'older'; module?: 'planned' | 'other of the group' | 'strange' };
const FINE: Around = { canceled: false, ended: true, shared: 'newest' };
const MODULES = { planned: 'module 4', 'other of the group': 'module 5', strange: 'module of another group' };
const PLANNED = { planned: MODULES.planned, choices: [MODULES.planned, MODULES['other of the group']] };

function decide(ones: readonly One[], around: Around = FINE, turn: (list: number[]) => number[] = (list) => list) {
  const order = turn(ones.map((_, index) => index));
  const at = (index: number): One => ones[index] ?? READY;
  const facts: SigningFacts = {
    isCanceled: around.canceled, onlyAbsent: false, heldEnd: END, module: PLANNED,
    shared: around.shared === 'none' ? null : { part: { ...EMPTY_SHARED, topic: 'Triggers', moduleId: around.module === undefined ? null : MODULES[around.module] }, version: 2 },
    people: order.filter((index) => at(index).presence !== 'not of the session').map((index) => personOf(at(index), index)),
  };
  const sent: Sent = { sharedVersion: { none: 0, newest: 2, older: 1 }[around.shared], people: order.map((index) => ({ participantId: idOf(index), version: at(index).version === 'newest' ? 3 : 2 })) };
  return decideSigning(facts, sent, around.ended ? END : BEFORE);
}
const saidBy = (decided: ReturnType<typeof decide>): string => ('refused' in decided ? decided.refused : `signs ${decided.value.length}`);

/** The rows of the refusal table, read from above: the first that holds for anybody answers for all. */
const ROWS: readonly (readonly [name: string, holds: (ones: readonly One[], around: Around) => boolean])[] = [
  ['session-canceled', (_, { canceled }) => canceled],
  ['session-not-ended', (_, { ended }) => !ended],
  ['nothing-to-sign', (ones) => ones.length === 0],
  ['signed-before', (ones) => ones.some(({ signed }) => signed)],
  ['not-present', (ones) => ones.some(({ presence }) => presence !== 'there')],
  ['sentence-missing', (ones) => ones.some(({ sentence }) => sentence !== 'written')],
  ['draft-changed', (ones, { shared }) => shared === 'older' || ones.some(({ version }) => version === 'older')],
  ['objective-not-theirs', (ones) => ones.some(({ objective }) => objective === 'of somebody else')],
  ['module-not-of-group', (_, { shared, module }) => shared !== 'none' && module === 'strange'],
];
const expected = (ones: readonly One[], around: Around): string => ROWS.find(([, holds]) => holds(ones, around))?.[0] ?? `signs ${ones.length}`;

describe('NOT-1 signing refuses exactly the right name in every state, for all that were sent or for none', () => {
  const AROUNDS: Around[] = [false, true].flatMap((canceled) => [true, false].flatMap((ended) => (['none', 'newest', 'older'] as const).flatMap((shared) => (['planned', 'strange'] as const).map((module) => ({ canceled, ended, shared, module })))));
  const PAIRED = ONES.filter((one) => one.objective !== 'open' && one.sentence !== 'only spaces');
  const LISTS: One[][] = [[], ...ONES.map((one) => [one]), ...PAIRED.flatMap((one) => PAIRED.map((other) => [one, other]))];

  test(`${LISTS.length * AROUNDS.length} states of a session with nobody, one or two people sent`, () => {
    const seen = new Set<string>();
    for (const ones of LISTS) {
      for (const around of AROUNDS) {
        const said = saidBy(decide(ones, around));
        if (said !== expected(ones, around)) assert.equal(said, expected(ones, around), JSON.stringify({ ones, around }));
        seen.add(said);
      }
    }
    assert.deepEqual([...seen].sort(), ['signs 1', 'signs 2', ...ROWS.map(([name]) => name)].sort(), 'every answer occurs');
  });

  test('nine who are ready do not go through with one who is not: all or none', () => {
    for (const one of ONES) {
      const list = [...Array.from({ length: 9 }, () => READY), one];
      assert.equal(saidBy(decide(list)), expected(list, FINE), JSON.stringify(one));
    }
  });

  test('the order of people is immaterial', () => {
    const turns = [(list: number[]) => [...list].reverse(), (list: number[]) => [...list.slice(1), ...list.slice(0, 1)]];
    for (const one of ONES) for (const other of ONES) for (const turn of turns) {
      assert.equal(saidBy(decide([one, READY, other], FINE, turn)), saidBy(decide([one, READY, other])));
    }
  });

  test('a session may be signed in the instant of its end, not a millisecond before', () => {
    assert.equal(saidBy(decide([READY], { ...FINE, ended: false })), 'session-not-ended');
    assert.equal(saidBy(decide([READY], FINE)), 'signs 1');
  });
});

describe('NOT-1 a refusal names whom it is about, and nobody else', () => {
  type Case = readonly [what: string, second: Partial<One>, refused: string];
  const cases: readonly Case[] = [
    ['signed already', { signed: true }, 'signed-before'],
    ['no stay', { presence: 'no stay' }, 'not-present'],
    ['no attendance', { presence: 'no attendance' }, 'not-present'],
    ['not of the session', { presence: 'not of the session' }, 'not-present'],
    ['only spaces', { sentence: 'only spaces' }, 'sentence-missing'],
    ['no draft', { sentence: 'no draft' }, 'sentence-missing'],
    ['an older draft', { version: 'older' }, 'draft-changed'],
    ['an objective of somebody else', { objective: 'of somebody else' }, 'objective-not-theirs'],
  ];
  for (const [what, second, refused] of cases) {
    test(`the second of three, ${what}: ${refused}`, () => {
      const decided = decide([READY, { ...READY, ...second }, READY]);
      assert.ok('refused' in decided);
      assert.equal(decided.refused, refused);
      assert.deepEqual(decided.facts?.['participantIds'], [idOf(1)]);
    });
  }

  test('signed before says by whom and when; not ended says when it ends', () => {
    const before = decide([{ ...READY, signed: true }]);
    assert.deepEqual('refused' in before && before.facts, { participantIds: [idOf(0)], by: 'Sam Facilitator', at: '2026-11-19T17:05:00.000Z' });
    const running = decide([READY], { ...FINE, ended: false });
    assert.deepEqual('refused' in running && running.facts, { endsAt: '2026-11-19T17:00:00.000Z' });
  });
});

describe('NOT-2 what is signed is what was on the screen, with the minutes as they stand', () => {
  test('each note carries its own sentence, its attendance, its minutes and the shared part', () => {
    const decided = decide([READY, READY]);
    assert.ok('value' in decided);
    assert.deepEqual(decided.value.map((note) => [note.participantId, note.attendanceId, note.part.ownSentence, note.shared.topic, note.minutes]), [
      [idOf(0), 'attendance 0', 'Sentence 0.', 'Triggers', MINUTES],
      [idOf(1), 'attendance 1', 'Sentence 1.', 'Triggers', MINUTES],
    ]);
  });

  test('without a shared draft the shared part says the planned curriculum session and nothing else, and only version 0 was on the screen', () => {
    const decided = decide([READY], { ...FINE, shared: 'none' });
    assert.deepEqual('value' in decided && decided.value[0]?.shared, { ...EMPTY_SHARED, moduleId: MODULES.planned });
  });

  test('another curriculum session of the group may have been taught, or none', () => {
    for (const [around, moduleId] of [[{ ...FINE, module: 'other of the group' }, MODULES['other of the group']], [FINE, null]] as const) {
      const decided = decide([READY], around);
      assert.equal('value' in decided && decided.value[0]?.shared.moduleId, moduleId);
    }
  });

  test('words confirmed to be nobody are kept with the note only while they stand in its shared part', () => {
    const part = { ...EMPTY_SHARED, happened: 'They WILL plan.', confirmedNames: ['will', 'grace'] };
    const decided = decideSigning({ isCanceled: false, onlyAbsent: false, heldEnd: END, module: PLANNED, shared: { part, version: 1 }, people: [personOf(READY, 0)] }, { sharedVersion: 1, people: [{ participantId: idOf(0), version: 3 }] }, END);
    assert.deepEqual('value' in decided && decided.value[0]?.shared.confirmedNames, ['will']);
  });

  test('a note speaks to the objective that was chosen', () => {
    const decided = decide([{ ...READY, objective: 'open' }, READY]);
    assert.deepEqual('value' in decided && decided.value.map((note) => note.part.objectiveId), [OWN, null]);
  });

  test('one person sent twice with two versions was not seen in one: draft-changed, in either order', () => {
    for (const versions of [[3, 2], [2, 3]]) {
      const facts: SigningFacts = { isCanceled: false, onlyAbsent: false, heldEnd: END, module: PLANNED, shared: null, people: [personOf(READY, 0)] };
      const decided = decideSigning(facts, { sharedVersion: 0, people: versions.map((version) => ({ participantId: idOf(0), version })) }, END);
      assert.equal('refused' in decided && decided.refused, 'draft-changed');
    }
  });

  test('one person sent twice with the same version is signed once', () => {
    const facts: SigningFacts = { isCanceled: false, onlyAbsent: false, heldEnd: END, module: PLANNED, shared: null, people: [personOf(READY, 0)] };
    const decided = decideSigning(facts, { sharedVersion: 0, people: [3, 3].map((version) => ({ participantId: idOf(0), version })) }, END);
    assert.equal('value' in decided && decided.value.length, 1);
  });

  test('a group to which nobody came is closed without notes, one with a note to write is not', () => {
    const facts: SigningFacts = { isCanceled: false, onlyAbsent: true, heldEnd: END, module: PLANNED, shared: null, people: [] };
    assert.deepEqual(decideSigning(facts, { sharedVersion: 0, people: [] }, END), { value: [] });
    const refused = decideSigning({ ...facts, onlyAbsent: false }, { sharedVersion: 0, people: [] }, END);
    assert.equal('refused' in refused && refused.refused, 'nothing-to-sign');
  });

  test('somebody who was not sent is never signed', () => {
    const facts: SigningFacts = { isCanceled: false, onlyAbsent: false, heldEnd: END, module: PLANNED, shared: null, people: [personOf(READY, 0), personOf(READY, 1)] };
    const decided = decideSigning(facts, { sharedVersion: 0, people: [{ participantId: idOf(0), version: 3 }] }, END);
    assert.ok(!('value' in decided) || decided.value.every((note) => note.participantId === idOf(0)));
  });
});
