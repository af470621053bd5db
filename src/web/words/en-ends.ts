/** Words of one area in English: discharge, transfer, readmission, plans. */
export const endsWords = {
} as const;
