/** Examples of the contracts of one area: codes and tablets. */
import type { Example } from './example.ts';

export const ACCESS_EXAMPLES: Readonly<Record<string, Example>> = {
};
