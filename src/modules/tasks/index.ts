/** The front door of tasks. */
export * from './store.ts';
export * from './store/owners.ts';
export * from './store/grounds.ts';
export { closedRefusal } from './acts/closed.ts';
export { decideClosing, sameMark } from './rules/closing.ts';
export { decideDangerOwners, decideEscalation, decideFollowUpOwners, decideFollowing } from './rules/owners.ts';
export type { Candidates, Owner } from './rules/owners.ts';
export { decideContact } from './rules/contact.ts';
export { LOOK_AHEAD_DAYS, outreachDue, todayDue } from './rules/due.ts';
export { closeTask } from './acts/close-task.ts';
export { handOverTask } from './acts/hand-over-task.ts';
export { takeTask } from './acts/take-task.ts';
