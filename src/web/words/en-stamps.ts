/** Words of one area in English: check-in. */
export const stampsWords = {
} as const;
