/** Words of one area in English: codes and tablets. */
export const accessWords = {
} as const;
