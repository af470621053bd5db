/** What a danger is about, as five large choices: words in free text are not watched (W19). */
import { CONCERNS } from '../../modules/tasks/words.ts';
import type { Concern } from '../../modules/tasks/words.ts';
import { useWords } from '../kit/words.tsx';
import styles from './tasks.module.css';

export function Concerns({ value, set }: { value: Concern | null; set: (value: Concern) => void }) {
  const { say } = useWords();
  return (
    <fieldset className={styles.concerns}>
      <legend>{say('danger.about')}</legend>
      {CONCERNS.map((concern) => (
        <label key={concern} className={styles.concern}><input type="radio" name="concern" value={concern} required checked={value === concern} onChange={() => set(concern)} />{say(`concern.${concern}`)}</label>
      ))}
    </fieldset>
  );
}
