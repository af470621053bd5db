/** The front door of people. */
export * from './store.ts';
export * from './store/participants.ts';
export * from './store/staff.ts';
export { displayName, displayNames, recordName } from './rules.ts';
export { IMPORT_COLUMNS, decideImport, readHeader, readPeople } from './rules/import-rows.ts';
export type { CheckedPeople, ImportColumn, ImportedPerson, Wrong } from './rules/import-rows.ts';
