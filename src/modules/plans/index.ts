/** The front door of plans. */
export * from './store.ts';
export { addGoal } from './acts/add-goal.ts';
export { addObjective } from './acts/add-objective.ts';
export { endGoal } from './acts/end-goal.ts';
export { endObjective } from './acts/end-objective.ts';
export { recordReview } from './acts/record-review.ts';
export { reviewDue } from './rules/plan.ts';
