/** A row of pressed-or-not words; with `numbered` each shows the key that presses it. Where nothing may be pressed only the chosen words stand. */
import { useId } from 'react';
import styles from './room.module.css';

type Props<Name extends string> = {
  label: string; names: readonly Name[]; on: readonly Name[]; say: (name: Name) => string; press: (name: Name) => void; numbered?: boolean; readOnly?: boolean;
};

export function Toggles<Name extends string>({ label, names, on, say, press, numbered = false, readOnly = false }: Props<Name>) {
  const id = useId();
  if (readOnly) return on.length === 0 ? null : <div><span className="label">{label}</span><p className={styles.chips}>{on.map((name) => <span key={name}>{say(name)}</span>)}</p></div>;
  return (
    <div role="group" aria-labelledby={id}>
      <span id={id} className={numbered ? 'vh' : 'label'}>{label}</span>
      <div className={styles.toggles}>
        {names.map((name, index) => (
          <button key={name} type="button" className={styles.toggle} aria-pressed={on.includes(name)} onClick={() => press(name)}>
            {numbered && <span className={styles.number} aria-hidden="true">{index + 1}</span>}{say(name)}
          </button>
        ))}
      </div>
    </div>
  );
}
