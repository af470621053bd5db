/** Proves which rows carry which warning, that a confirmed word and a chosen objective still them, and what the sign bar counts. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { EMPTY_PERSON, EMPTY_SHARED } from '../../modules/notes/words.ts';
import type { PersonPart, SharedPart } from '../../modules/notes/words.ts';
import type { GroupRoom, Readiness, RoomPerson, Row } from './readiness.ts';
import { confirmName, consequencesOf, viewOf, withoutName } from './warnings.ts';
import type { Warning } from './warnings.ts';

type Given = { id: string; part?: Partial<PersonPart>; readiness?: Readiness; person?: Partial<RoomPerson> };
const objective = (id: string, untouchedDays: number) => ({ id, number: id, text: `Objective ${id}`, ownWords: '', untouchedDays, wasTouched: true }) as RoomPerson['objectives'][number];

function look(given: readonly Given[], shared: Partial<SharedPart> = {}, state = 'ended', isEnteredAfterwards = false, type = 'group') {
  const rows = given.map(({ id, readiness = 'ready', person = {} }): Row => ({
    readiness,
    person: {
      participantId: id, displayName: `${id} X.`, nameWords: [id], objectives: [], sentencesBefore: [], cravingBefore: null, overCapReason: null, visitors: [], standing: 'here', note: null, stays: [], ...person,
    } as unknown as RoomPerson,
  }));
  const room = { people: rows.map(({ person }) => person), session: { state, type, isEnteredAfterwards }, figures: { nearIdenticalPercent: 60, objectiveUntouchedDays: 14, craving: { from: 7, rise: 3 } } } as unknown as GroupRoom;
  const parts = new Map(given.map(({ id, part }) => [id, { ...EMPTY_PERSON, ...part }]));
  const view = viewOf(room, rows, (id) => parts.get(id) ?? EMPTY_PERSON, { ...EMPTY_SHARED, ...shared });
  const kinds = Object.fromEntries(given.map(({ id }) => [id, (view.people.get(id)?.warnings ?? []).map((one: Warning) => one.kind)]));
  return { view, rows, kinds, sum: consequencesOf(view, rows) };
}

describe('sentences that are alike', () => {
  const same = 'was engaged and named one hard hour for the week';
  test('both rows say so and whom each is like; the third stands alone', () => {
    const { view, kinds } = look([{ id: 'silas', part: { ownSentence: `Silas ${same}.` } }, { id: 'tamsin', part: { ownSentence: 'Held that avoiding friends is no plan.' } }, { id: 'bea', part: { ownSentence: `Bea ${same}!` } }]);
    assert.deepEqual(kinds, { silas: ['alike'], tamsin: [], bea: ['alike'] });
    assert.deepEqual(view.people.get('silas')?.warnings, [{ kind: 'alike', percent: 100, like: 'bea' }]);
    assert.deepEqual(view.individuality.map(({ id, percent, isAlike }) => [id, percent === null ? null : percent > 50, isAlike]), [['silas', false, true], ['tamsin', true, false], ['bea', false, true]]);
  });
  test('a sentence like one before names nobody else', () => {
    const { view } = look([{ id: 'bea', part: { ownSentence: `Bea ${same}.` }, person: { sentencesBefore: [{ noteId: 'note', sentence: same }] as unknown as RoomPerson['sentencesBefore'] } }]);
    assert.deepEqual(view.people.get('bea')?.warnings, [{ kind: 'alike', percent: 100, like: null }]);
  });
  test('who has not been written about has no bar, and nobody is like nothing', () => {
    const { view } = look([{ id: 'bea', readiness: 'to-write' }, { id: 'kofi', readiness: 'to-write' }]);
    assert.deepEqual(view.individuality.map(({ percent, isAlike }) => [percent, isAlike]), [[null, false], [null, false]]);
  });
});

describe('names', () => {
  test('in the shared part anybody’s counts, in an own sentence everybody else’s', () => {
    const { view, kinds } = look([{ id: 'wren', part: { ownSentence: 'Wren thanked Kofi and kofi’s sister.' } }, { id: 'kofi', part: { practice: 'Ring WREN' } }], { happened: 'Wren gave it, then Wren left.', topic: 'Kofi' });
    assert.deepEqual(kinds, { wren: ['named'], kofi: ['named'] });
    assert.deepEqual(view.shared, [{ field: 'topic', text: 'Kofi' }, { field: 'happened', text: 'Wren' }]);
  });
  test('a word confirmed to be nobody here is still in every text', () => {
    const confirmedNames = confirmName(confirmName([], 'Wren'), 'KOFI');
    const { view, kinds } = look([{ id: 'wren' }, { id: 'kofi', part: { ownSentence: 'Saw a wren.' } }], { happened: 'Wren and kofi.', confirmedNames });
    assert.deepEqual([confirmedNames, kinds['kofi'], view.shared], [['wren', 'kofi'], [], []]);
  });
  test('one tap takes one name out wherever it stands and leaves the other', () => {
    const roster = [{ id: '1', words: ['wren'] }, { id: '2', words: ['kofi'] }];
    assert.equal(withoutName('Wren asked Kofi; Kofi asked wren.', 'Wren', roster, 'a member'), 'A member asked Kofi; Kofi asked a member.');
  });
  test('where there is one person, what was done together goes to that person only, and may name them', () => {
    const { view, kinds } = look([{ id: 'wren', part: { ownSentence: 'Wren spoke first.' } }], { happened: 'Wren and I went through the week.' });
    assert.deepEqual([view.shared, kinds], [[], { wren: [] }]);
  });
  test('who came along is no participant, so their name warns of nothing, unless somebody here is called the same', () => {
    const visitors = [{ name: 'Elena Vale', relation: 'sister' }, { name: 'Kofi Vale', relation: 'brother' }];
    const { view, kinds } = look([{ id: 'wren', part: { ownSentence: 'Asked Elena for quiet, and Kofi too.' }, person: { visitors } }, { id: 'kofi' }], { happened: 'Elena listened.' });
    assert.deepEqual([view.shared, kinds['wren'], view.people.get('wren')?.warnings.map((one) => ('text' in one ? one.text : one.kind))], [[], ['named'], ['Kofi']]);
  });
});

describe('objectives', () => {
  const objectives = [objective('1.1', 13), objective('1.2', 14), objective('2.1', 20)];
  const kindsOf = (chosen: string | null) => look([{ id: 'bea', part: { objectiveId: chosen as PersonPart['objectiveId'] }, person: { objectives } }]).view.people.get('bea')?.warnings.map((one) => ('number' in one ? one.number : one.kind));
  test('of those left alone too long the longest is said; a note that speaks to it stills it', () => {
    assert.deepEqual([kindsOf(null), kindsOf('2.1'), kindsOf('1.1')], [['2.1'], ['1.2'], ['2.1']]);
  });
  test('an objective put aside meanwhile is said before it is refused', () => assert.deepEqual(kindsOf('9.9'), ['objective-gone', '2.1']));
});

test('an absence is announced once the session is over, for those of whom nothing is recorded', () => {
  const away = (standing: string): Given => ({ id: standing, readiness: 'not-here', person: { standing } as Partial<RoomPerson> });
  assert.deepEqual(look([away('missing'), away('absent'), away('excused')]).kinds, { missing: ['will-be-absent'], absent: [], excused: [] });
  assert.deepEqual(look([away('missing')], {}, 'running').kinds, { missing: [] });
});

test('a family or couple session that the family held alone announces an excused absence and no call; in a group it is an absence as any other', () => {
  const alone = { id: 'wren', readiness: 'not-here', person: { standing: 'missing', visitors: [{ name: 'Elena Vale', relation: 'mother' }] } as unknown as Partial<RoomPerson> } as const;
  for (const type of ['family', 'couple', 'group', 'individual']) {
    const { kinds, sum } = look([alone], {}, 'ended', false, type);
    const excused = type === 'family' || type === 'couple';
    assert.deepEqual([kinds, sum], [{ wren: [excused ? 'will-be-excused' : 'will-be-absent'] }, { warnings: 1, absences: 1, tasks: excused ? 0 : 1 }], type);
  }
});

test('the sign bar counts the warnings of what it would sign, absences, and a task for each absence and craving', () => {
  const { sum } = look([
    { id: 'a', part: { craving: 8, ownSentence: 'One.' } }, { id: 'b', part: { craving: 5, ownSentence: 'Two, about b.' }, person: { cravingBefore: { level: 2 } } as unknown as Partial<RoomPerson> },
    { id: 'c', part: { craving: 9 }, readiness: 'to-write', person: { overCapReason: 'Came with the bus.' } }, { id: 'd', readiness: 'held-out', part: { ownSentence: 'Like a.', craving: 10 } },
    { id: 'e', readiness: 'not-here', person: { standing: 'missing' } as Partial<RoomPerson> }, { id: 'f', readiness: 'not-here', person: { standing: 'absent' } as Partial<RoomPerson> },
  ].map((one) => ({ ...one, person: { nameWords: [], ...('person' in one ? one.person : {}) } }) as Given));
  assert.deepEqual(sum, { warnings: 2, absences: 1, tasks: 3 });
});
