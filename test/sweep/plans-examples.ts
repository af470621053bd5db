/** Examples of the contracts of one area: plans: goals, objectives, interventions, reviews, signatures. */
import { NOT_OBJECTS } from './example.ts';
import type { Example, Where } from './example.ts';

const NUL = 'nul \u0000 inside';
const episode = (verb: string) => ({ episodeId }: Where) => `/episodes/${episodeId}/${verb}`;
const with1 = <Body extends object>(body: (where: Where) => Body, wrong: readonly object[]) =>
  [...NOT_OBJECTS, () => ({}), ...wrong.map((part) => (where: Where) => ({ ...body(where), ...part }))];
const WRONG_VERSIONS = [{ version: -1 }, { version: '0' }, { version: 2 ** 31 }];
const WRONG_WORDS = [{ text: ' ' }, { text: NUL }, { text: 7 }, { text: 'x'.repeat(1001) }];

const goal = () => ({ problem: 'Evenings alone', ownWords: 'I want my evenings back.' });
const WRONG_GOALS = [{ problem: '' }, { ownWords: '  ' }, { ownWords: NUL }, { problem: 'half \ud800' }, { ownWords: 'x'.repeat(1001) }];
const objective = () => ({ text: 'Calls somebody first', targetOn: '2026-12-10' });
const WRONG_OBJECTIVES = [...WRONG_WORDS, { targetOn: 'soon' }, { targetOn: '2026-02-30' }, { targetOn: '1899-01-01' }];
const intervention = ({ staffId }: Where) => ({ text: 'Refusal practice in the group', frequency: 'weekly', staffId });
const WRONG_INTERVENTIONS = [...WRONG_WORDS, { frequency: 'x'.repeat(121) }, { frequency: 'two\nlines' }, { staffId: 'somebody' }, { staffId: 7 }];
const review = () => ({ reviewedOn: '2026-11-19', nextOn: '2026-12-19' });
/* What holds already, so that nothing ends here: later examples stand on it. */
const ends = () => ({ ends: false });
const WRONG_ENDS = with1(ends, [{ ends: 'yes' }, { ends: null }]);
/* Not what the plan says, so that nothing is signed here and the rows stay as they are for what asks after them. */
const signing = () => ({ version: '0'.repeat(64), nextReviewOn: '2026-12-19', agreement: 'agrees', agreementWords: '' });
/* On a version that is not the newest, for the same reason. */
const at = <Body extends object>(body: (where: Where) => Body) => (where: Where) => ({ version: 999, ...body(where) });

export const PLANS_EXAMPLES: Readonly<Record<string, Example>> = {
  'plan.read': { path: ({ participantId }) => `/people/${participantId}/plan`, rows: ['participantId'], malformedBodies: [] },
  'plan.read-signed': { path: ({ signedPlanId }) => `/signed-plans/${signedPlanId}`, rows: ['signedPlanId'], malformedBodies: [] },
  'plan.read-to-cosign': { path: ({ siteId }) => `/boards/cosign-plans?siteId=${siteId}`, rows: ['siteId'], malformedBodies: [], malformedPaths: [() => '/boards/cosign-plans', () => '/boards/cosign-plans?siteId=here'] },
  'plans.add-goal': { path: episode('goals'), body: goal, rows: ['episodeId'], malformedBodies: with1(goal, WRONG_GOALS) },
  'plans.change-goal': { path: ({ goalId }) => `/goals/${goalId}`, body: at(goal), rows: ['goalId'], malformedBodies: with1(at(goal), [...WRONG_GOALS, ...WRONG_VERSIONS]) },
  'plans.end-goal': { path: ({ goalId }) => `/goals/${goalId}/end`, body: ends, rows: ['goalId'], malformedBodies: WRONG_ENDS },
  'plans.add-objective': { path: ({ goalId }) => `/goals/${goalId}/objectives`, body: objective, rows: ['goalId'], malformedBodies: with1(objective, WRONG_OBJECTIVES) },
  'plans.change-objective': {
    path: ({ objectiveId }) => `/objectives/${objectiveId}`, body: at(objective), rows: ['objectiveId'], malformedBodies: with1(at(objective), [...WRONG_OBJECTIVES, ...WRONG_VERSIONS]),
  },
  'plans.end-objective': { path: ({ objectiveId }) => `/objectives/${objectiveId}/end`, body: ends, rows: ['objectiveId'], malformedBodies: WRONG_ENDS },
  'plans.add-intervention': {
    path: ({ goalId }) => `/goals/${goalId}/interventions`, body: intervention, rows: ['goalId'], within: { id: 'staffId', refusal: 'staff-not-here' }, malformedBodies: with1(intervention, WRONG_INTERVENTIONS),
  },
  'plans.change-intervention': {
    path: ({ interventionId }) => `/interventions/${interventionId}`, body: (where) => ({ version: 0, ...intervention(where) }), rows: ['interventionId'], within: { id: 'staffId', refusal: 'staff-not-here' },
    malformedBodies: with1(at(intervention), [...WRONG_INTERVENTIONS, ...WRONG_VERSIONS]),
  },
  'plans.end-intervention': { path: ({ interventionId }) => `/interventions/${interventionId}/end`, body: ends, rows: ['interventionId'], malformedBodies: WRONG_ENDS },
  'plans.record-review': { path: episode('plan-reviews'), body: review, rows: ['episodeId'], malformedBodies: with1(review, [{ reviewedOn: 'today' }, { nextOn: '2026-02-30' }, { nextOn: null }]) },
  'plans.sign': {
    path: episode('plan/sign'), body: signing, rows: ['episodeId'],
    malformedBodies: with1(signing, [{ version: 'newest' }, { version: 1 }, { nextReviewOn: 'soon' }, { agreement: 'maybe' }, { agreementWords: NUL }, { agreementWords: 'x'.repeat(501) }, { agreement: 'not-asked', agreementWords: 'Yes.' }]),
  },
  'plans.cosign': { path: ({ signedPlanId }) => `/signed-plans/${signedPlanId}/cosign`, body: () => ({}), rows: ['signedPlanId'], malformedBodies: [] },
};
