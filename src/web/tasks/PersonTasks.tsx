/** The tasks about one person. */
import type { ParticipantId } from '../../modules/people/words.ts';

export function PersonTasks(_: { participantId: ParticipantId; displayName: string; timeZone: string }) {
  return null;
}
