/** The nouns of placements: why an episode ends. */
import { z } from 'zod';

/** Our own list; reports to a state map it to that state's codes. */
export const DISCHARGE_REASONS = ['completed', 'stepped-down', 'transferred', 'left', 'lost-contact', 'ended-by-program', 'higher-level', 'incarcerated', 'died', 'other'] as const;
export const dischargeReason = z.enum(DISCHARGE_REASONS);
export type DischargeReason = z.infer<typeof dischargeReason>;
