/** Words of one area in English: sessions of the day. */
export const sessionDayWords = {
} as const;
