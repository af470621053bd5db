/** The overview of one person: what the person wants, what comes next, what to look at first, and what happened lately. */
import { PersonFrame } from './PersonFrame.tsx';
import { Overview } from '../record/Overview.tsx';

export function PersonPage() {
  return <PersonFrame>{({ person, episode, planSession, change }) => <Overview person={person} episode={episode} planSession={planSession} change={change} />}</PersonFrame>;
}
