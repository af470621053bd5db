/** The overview of a person. */
import { useMe } from '../app/me.ts';
import type { Episode } from '../people/back.ts';
import type { Person } from '../people/PersonHead.tsx';
import { DangerButton } from '../tasks/DangerButton.tsx';

export function Overview({ person }: { person: Person; episode: Episode | null }) {
  const { may } = useMe();
  return may('danger.mark') ? <p><DangerButton participantId={person.participantId} displayName={person.displayName} sessionId={null} done={() => {}} /></p> : null;
}
