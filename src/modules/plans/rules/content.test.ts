/** What a plan says, what changed in it, and when it can be signed and co-signed, case by case and for any plan. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { CivilDate } from '../../../values/civil-date.ts';
import type { StaffId } from '../../people/words.ts';
import type { PlanChange, PlanContent } from '../words.ts';
import { changesSince, contentOf, letterOf, textOf } from './content.ts';
import type { GoalToSign } from './content.ts';
import { isTargetPassed } from './plan.ts';
import { bareGoals, decideCoSignature, decidePlanSigning, stateOfSigned } from './signing.ts';
import type { Said } from './signing.ts';

const held = { hasEnded: false };
const ended = { hasEnded: true };
const day = (text: string) => `2026-${text}` as CivilDate;
const sam = 'sam' as StaffId;

const GOALS: GoalToSign[] = [
  {
    ...held, position: 2, problem: 'Sleeps badly', ownWords: 'I want to sleep.',
    objectives: [{ ...held, position: 3, text: 'Same bedtime', targetOn: null }, { ...ended, position: 1, text: 'No coffee', targetOn: null }], interventions: [{ ...held, position: 27, text: 'Diary', frequency: '', staffId: null, staffName: null }],
  },
  {
    ...held, position: 1, problem: 'Drinks alone', ownWords: 'I want my evenings back.',
    objectives: [{ ...held, position: 2, text: 'Walks home another way', targetOn: day('12-10') }, { ...held, position: 1, text: 'Calls somebody', targetOn: null }],
    interventions: [{ ...held, position: 1, text: 'Refusal practice', frequency: 'weekly', staffId: sam, staffName: 'Sam Field, LPC' }],
  },
  { ...ended, position: 3, problem: 'Debts', ownWords: 'I want to open my mail.', objectives: [{ ...held, position: 1, text: 'Opens one letter', targetOn: null }], interventions: [] },
];
const PLAN = contentOf(GOALS);
const [FIRST, SECOND] = PLAN.goals as [PlanContent['goals'][number], PlanContent['goals'][number]];
const told = (changes: readonly PlanChange[]): string => changes.map(({ part, number, how }) => `${part} ${number} ${how}`).join(', ');

test('PLN-7 interventions are lettered a to z, then aa', () => {
  assert.deepEqual([1, 2, 12, 26, 27, 52, 53, 702, 703].map(letterOf), ['a', 'b', 'l', 'z', 'aa', 'az', 'ba', 'zz', 'aaa']);
});

test('PLN-8 a plan says what holds in it, in the order of its numbers; what has ended is not in it', () => {
  assert.deepEqual(PLAN.goals.map((goal) => [goal.number, goal.objectives.map((one) => one.number), goal.interventions.map((one) => one.number)]), [['1', ['1.1', '1.2'], ['1a']], ['2', ['2.3'], ['2aa']]]);
});

const CASES: [what: string, now: PlanContent, says: string][] = [
  ['nothing', PLAN, ''],
  ['a goal in other words', { goals: [{ ...FIRST, ownWords: 'I want my nights back.' }, SECOND] }, 'goal 1 changed'],
  ['another problem', { goals: [FIRST, { ...SECOND, problem: 'Lies awake' }] }, 'goal 2 changed'],
  ['an objective in other words and one with another day', { goals: [{ ...FIRST, objectives: [{ number: '1.1', text: 'Calls Ana', targetOn: null }, { number: '1.2', text: 'Walks home another way', targetOn: day('12-11') }] }, SECOND] }, 'objective 1.1 changed, objective 1.2 changed'],
  ['an objective more and one less', { goals: [{ ...FIRST, objectives: [...FIRST.objectives.slice(1), { number: '1.10', text: 'Sleeps', targetOn: null }] }, SECOND] }, 'objective 1.1 ended, objective 1.10 added'],
  ['somebody else who answers', { goals: [{ ...FIRST, interventions: FIRST.interventions.map((one) => ({ ...one, staffId: null, staffName: null })) }, SECOND] }, 'intervention 1a changed'],
  ['another frequency', { goals: [{ ...FIRST, interventions: FIRST.interventions.map((one) => ({ ...one, frequency: 'daily' })) }, SECOND] }, 'intervention 1a changed'],
  ['a name that a colleague took', { goals: [{ ...FIRST, interventions: FIRST.interventions.map((one) => ({ ...one, staffName: 'Sam Meadow, LPC' })) }, SECOND] }, ''],
  ['a goal that ended, with everything under it', { goals: [SECOND] }, 'goal 1 ended'],
  ['a goal that came, with everything under it', { goals: [FIRST, SECOND, { ...FIRST, number: '10' }, { ...FIRST, number: '4', objectives: [], interventions: [] }] }, 'goal 4 added, goal 10 added'],
];
for (const [what, now, says] of CASES) test(`PLN-10 ${what}: ${says === '' ? 'nothing changed since the signature' : says}`, () => assert.equal(told(changesSince(PLAN, now)), says));

const number = fc.integer({ min: 1, max: 4 });
const words = fc.constantFrom('a', 'b', 'c');
const row = { position: number, hasEnded: fc.boolean() };
const unique = <One extends { position: number }>(one: fc.Arbitrary<One>) => fc.uniqueArray(one, { selector: (each) => each.position, maxLength: 4 });
const plan: fc.Arbitrary<PlanContent> = unique(fc.record({
  ...row, problem: words, ownWords: words,
  objectives: unique(fc.record({ ...row, text: words, targetOn: fc.constantFrom(null, day('12-01')) })),
  interventions: unique(fc.record({ ...row, text: words, frequency: words, staffId: fc.constantFrom(null, sam), staffName: fc.constantFrom(null, 'Sam') })),
})).map(contentOf);

test('PLN-10 any two plans have the same text exactly when nothing changed between them', () => {
  fc.assert(fc.property(plan, plan, (one, other) => {
    assert.equal(textOf(one) === textOf(other), changesSince(one, other).length === 0);
    assert.deepEqual(changesSince(one, one), []);
  }));
});

test('PLN-10 what was added one way was ended the other way, and what changed changed both ways', () => {
  const turned: Record<PlanChange['how'], PlanChange['how']> = { added: 'ended', ended: 'added', changed: 'changed' };
  fc.assert(fc.property(plan, plan, (one, other) => {
    assert.equal(told(changesSince(other, one)), told(changesSince(one, other).map((change) => ({ ...change, how: turned[change.how] }))));
  }));
});

const bare: PlanContent = { goals: [FIRST, { ...SECOND, objectives: [] }] };
const agreed = { agreement: 'agrees', agreementWords: 'That is me.' } as const;
for (const [what, content, newest, said, now] of [
  ['an empty plan', { goals: [] }, null, 'plan-empty'], ['an empty plan after a signed one', { goals: [] }, PLAN, 'plan-empty'], ['a goal without an objective', bare, null, 'goal-bare'],
  ['the same again', PLAN, PLAN, 'signed-already'], ['the same, to which the person says something else', PLAN, PLAN, null, { ...agreed, agreement: 'agrees-in-part' }], ['the same, in other words of the person', PLAN, PLAN, null, { ...agreed, agreementWords: '' }], ['the first time', PLAN, null, null], ['something changed', { goals: [FIRST] }, PLAN, null],
] as readonly (readonly [string, PlanContent, PlanContent | null, string | null, Said?])[]) {
  test(`PLN-8 PLN-9 signing with ${what} ${said === null ? 'goes through' : `is refused as ${said}`}`, () => {
    const decided = decidePlanSigning(content as PlanContent, now ?? agreed, newest === null ? null : { content: newest, ...agreed });
    assert.equal('refused' in decided ? decided.refused : null, said);
  });
}

test('PLN-8 the refusal names the goals that have no objective', () => {
  assert.deepEqual([bareGoals(bare), decidePlanSigning(bare, agreed, null)], [['2'], { refused: 'goal-bare', facts: { goals: ['2'] } }]);
});

const facts = { authorId: 'dana', cosignBy: 'imogen', isCoSigned: false, isNewest: true };
for (const [what, plan, asker, state, said] of [
  ['for its co-signer', facts, { id: 'imogen', waits: true }, 'awaiting', null], ['for somebody else', facts, { id: 'other', waits: false }, 'awaiting', 'plan-waits-for-another'],
  ['for its author', facts, { id: 'dana', waits: false }, 'awaiting', 'own-plan'], ['once co-signed', { ...facts, isCoSigned: true }, { id: 'imogen', waits: true }, 'co-signed', 'plan-co-signed-before'],
  ['that wants none', { ...facts, cosignBy: null }, { id: 'imogen', waits: false }, 'final', 'plan-not-awaiting'], ['with a newer one after it', { ...facts, isNewest: false }, { id: 'imogen', waits: true }, 'replaced', 'plan-replaced'],
  ['co-signed, with a newer one after it', { ...facts, isNewest: false, isCoSigned: true }, { id: 'imogen', waits: true }, 'co-signed', 'plan-co-signed-before'],
] as const) {
  test(`PLN-11 a signed plan ${what} is ${state} and ${said === null ? 'can be co-signed' : `refuses as ${said}`}`, () => {
    assert.deepEqual([stateOfSigned(plan), decideCoSignature(plan, asker)], [state, said]);
  });
}

for (const [targetOn, was, says] of [[null, null, false], ['11-19', null, false], ['11-18', null, true], ['11-18', '11-18', false], ['11-17', '11-18', true], ['12-01', '11-18', false]] as const) {
  test(`PLN-6 on November 19 a target day of ${targetOn ?? 'none'} after ${was ?? 'none'} ${says ? 'is refused' : 'is taken'}`, () => {
    assert.equal(isTargetPassed(targetOn === null ? null : day(targetOn), was === null ? null : day(was), day('11-19')), says);
  });
}
