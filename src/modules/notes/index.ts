/** The front door of notes. */
export * from './store.ts';
export * from './store/before.ts';
export { decideSigning } from './rules.ts';
export type { PersonFacts } from './rules.ts';
export * from './store/addenda.ts';
export * from './store/reviews.ts';
export * from './store/supervisions.ts';
export * from './store/contacts.ts';
export { answerersFor, changeSupervision, countingMinutes, decideAddendum, decideAnswerFor, decideReview, dueAt, isUnsettled, isWaiting, lateEntry, stateAfter, waitsFor } from './rules/after.ts';
export * from './store/unsigned.ts';
