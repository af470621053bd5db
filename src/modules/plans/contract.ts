/** Goals, objectives and reviews of a person’s plan. */
import { z } from 'zod';
import { act, refusal } from '../../platform/contract.ts';
import type { Permission } from '../../permissions.ts';
import { nearDate } from '../../values/civil-date.ts';
import { plainText, uuid } from '../../values/wire.ts';
import { participantId } from '../people/words.ts';
import { goalId, objectiveId } from './words.ts';

/** More than anybody can work on at once; a longer plan is not read. */
export const GOALS_MAX = 12;
export const OBJECTIVES_MAX = 12;

export const placementEnded = refusal('placement-ended', 422, 'Nothing was written: this placement has ended, and its plan with it.', 'Write it in the plan of the placement that goes on.');
export const goalsFull = refusal('goals-full', 422, 'Nothing was written: this plan has 12 goals already.', 'End a goal that is reached or put aside, then add this one.');
export const objectivesFull = refusal('objectives-full', 422, 'Nothing was written: this goal has 12 objectives already.', 'End an objective that is reached or put aside, then add this one.');
export const goalEnded = refusal('goal-ended', 409, 'Nothing was written: this goal has ended.', 'Bring the goal back first, or choose another one.');
export const reviewAhead = refusal('review-ahead', 422, 'This day has not come yet: a review is written down once it has taken place.', 'Take today or an earlier day.');
export const reviewOutside = refusal('review-outside-episode', 422, 'On this day the person was not in the program.', 'Take a day from the admission on.');
export const nextTooEarly = refusal('next-too-early', 422, 'The plan would be looked at next on a day that is over, or that is not after the review.', 'Take a later day for the next time.');

const ends = z.object({ ends: z.boolean() });
const words = plainText(1000, 1);

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
  summary: 'Adds an objective under a goal: what will be seen when it is reached.',
  may: 'plan.change' satisfies Permission,
  params: z.object({ goalId }),
  body: z.object({ text: words }),
  output: z.object({ participantId, objectiveId, position: z.number().int() }),
  refusals: [placementEnded, goalEnded, objectivesFull],
  discloses: (added) => [added.participantId],
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
