/** The front door of tasks. */
export * from './store.ts';
