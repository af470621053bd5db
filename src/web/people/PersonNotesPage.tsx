/** The notes about one person. */
import { useMe } from '../app/me.ts';
import { NotYours } from '../kit/NotYours.tsx';
import { PersonNotes } from '../person-notes/PersonNotes.tsx';
import { PersonFrame } from './PersonFrame.tsx';

export function PersonNotesPage() {
  const { may } = useMe();
  return <PersonFrame>{({ person }) => (may('note.read') ? <PersonNotes participantId={person.participantId} displayName={person.displayName} today={person.today} /> : <NotYours />)}</PersonFrame>;
}
