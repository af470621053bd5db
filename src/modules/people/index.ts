/** The front door of people. */
export * from './store.ts';
export * from './store/participants.ts';
export * from './store/staff.ts';
export * from './store/credentials.ts';
export { displayName, displayNames, recordName } from './rules.ts';
export { IMPORT_COLUMNS, decideImport, readHeader, readPeople } from './rules/import-rows.ts';
export type { CheckedPeople, ImportColumn, ImportedPerson, Wrong } from './rules/import-rows.ts';
export { holdsCredential, stateOfCredential } from './rules/credentials.ts';
export type { DatedCredential } from './rules/credentials.ts';
export * from './store/contacts.ts';
export * from './store/health.ts';
export { registerPerson } from './acts/register-person.ts';
export { ageOn, isBirthDateOff, lacksGuardian, plainName } from './rules/person.ts';
export { decideEnd, decideLeaving, differenceOf, endHoldsFrom } from './rules/staff.ts';
export { addCredential, endCredential } from './acts/change-credentials.ts';
export { renameStaff } from './acts/rename-staff.ts';
export { setStaffRoles } from './acts/set-staff-roles.ts';
