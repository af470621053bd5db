/** Finding people as one types, and choosing one or several of them; who is elsewhere at that hour is told and cannot be chosen. */
import { useId, useState } from 'react';
import { findPeople } from '../groups/find-people.ts';
import { TextField } from '../kit/fields.tsx';
import { useWords } from '../kit/words.tsx';
import styles from './session-day.module.css';

export type Choosable = { readonly participantId: string; readonly displayName: string; readonly elsewhere: string | null };

/** More than these are found by typing. */
const SHOWN = 8;

type Props = { people: readonly Choosable[]; chosen: readonly string[]; set: (ids: string[]) => void; /** How many may be chosen. */ most: number; legend: string };

export function PeopleField({ people, chosen, set, most, legend }: Props) {
  const { say } = useWords();
  const name = useId();
  const [typed, setTyped] = useState('');
  const kept = people.filter((one) => chosen.includes(one.participantId));
  const found = findPeople(people, typed).filter((one) => !chosen.includes(one.participantId));
  const shown = [...kept, ...found.slice(0, Math.max(0, SHOWN - kept.length))];
  const choose = (id: string, on: boolean): void => set(!on ? chosen.filter((one) => one !== id) : most === 1 ? [id] : [...chosen, id]);
  const rest = kept.length + found.length - shown.length;
  return (
    <>
      <TextField label={say('give.find')} value={typed} set={setTyped} />
      <fieldset className={styles.people}>
        <legend>{legend}</legend>
        {shown.map(({ participantId, displayName, elsewhere }) => {
          const isChosen = chosen.includes(participantId);
          return (
            <label key={participantId} className={elsewhere === null ? styles.person : `${styles.person} ${styles.away}`}>
              <input type={most === 1 ? 'radio' : 'checkbox'} name={name} checked={isChosen} disabled={elsewhere !== null || (most > 1 && !isChosen && chosen.length >= most)} onChange={(event) => choose(participantId, event.currentTarget.checked)} />
              <span>{displayName}</span>
              {elsewhere !== null && <span className="sm">{say('give.elsewhere', { group: elsewhere })}</span>}
            </label>
          );
        })}
        <p className="sm dim" role="status">{people.length === 0 ? say('session-day.nobody-left') : shown.length === 0 ? say('give.nobody') : rest > 0 ? say('give.more', { count: rest }) : null}</p>
      </fieldset>
    </>
  );
}
