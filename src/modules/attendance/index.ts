/** The front door of attendance. */
export * from './store.ts';
export { clinicalMinutesOf, decideMinutes } from './rules/minutes.ts';
export type { SessionTimes, Stay } from './rules/minutes.ts';
export { decideStanding, minutesLate } from './rules/standing.ts';
export { decideArrival, decideLeaving, decideTakeBack } from './rules/stamping.ts';
export { decideLine, forecastOf, reachable, reachableMinutes, sumAccount } from './rules/ledger.ts';
export { datesOf, decideTest, floorOfWeek, weeksAtLevel } from './rules/hours-tests.ts';
export type { Service, TestVerdict } from './rules/hours-tests.ts';
