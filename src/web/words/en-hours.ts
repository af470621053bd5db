/** English words for hours rules, paths and tests of a week; refusals of these contracts too. */
export const hoursWords = {} as const;
