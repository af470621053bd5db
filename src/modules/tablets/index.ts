/** The front door of tablets. */
export * from './store.ts';
export { CLAIMS_A_MINUTE, decidePlace, staysSetUp } from './rules/tablet.ts';
export { CLAIMS_FROM_MINUTES, LISTS_FROM_MINUTES, TAPS_UNTIL_MINUTES, matchTyped, sessionListed } from './rules/matching.ts';
export type { Expected, Match } from './rules/matching.ts';
export { addTablet, changeTablet } from './acts/change-tablet.ts';
export { endTablet, issueTabletCode } from './acts/end-tablet.ts';
export { reopenClaim } from './acts/reopen-claim.ts';
