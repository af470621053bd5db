/** The front door of attendance. */
export * from './store.ts';
export { clinicalMinutesOf, decideMinutes } from './rules/minutes.ts';
export type { SessionTimes, Stay } from './rules/minutes.ts';
export { decideStanding, minutesLate } from './rules/standing.ts';
export { decideArrival, decideLeaving, decideTakeBack } from './rules/stamping.ts';
export type { Arrival } from './rules/stamping.ts';
export { decideAbsence, decideAbsenceTakeBack } from './rules/absence.ts';
export type { Absence } from './rules/absence.ts';
export { decideCorrection } from './rules/correction.ts';
export { decideSeat as decideRoomSeat, decideWalkIn, freeSeats } from './rules/seating.ts';
export type { Seated } from './rules/seating.ts';
export { decideLine, forecastOf, reachable, reachableMinutes, sumAccount } from './rules/ledger.ts';
export { datesOf, decideTest, floorOfWeek, weeksAtLevel } from './rules/hours-tests.ts';
export type { Service, TestVerdict } from './rules/hours-tests.ts';
export { compareTrouble, hasRoom, standingOfWeek, waysToMend } from './rules/mends.ts';
export type { Opening } from './rules/mends.ts';
export * from './store/last-here.ts';
