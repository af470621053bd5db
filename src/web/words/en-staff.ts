/** English words for staff, credentials and who is on call; refusals of these contracts too. */
export const staffWords = {} as const;
