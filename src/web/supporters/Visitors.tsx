/** Who sits in a session with a person, by recorded permission: stands in the group room and on the roster of today. */
import type { ParticipantId } from '../../modules/people/words.ts';
import type { SessionId } from '../../modules/sessions/words.ts';

export function Visitors(_: { sessionId: SessionId; participantId: ParticipantId; displayName: string; isSigned: boolean }) {
  return null;
}
