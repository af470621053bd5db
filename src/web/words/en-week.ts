/** Words of one area in English: boards of the week. */
export const weekWords = {
} as const;
