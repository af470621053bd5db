/** The front door of attendance. */
export * from './store.ts';
export { clinicalMinutesOf, decideMinutes } from './rules/minutes.ts';
export type { SessionTimes, Stay } from './rules/minutes.ts';
export { decideStanding, minutesLate } from './rules/standing.ts';
export { decideArrival, decideLeaving, decideTakeBack } from './rules/stamping.ts';
export { decideLine, forecastOf, reachableMinutes, sumAccount } from './rules/ledger.ts';
