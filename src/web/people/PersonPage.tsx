/** One person: who they are, how to reach them, where on the path, which seats. */
import { Work } from '../kit/Work.tsx';
import { useWords } from '../kit/words.tsx';

export function PersonPage() {
  const { say } = useWords();
  return <Work><h1>{say('room.people')}</h1></Work>;
}
