/** The same in Spanish: tasks, danger and contacts. */
import type { tasksWords as english } from './en-tasks.ts';

export const tasksWords: Record<keyof typeof english, string> = {
};
