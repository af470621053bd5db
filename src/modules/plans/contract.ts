/** Goals, objectives, interventions, reviews and signatures of a person’s plan. */
import { z } from 'zod';
import { act, refusal } from '../../platform/contract.ts';
import type { Permission } from '../../permissions.ts';
import { nearDate } from '../../values/civil-date.ts';
import { plainLine, plainText, uuid } from '../../values/wire.ts';
import { participantId, staffId } from '../people/words.ts';
import { goalId, interventionId, objectiveId, planAgreement, signedPlanId } from './words.ts';

/** More than anybody can work on at once; a longer plan is not read. */
export const GOALS_MAX = 12;
export const OBJECTIVES_MAX = 12;
export const INTERVENTIONS_MAX = 12;

export const placementEnded = refusal('placement-ended', 422, 'Nothing was written: this placement has ended, and its plan with it.', 'Write it in the plan of the placement that goes on.');
export const goalsFull = refusal('goals-full', 422, 'Nothing was written: this plan has 12 goals already.', 'End a goal that is reached or put aside, then add this one.');
export const objectivesFull = refusal('objectives-full', 422, 'Nothing was written: this goal has 12 objectives already.', 'End an objective that is reached or put aside, then add this one.');
export const goalEnded = refusal('goal-ended', 409, 'Nothing was written: this goal has ended.', 'Bring the goal back first, or choose another one.');
export const interventionsFull = refusal('interventions-full', 422, 'Nothing was written: this goal has 12 interventions already.', 'End one that is no longer done, then add this one.');
export const objectiveEnded = refusal('objective-ended', 409, 'Nothing was written: this objective has ended.', 'Bring it back first, or write a new one.');
export const interventionEnded = refusal('intervention-ended', 409, 'Nothing was written: this intervention has ended.', 'Bring it back first, or write a new one.');
export const targetPassed = refusal('target-passed', 422, 'Nothing was written: the target day has passed.', 'Take today or a later day, or leave the day open.');
export const staffNotHere = refusal('staff-not-here', 422, 'Nothing was written: this colleague does not work at the site today, or may not read plans.', 'Choose somebody else, or leave it to the whole team.');
export const planEmpty = refusal('plan-empty', 422, 'Nothing was signed: no goal holds in this plan.', 'Write the first goal with the person, then sign.');
export const goalBare = refusal('goal-bare', 422, 'Nothing was signed: one of the goals has no objective yet.', 'Add what will be seen when it is reached, or end the goal.');
export const signedAlready = refusal('signed-already', 409, 'This plan is signed already, just as it stands.', 'Where it was looked at together, record a review; it is signed again once something in it, or what the person says to it, changes.');
export const planNotAwaiting = refusal('plan-not-awaiting', 409, 'This plan does not wait for a co-signature.', 'Nothing is missing; look at the plan as it stands now.');
export const planCoSignedBefore = refusal('plan-co-signed-before', 409, 'This plan is co-signed already.', 'Nothing is lost; look at the plan as it stands now.');
export const planReplaced = refusal('plan-replaced', 409, 'Nothing was co-signed: a newer plan was signed since.', 'Read the newest one, and co-sign that.');
export const ownPlan = refusal('own-plan', 422, 'Nothing was co-signed: this plan carries your own signature, and nobody co-signs for themselves.', 'Leave it to somebody else who may co-sign.');
export const planWaitsForAnother = refusal('plan-waits-for-another', 422, 'Nothing was co-signed: this plan waits for somebody else’s signature.', 'Leave it to the person named beside it.');
export const reviewAhead = refusal('review-ahead', 422, 'This day has not come yet: a review is written down once it has taken place.', 'Take today or an earlier day.');
export const reviewOutside = refusal('review-outside-episode', 422, 'On this day the person was not in the program.', 'Take a day from the admission on.');
export const nextTooEarly = refusal('next-too-early', 422, 'The plan would be looked at next on a day that is over, or that is not after the review.', 'Take a later day for the next time.');

const ends = z.object({ ends: z.boolean() });
const words = plainText(1000, 1);
const version = z.number().int().nonnegative().max(2_147_483_646);
const objective = { text: words, /** By which local day it is to be reached; null where none is said. */ targetOn: nearDate.nullable().default(null) };
const intervention = { text: words, /** How often and how long, in words; empty when not said. */ frequency: plainLine(120), /** Who answers for it; null for the whole team. */ staffId: staffId.nullable() };

export const addGoal = act({
  name: 'plans.add-goal',
  path: '/episodes/:episodeId/goals',
  summary: 'Adds a goal in the person’s own words, with the problem that it answers; it gets the next number.',
  may: 'plan.change' satisfies Permission,
  params: z.object({ episodeId: uuid }),
  body: z.object({ problem: words, ownWords: words }),
  output: z.object({ participantId, goalId, position: z.number().int() }),
  refusals: [placementEnded, goalsFull],
  discloses: (added) => [added.participantId],
});

export const changeGoal = act({
  name: 'plans.change-goal',
  path: '/goals/:goalId',
  summary: 'Words a goal anew; its number stays, and what it said before is kept.',
  may: 'plan.change' satisfies Permission,
  params: z.object({ goalId }),
  body: z.object({ version, problem: words, ownWords: words }),
  output: z.object({ participantId, goalId }),
  refusals: [placementEnded, goalEnded],
  discloses: (changed) => [changed.participantId],
});

