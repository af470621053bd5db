/** A labeled field of the sign-in page, with a hint that is read out with it. */
import type { InputHTMLAttributes } from 'react';
import styles from './sign-in.module.css';

type Props = InputHTMLAttributes<HTMLInputElement> & { id: string; label: string; hint?: string };

export function Field({ id, label, hint, ...input }: Props) {
  return (
    <div className={styles.row}>
      <label className="label" htmlFor={id}>{label}</label>
      <input id={id} name={id} className="field" required aria-describedby={hint === undefined ? undefined : `${id}-hint`} {...input} />
      {hint !== undefined && <p id={`${id}-hint`} className="sm dim">{hint}</p>}
    </div>
  );
}

/** The text of a field as it was sent. */
export function textIn(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
