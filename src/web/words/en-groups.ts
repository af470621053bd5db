/** English words for groups, seats and sessions; refusals of these contracts too. */
export const groupsWords = {} as const;
