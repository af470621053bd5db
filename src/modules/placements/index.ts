/** The front door of placements. */
export * from './store.ts';
