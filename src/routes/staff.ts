/** Staff, credentials, roles, on call. */
import { addCredential, endCredential, endStaff, hireStaff, renameStaff, setStaffRoles, setStaffSites } from '../modules/people/staff.contract.ts';
import * as people from '../modules/people/index.ts';
import { clearOnCall, setOnCall, takeBackOnCall } from '../modules/program/on-call.contract.ts';
import * as program from '../modules/program/index.ts';
import { route } from '../platform/http.ts';
import type { Route } from '../platform/http.ts';
import * as onCall from '../boards/staff/on-call.ts';
import * as staff from '../boards/staff/staff.ts';
import { readOnCall, readStaff } from '../boards/staff/staff.contract.ts';
import * as clearing from '../workflows/staff/clear-on-call.ts';
import * as ending from '../workflows/staff/end-staff.ts';
import * as hiring from '../workflows/staff/hire-staff.ts';
import * as moving from '../workflows/staff/set-staff-sites.ts';

export const STAFF_ROUTES: readonly Route[] = [
  route(readStaff, staff.readStaff),
  route(hireStaff, hiring.hireStaff),
  route(renameStaff, people.renameStaff),
  route(setStaffRoles, people.setStaffRoles),
  route(setStaffSites, moving.setStaffSites),
  route(endStaff, ending.endStaff),
  route(addCredential, people.addCredential),
  route(endCredential, people.endCredential),
  route(readOnCall, onCall.readOnCall),
  route(setOnCall, program.setOnCall, { on_call_days_current_key: 'on-call-changed' }),
  route(clearOnCall, clearing.clearOnCall),
  route(takeBackOnCall, program.takeBackOnCall, { on_call_days_current_key: 'on-call-changed' }),
];
