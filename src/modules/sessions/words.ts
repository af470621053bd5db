/** The nouns of sessions: one occurrence of a group, as planned and as held. */
import { z } from 'zod';
import { refusal } from '../../platform/contract.ts';
import { uuid } from '../../values/wire.ts';

export const sessionId = uuid.brand<'SessionId'>();
export type SessionId = z.infer<typeof sessionId>;

export { SESSION_TYPES, sessionType } from '../schedules/words.ts';
export type { SessionType } from '../schedules/words.ts';

/** A break inside a session: minutes after its planned start, and how long. `taken` false: the facilitator said that it was not (W2). */
export const sessionBreak = z.object({
  startMinute: z.number().int().nonnegative(),
  minutes: z.number().int().positive(),
  taken: z.boolean().default(true),
});
export type SessionBreak = z.infer<typeof sessionBreak>;

/** What was done to a session as planned. */
export const CHANGE_KINDS = ['canceled', 'moved', 'reinstated', 'added', 'handed-over', 'split', 'end-moved'] as const;

/** No session lasts longer: at most 720 minutes as planned and 240 beyond. What began earlier is over, so nobody need look through the years before. */
export const LONGEST_MINUTES = 960;

/** Where a session stands; computed, never stored. */
export const SESSION_STATES = ['planned', 'running', 'ended', 'signed', 'canceled'] as const;
export const sessionState = z.enum(SESSION_STATES);
export type SessionState = z.infer<typeof sessionState>;

/** What a canceled session answers to every act that needs it to be held. */
export const sessionCanceled = refusal('session-canceled', 409, 'This session was canceled.', 'Look at the day for the session that takes its place.');
