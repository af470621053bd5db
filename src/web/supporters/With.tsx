/** Who sat in with a person: With: Elena Vale, sister. */
import { useWords } from '../kit/words.tsx';
import { allWithRelation } from './said.ts';

export function With({ people }: { people: readonly { name: string; relation: string }[] }) {
  const { say } = useWords();
  return people.length === 0 ? null : <p className="sm dim">{say('visit.with', { names: allWithRelation(people) })}</p>;
}
