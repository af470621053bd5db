/** Examples of the contracts of one area: the group room. */
import type { Example } from './example.ts';

export const ROOM_EXAMPLES: Readonly<Record<string, Example>> = {
};
