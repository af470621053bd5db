/** Words of one area in English: tasks, danger and contacts. */
export const tasksWords = {
} as const;
