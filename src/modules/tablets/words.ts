/** The nouns of shared tablets: a claim to be here, until staff settle it (W8, W23). */
import { z } from 'zod';

/** How a claim was settled. */
export const CLAIM_ENDS = ['arrived', 'not-here', 'known'] as const;
export const claimEnd = z.enum(CLAIM_ENDS);
export type ClaimEnd = z.infer<typeof claimEnd>;
