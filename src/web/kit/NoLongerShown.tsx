/** How many people a past day shows no more, said kindly and without a name (W20); nothing where everybody is shown. */
import { useWords } from './words.tsx';

export function NoLongerShown({ people }: { people: number }) {
  const { say } = useWords();
  return people > 0 && <p className="sm dim">{say('people.no-longer-shown', { people })}</p>;
}
