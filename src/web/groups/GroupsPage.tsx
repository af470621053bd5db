/** The groups of a site: their week, seats taken and free. */
import { Work } from '../kit/Work.tsx';
import { useWords } from '../kit/words.tsx';

export function GroupsPage() {
  const { say } = useWords();
  return <Work><h1>{say('room.groups')}</h1></Work>;
}
