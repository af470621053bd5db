/** The front door of sessions. */
export * from './store.ts';
export { decideState } from './rules.ts';
