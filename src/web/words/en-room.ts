/** Words of one area in English: the group room. */
export const roomWords = {
} as const;
