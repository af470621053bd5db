/** What a person works on. */
import { useMe } from '../app/me.ts';
import { NotYours } from '../kit/NotYours.tsx';
import { Plan } from '../plan/Plan.tsx';
import { PersonFrame } from './PersonFrame.tsx';

export function PersonPlanPage() {
  const { may } = useMe();
  return <PersonFrame>{({ person, done }) => (may('plan.read') ? <Plan participantId={person.participantId} displayName={person.displayName} done={done} /> : <NotYours />)}</PersonFrame>;
}
