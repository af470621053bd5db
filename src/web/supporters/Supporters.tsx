/** Who is close to a person, and which sessions they may attend. */
import type { ParticipantId } from '../../modules/people/words.ts';

type Props = { participantId: ParticipantId; displayName: string; today: string; done: (text: string, undo: () => void) => void };

export function Supporters(_: Props) {
  return null;
}
