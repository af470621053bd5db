/** The front door of sessions. */
export * from './store.ts';
export * from './store/session-days.ts';
export * from './store/bookings.ts';
export * from './store/held-times.ts';
export { decideState } from './rules.ts';
export { breaksFit, decideHeld, decideLaterStart } from './rules/held.ts';
export { isBookable, isWithinReach, mostOf } from './rules/one-off.ts';
export { decideBookedSeat, decideSplit, takenOf } from './rules/seats.ts';
export { planAhead } from './plan-ahead.ts';
export type { Planned } from './plan-ahead.ts';
export * from './store/bookings-after.ts';
