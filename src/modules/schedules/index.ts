/** The front door of schedules. */
export * from './store.ts';
