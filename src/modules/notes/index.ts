/** The front door of notes. */
export * from './store.ts';
export { decideSigning } from './rules.ts';
export type { PersonFacts } from './rules.ts';
