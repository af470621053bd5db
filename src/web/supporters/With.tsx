/** Who sat in with a person: With: Elena Vale, sister; or came although the person did not. */
import { useWords } from '../kit/words.tsx';
import { allWithRelation } from './said.ts';

export function With({ people, isAlone = false }: { people: readonly { name: string; relation: string }[]; isAlone?: boolean }) {
  const { say } = useWords();
  return people.length === 0 ? null : <p className="sm dim">{say(isAlone ? 'visit.without' : 'visit.with', { names: allWithRelation(people) })}</p>;
}
