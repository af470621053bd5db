/** Check-in: arrivals, leavings, taking either back, absences, make-ups who walk in, and corrections. */
import { correctTimes, recordAbsence, stampArrival, stampLeaving, takeBackAbsence, takeBackStamp, walkIn } from '../modules/attendance/contract.ts';
import { route } from '../platform/http.ts';
import type { Route } from '../platform/http.ts';
import * as absence from '../workflows/record-absence.ts';
import * as arrival from '../workflows/stamp-arrival.ts';
import * as correction from '../workflows/correct-times.ts';
import * as expectedAgain from '../workflows/take-back-absence.ts';
import * as leaving from '../workflows/stamp-leaving.ts';
import * as sittingIn from '../workflows/walk-in.ts';
import * as takingBack from '../workflows/take-back-stamp.ts';
import * as times from '../boards/person-times.ts';
import * as candidates from '../boards/walk-in-candidates.ts';
import { readTimes, readWalkInCandidates } from '../boards/today.contract.ts';

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
