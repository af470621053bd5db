/** The front door of people. */
export * from './store.ts';
export { displayName, displayNames, recordName } from './rules.ts';
export { IMPORT_COLUMNS, decideImport, readHeader, readPeople } from './rules/import-rows.ts';
export type { CheckedPeople, ImportColumn, ImportedPerson, Wrong } from './rules/import-rows.ts';
