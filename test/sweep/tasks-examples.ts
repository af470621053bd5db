/** Examples of the contracts of one area: tasks, danger and contacts. */
import type { Example } from './example.ts';

export const TASKS_EXAMPLES: Readonly<Record<string, Example>> = {
};
