/** The notes about a person, the newest first. */
import type { ParticipantId } from '../../modules/people/words.ts';

export function PersonNotes(_: { participantId: ParticipantId; displayName: string; today: string }) {
  return null;
}
