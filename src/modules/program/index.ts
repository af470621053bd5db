/** The front door of the program as data. */
export * from './store.ts';
export * from './store/site-staff.ts';
export * from './store/on-call.ts';
export * from './store/hours-rules.ts';
export * from './store/plan-frames.ts';
export { COUNTED_TYPES, FIRST_HOURS_RULES, ruleOn } from './rules.ts';
export { daysFrom, decideDays, decideSpan, mayBeOnCall } from './rules/on-call.ts';
export { setOnCall } from './acts/set-on-call.ts';
export { takeBackOnCall } from './acts/take-back-on-call.ts';
export * from './store/paths.ts';
export { firstPaths } from './rules/first-paths.ts';
export { addHoursRule, endHoursRule, replaceHoursRule, switchHoursRule } from './acts/change-hours-rules.ts';
export { endPath } from './acts/end-path.ts';
export { addPath, savePath } from './acts/save-path.ts';
