/** The day: who is signed in, today, the hours ledger. */
import { readMe } from '../modules/people/contract.ts';
import { route } from '../platform/http.ts';
import type { Route } from '../platform/http.ts';
import * as hoursLedger from '../boards/week/hours-ledger.ts';
import { readHoursLedger } from '../boards/week/hours-ledger.contract.ts';
import * as me from '../boards/staff/me.ts';
import * as today from '../boards/day/today.ts';
import { readToday } from '../boards/day/today.contract.ts';

export const DAY_ROUTES: readonly Route[] = [
  route(readMe, me.readMe),
  route(readToday, today.readToday),
  route(readHoursLedger, hoursLedger.readHoursLedger),
];
