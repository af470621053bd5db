/** The goal in the person's own words, and the objective a note speaks to. */
import type { PersonPart } from '../../modules/notes/words.ts';
import { useWords } from '../kit/words.tsx';
import type { RoomPerson } from './readiness.ts';
import styles from './room.module.css';

/** The goal of the chosen objective, else the first: what this person wants stands beside what is written. */
export function Goal({ person, part }: { person: RoomPerson; part: PersonPart }) {
  const { say } = useWords();
  const words = person.objectives.find((one) => one.id === part.objectiveId)?.ownWords ?? person.ownWords;
  if (words === null || words === '') return null;
  return (
    <div className={styles.goal}>
      <p className="least dim">{say('person.goal')}</p>
      <p className="voice">“{words}”</p>
    </div>
  );
}

function Target() {
  return <svg className={styles.target} viewBox="0 0 24 24" aria-hidden="true"><circle cx="12" cy="12" r="8.500" /><circle cx="12" cy="12" r="3.500" /></svg>;
}

/** The objective of a row that is closed, as number and text. */
export function ObjectiveLine({ objective }: { objective: { number: string; text: string } | null | undefined }) {
  const { say } = useWords();
  if (objective == null) return null;
  return <p className={styles.objective}><Target /><span><span className="vh">{say('person.objective')} </span>{objective.number} {objective.text}</span></p>;
}