export const endGoal = act({
  name: 'plans.end-goal',
  path: '/goals/:goalId/end',
  summary: 'Ends a goal that is reached or put aside, or brings it back; its number is never used again.',
  may: 'plan.change' satisfies Permission,
  params: z.object({ goalId }),
  body: ends,
  output: z.object({ participantId, goalId }),
  refusals: [placementEnded, goalsFull],
  discloses: (ended) => [ended.participantId],
});

export const addObjective = act({
  name: 'plans.add-objective',
  path: '/goals/:goalId/objectives',
  summary: 'Adds an objective under a goal: what will be seen when it is reached, and by which day.',
  may: 'plan.change' satisfies Permission,
  params: z.object({ goalId }),
  body: z.object(objective),
  output: z.object({ participantId, objectiveId, position: z.number().int() }),
  refusals: [placementEnded, goalEnded, objectivesFull, targetPassed],
  discloses: (added) => [added.participantId],
});

export const changeObjective = act({
  name: 'plans.change-objective',
  path: '/objectives/:objectiveId',
  summary: 'Words an objective anew or gives it another target day; notes that are signed keep the words that they were signed with.',
  may: 'plan.change' satisfies Permission,
  params: z.object({ objectiveId }),
  body: z.object({ version, ...objective, targetOn: nearDate.nullable() }),
  output: z.object({ participantId, objectiveId }),
  refusals: [placementEnded, goalEnded, objectiveEnded, targetPassed],
  discloses: (changed) => [changed.participantId],
});

export const endObjective = act({
  name: 'plans.end-objective',
  path: '/objectives/:objectiveId/end',
  summary: 'Ends an objective that is reached or put aside, or brings it back.',
  may: 'plan.change' satisfies Permission,
  params: z.object({ objectiveId }),
  body: ends,
  output: z.object({ participantId, objectiveId }),
  refusals: [placementEnded, goalEnded, objectivesFull],
  discloses: (ended) => [ended.participantId],
});

export const recordReview = act({
  name: 'plans.record-review',
  path: '/episodes/:episodeId/plan-reviews',
  summary: 'Writes down that the plan was looked at with the person, and by which day it is looked at next.',
  may: 'plan.change' satisfies Permission,
  params: z.object({ episodeId: uuid }),
  body: z.object({ reviewedOn: nearDate, nextOn: nearDate }),
  output: z.object({ participantId, reviewId: uuid }),
  refusals: [placementEnded, reviewAhead, reviewOutside, nextTooEarly],
  discloses: (reviewed) => [reviewed.participantId],
});

export const addIntervention = act({
  name: 'plans.add-intervention',
  path: '/goals/:goalId/interventions',
  summary: 'Adds an intervention under a goal: what staff do, how often, and who answers for it.',
  may: 'plan.change' satisfies Permission,
  params: z.object({ goalId }),
  body: z.object(intervention),
  output: z.object({ participantId, interventionId, position: z.number().int() }),
  refusals: [placementEnded, goalEnded, interventionsFull, staffNotHere],
  discloses: (added) => [added.participantId],
});

export const changeIntervention = act({
  name: 'plans.change-intervention',
  path: '/interventions/:interventionId',
  summary: 'Words an intervention anew, or lets somebody else answer for it.',
  may: 'plan.change' satisfies Permission,
  params: z.object({ interventionId }),
  body: z.object({ version, ...intervention }),
  output: z.object({ participantId, interventionId }),
  refusals: [placementEnded, goalEnded, interventionEnded, staffNotHere],
  discloses: (changed) => [changed.participantId],
});

export const endIntervention = act({
  name: 'plans.end-intervention',
  path: '/interventions/:interventionId/end',
  summary: 'Ends an intervention that is no longer done, or brings it back.',
  may: 'plan.change' satisfies Permission,
  params: z.object({ interventionId }),
  body: ends,
  output: z.object({ participantId, interventionId }),
  refusals: [placementEnded, goalEnded, interventionsFull],
  discloses: (ended) => [ended.participantId],
});

/** The words of somebody who was not asked would be somebody else's. */
const isHeard = (said: { agreement: string; agreementWords: string }): boolean => said.agreement !== 'not-asked' || said.agreementWords === '';

export const signPlan = act({
  name: 'plans.sign',
  path: '/episodes/:episodeId/plan/sign',
  summary: 'Signs the plan as it was seen: goals, objectives and interventions are frozen under the signer’s name, and the review of today is written with the day of the next.',
  may: 'plan.change' satisfies Permission,
  params: z.object({ episodeId: uuid }),
  body: z.object({ /** What the plan said on the screen. */ version: z.string().regex(/^[0-9a-f]{64}$/), nextReviewOn: nearDate, agreement: planAgreement, agreementWords: plainText(500) }).refine(isHeard, 'words only of somebody who was asked'),
  output: z.object({ participantId, signedPlanId, no: z.number().int().positive(), reviewId: uuid, /** Whose co-signature it waits for; null when nobody’s. */ cosignBy: staffId.nullable() }),
  refusals: [placementEnded, planEmpty, goalBare, signedAlready, reviewOutside, nextTooEarly],
  discloses: (signed) => [signed.participantId],
});

export const coSignPlan = act({
  name: 'plans.cosign',
  path: '/signed-plans/:signedPlanId/cosign',
  summary: 'Co-signs a plan that waits for it.',
  may: 'note.cosign' satisfies Permission,
  params: z.object({ signedPlanId }),
  output: z.object({ participantId, signedPlanId }),
  refusals: [planNotAwaiting, planCoSignedBefore, planReplaced, ownPlan, planWaitsForAnother],
  discloses: (signed) => [signed.participantId],
});
