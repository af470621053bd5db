/** The front door of tablets. */
export * from './store.ts';
