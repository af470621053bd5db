/** The front door of the program as data. */
export * from './store.ts';
export * from './store/hours-rules.ts';
export { COUNTED_TYPES, FIRST_HOURS_RULES, ruleOn } from './rules.ts';
