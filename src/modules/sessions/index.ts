/** The front door of sessions. */
export * from './store.ts';
export * from './store/session-days.ts';
export { decideState } from './rules.ts';
export { planAhead } from './plan-ahead.ts';
export type { Planned } from './plan-ahead.ts';
