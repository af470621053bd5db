/** One session as planned, with everybody it concerns: cancel or move it, with a reason. */
import { Work } from '../kit/Work.tsx';
import { useWords } from '../kit/words.tsx';

export function SessionPlanPage() {
  const { say } = useWords();
  return <Work><h1>{say('room.groups')}</h1></Work>;
}
