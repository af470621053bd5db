/** The front door of schedules. */
export * from './store/groups.ts';
export * from './store/led-by.ts';
export * from './store/references.ts';
export * from './store/seats.ts';
export { decideSeat, findClash } from './rules/seats.ts';
export { decideTimes, timesCollide, timesFit } from './rules/times.ts';
