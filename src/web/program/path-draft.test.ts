/** A draft of a path: each change gives a new one, the sentence says the gap and two ways to close it, and each way closes it. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Mend } from '../../modules/program/paths.contract.ts';
import type { PathPhase } from '../../modules/program/words.ts';
import { addBlock, addPhase, draftOf, gapSaid, isChanged, mended, movePhase, newDraft, planOf, readingOf, removeBlock, removePhase, setBlock, setPhase } from './path-draft.ts';
import type { Draft, Rule } from './path-draft.ts';

const FLOOR = {
  id: 'floor', name: 'Nine hours a week', purpose: 'floor', level: 'iop', population: 'adults', unit: 'minutes', basis: 'clinical', sessionTypes: ['group', 'individual'], participantPresent: true, floorMinutesWeek: 540, ceilingMinutesWeek: 1140,
  floorMinutesDay: null, daysWeek: null, servicesWeek: null, longestGapDays: null, weeksMax: null, weekStartsOn: 1, validFrom: '2021-01-01', validTo: null, saidBy: '', source: '', isVerified: true, isOn: true,
} as unknown as Rule;
const BLOCK = { label: 'Block', sessionType: 'group', minutes: 180, breakMinutes: 20, perWeek: 3 } as const;
const PHASES: PathPhase[] = [{ name: 'First', weeks: 4, level: 'iop', blocks: [BLOCK] }, { name: 'Last', weeks: 1, level: 'outpatient', blocks: [{ ...BLOCK, minutes: 90, breakMinutes: 0, perWeek: 1 }] }];
const draft = (): Draft => draftOf({ name: 'A path', programId: 'p', phases: PHASES });
const write = { hours: (minutes: number) => String(minutes), mend: (mend: Mend) => mend.kind };
const said = (one: Pick<Draft, 'phases'>) => gapSaid(readingOf(planOf(one), 'adults', [FLOOR]), write).map(({ id, values }) => [id, ...Object.values(values ?? {})].join(' '));
const first = (one: Draft): string => one.phases[0]?.key ?? '';

describe('the sentence of a path', () => {
  const outpatient = [PHASES[1] as PathPhase];
  const cases: readonly (readonly [string, readonly PathPhase[], readonly string[]])[] = [
    ['a phase under its floor, with two ways', PHASES, ['paths.say.short 1–4 4 480 540 60', 'paths.say.ways longer-blocks individual']],
    ['all reached, stepping down', [{ ...PHASES[0] as PathPhase, blocks: [{ ...BLOCK, minutes: 200 }] }, ...outpatient], ['paths.say.reached', 'paths.say.between 540 90 5']],
    ['all reached, the same every week', [{ ...PHASES[0] as PathPhase, blocks: [{ ...BLOCK, minutes: 200 }] }], ['paths.say.reached', 'paths.say.even 540 540 4']],
    ['no floor at all', outpatient, ['paths.say.no-floor', 'paths.say.even 90 90 1']],
    ['one week that is far too thin', [{ ...PHASES[1] as PathPhase, level: 'iop' }], ['paths.say.short 1 1 90 540 450', 'paths.say.ways more-blocks outpatient']],
  ];
  for (const [title, phases, expected] of cases) test(title, () => assert.deepEqual(said(draftOf({ name: '', programId: 'p', phases: [...phases] })), expected));

  test('each way that is offered closes the gap', () => {
    const before = draft();
    const [gap] = readingOf(planOf(before), 'adults', [FLOOR]).gaps;
    assert.equal(gap?.mends.length, 4);
    for (const mend of gap?.mends ?? []) assert.match(said(mended(before, first(before), mend, 'Individual'))[0] ?? '', /^paths\.say\.(reached|no-floor)/, mend.kind);
    assert.deepEqual(said(before)[0], 'paths.say.short 1–4 4 480 540 60', 'the draft before is not touched');
  });
});

describe('changes of a draft', () => {
  test('what is sent carries no keys and is what was read', () => assert.deepEqual(planOf(draft()), PHASES));
  test('a new path reaches its floor from the start', () => assert.equal(said(newDraft('p', { block: 'b', individual: 'i', continuing: 'c', first: 'f', last: 'l', phase: 'p' }))[0], 'paths.say.reached'));
  test('nothing is changed until something is', () => {
    const saved = { name: 'A path', phases: PHASES };
    assert.equal(isChanged(draft(), saved), false);
    assert.equal(isChanged(draft(), { name: 'A path', phases: PHASES.map(({ blocks, level, weeks, name }) => ({ blocks, level, weeks, name })) }), false, 'the order of keys is immaterial');
    assert.equal(isChanged({ ...draft(), name: 'Another' }, saved), true);
    const one = draft();
    assert.equal(isChanged(setPhase(one, first(one), { weeks: 5 }), saved), true);
  });
  test('phases move, are added as a copy of the last, and the only one stays', () => {
    const one = draft();
    const names = (of: Draft) => of.phases.map((phase) => phase.name);
    assert.deepEqual(names(movePhase(one, first(one), 1)), ['Last', 'First']);
    assert.deepEqual(names(movePhase(one, first(one), -1)), ['First', 'Last']);
    const more = addPhase(one, 'More');
    assert.deepEqual(names(more), ['First', 'Last', 'More']);
    assert.equal(new Set(more.phases.flatMap((phase) => [phase.key, ...phase.blocks.map((block) => block.key)])).size, 6, 'no key twice');
    const left = removePhase(one, first(one));
    assert.deepEqual([names(left), names(removePhase(left, first(left)))], [['Last'], ['Last']]);
  });
  test('blocks are added, changed and removed, and the only one stays', () => {
    const one = draft();
    const key = one.phases[0]?.blocks[0]?.key ?? '';
    assert.equal(removeBlock(one, first(one), key), one);
    const two = addBlock(one, first(one), 'Individual', 'individual');
    assert.deepEqual(two.phases[0]?.blocks.map((block) => [block.label, block.minutes]), [['Block', 180], ['Individual', 50]]);
    assert.deepEqual(removeBlock(two, first(two), key).phases[0]?.blocks.map((block) => block.label), ['Individual']);
    assert.equal(setBlock(one, first(one), key, { minutes: 200 }).phases[0]?.blocks[0]?.minutes, 200);
  });
});
