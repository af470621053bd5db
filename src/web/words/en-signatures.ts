/** Words of one area in English: after signing. */
export const signaturesWords = {
} as const;
