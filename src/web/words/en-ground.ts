/** English words for the ground of a program: settings, curricula, days without sessions; refusals of these contracts too. */
export const groundWords = {} as const;
