/** The front door of people. */
export * from './store.ts';
export { displayName, displayNames, recordName } from './rules.ts';
