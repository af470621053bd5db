/** One of a few words, pressed: the group is named, the pressed one is told to readers too. */
import { useId } from 'react';
import type { Option } from '../kit/fields.tsx';
import styles from './today.module.css';

export function Choice<Value extends string>({ label, value, set, options }: { label: string; value: Value; set: (value: Value) => void; options: readonly Option<Value>[] }) {
  const id = useId();
  return (
    <div role="group" aria-labelledby={id}>
      <span id={id} className="label">{label}</span>
      <div className={styles.choices}>
        {options.map((option) => <button key={option.value} type="button" aria-pressed={option.value === value} onClick={() => set(option.value)}>{option.label}</button>)}
      </div>
    </div>
  );
}
