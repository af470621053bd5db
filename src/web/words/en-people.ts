/** English words for people and their placements; refusals of these contracts too. */
export const peopleWords = {} as const;
