/** Check-in: arrivals, leavings, taking either back, absences, make-ups who walk in, and corrections. */
import { correctTimes, recordAbsence, stampArrival, stampLeaving, takeBackAbsence, takeBackStamp, walkIn } from '../modules/attendance/contract.ts';
import { route } from '../platform/http.ts';
import type { Route } from '../platform/http.ts';
import * as absence from '../workflows/check-in/record-absence.ts';
import * as arrival from '../workflows/check-in/stamp-arrival.ts';
import * as correction from '../workflows/check-in/correct-times.ts';
import * as expectedAgain from '../workflows/check-in/take-back-absence.ts';
import * as leaving from '../workflows/check-in/stamp-leaving.ts';
import * as sittingIn from '../workflows/check-in/walk-in.ts';
import * as takingBack from '../workflows/check-in/take-back-stamp.ts';
import * as times from '../boards/day/person-times.ts';
import * as candidates from '../boards/day/walk-in-candidates.ts';
import { readTimes, readWalkInCandidates } from '../boards/day/today.contract.ts';

export const STAMPS_ROUTES: readonly Route[] = [
  route(stampArrival, arrival.stampArrival, { attendances_seat_key: 'seat-given-away' }),
  route(stampLeaving, leaving.stampLeaving),
  route(takeBackStamp, takingBack.takeBackStamp),
  route(recordAbsence, absence.recordAbsence),
  route(takeBackAbsence, expectedAgain.takeBackAbsence),
  route(walkIn, sittingIn.walkIn, { attendances_seat_key: 'session-full', attendances_person_key: 'on-roster-already' }),
  route(correctTimes, correction.correctTimes, { attendances_seat_key: 'seat-given-away' }),
  route(readTimes, times.readTimes),
  route(readWalkInCandidates, candidates.readWalkInCandidates),
];
