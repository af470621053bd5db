/** Opening tasks about people: whose they are, and by when they are due (W17, W18). */
import type { Exchange } from '../platform/http.ts';
import type { SessionFacts } from '../modules/sessions/index.ts';

/** Opens an outreach task for each of these people who did not come to a session, due the next working day (W17). One that is open already stays. */
export async function openOutreachTasks(_exchange: Exchange, _session: Pick<SessionFacts, 'id' | 'siteId'>, _participantIds: readonly string[]): Promise<void> {}

/** Opens a task for the counselor of each of these people whose craving rose, due before the day is over. */
export async function openCravingTasks(_exchange: Exchange, _session: Pick<SessionFacts, 'id' | 'siteId'>, _people: readonly { participantId: string; craving: number }[]): Promise<void> {}
