/** Check-in: arrivals, leavings, and taking either back. */
import { stampArrival, stampLeaving, takeBackStamp } from '../modules/attendance/contract.ts';
import { route } from '../platform/http.ts';
import type { Route } from '../platform/http.ts';
import * as arrival from '../workflows/stamp-arrival.ts';
import * as leaving from '../workflows/stamp-leaving.ts';
import * as takingBack from '../workflows/take-back-stamp.ts';

export const STAMPS_ROUTES: readonly Route[] = [
  route(stampArrival, arrival.stampArrival, { attendances_seat_key: 'session-full' }),
  route(stampLeaving, leaving.stampLeaving),
  route(takeBackStamp, takingBack.takeBackStamp),
];
