/** The people of a site, and those who wait to be admitted. */
import { Work } from '../kit/Work.tsx';
import { useWords } from '../kit/words.tsx';

export function PeoplePage() {
  const { say } = useWords();
  return <Work><h1>{say('room.people')}</h1></Work>;
}
