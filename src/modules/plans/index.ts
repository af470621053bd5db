/** The front door of plans. */
export * from './store.ts';
