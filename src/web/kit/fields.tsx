/** Fields of a form: a label above, a hint below that is read out with it, and the browser's own controls for dates and times. */
import { useId, useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import type { Offline, Refused } from '../call.ts';
import { RefusalNotice } from './RefusalNotice.tsx';
import { useWords } from './words.tsx';
import styles from './panel.module.css';

/** The values of a form, and one setter for each of them. */
export function useFields<Values extends object>(start: Values) {
  const [values, setValues] = useState(start);
  const set = <Key extends keyof Values>(key: Key) => (value: Values[Key]): void => setValues((now) => ({ ...now, [key]: value }));
  return { values, set, setValues };
}

type Base = { label: string; hint?: string | undefined; required?: boolean };
type TextProps = Base & { value: string; set: (value: string) => void; type?: 'text' | 'date' | 'time' | 'tel' | 'email' | 'url'; max?: number; lines?: number; autoComplete?: string; earliest?: string; latest?: string };

function Framed({ id, label, hint, children }: { id: string; label: string; hint: string | undefined; children: ReactNode }) {
  return (
    <div>
      <label className="label" htmlFor={id}>{label}</label>
      {children}
      {hint !== undefined && <p id={`${id}-hint`} className={styles.hint}>{hint}</p>}
    </div>
  );
}

export function TextField({ label, hint, required = false, value, set, type = 'text', max = 200, lines, autoComplete = 'off', earliest, latest }: TextProps) {
  const id = useId();
  const shared = { id, className: 'field', required, value, autoComplete, 'aria-describedby': hint === undefined ? undefined : `${id}-hint` };
  return (
    <Framed id={id} label={label} hint={hint}>
      {lines === undefined
        ? <input {...shared} type={type} min={earliest} max={latest} maxLength={type === 'date' || type === 'time' ? undefined : max} onChange={(event) => set(event.currentTarget.value)} />
        : <textarea {...shared} rows={lines} maxLength={max} onChange={(event) => set(event.currentTarget.value)} />}
    </Framed>
  );
}

/** A whole number, or null while the field is empty. */
export function NumberField({ label, hint, required = false, value, set, least, most }: Base & { value: number | null; set: (value: number | null) => void; least: number; most: number }) {
  const id = useId();
  return (
    <Framed id={id} label={label} hint={hint}>
      <input id={id} className="field" type="number" inputMode="numeric" step={1} min={least} max={most} required={required} value={value ?? ''} autoComplete="off"
        aria-describedby={hint === undefined ? undefined : `${id}-hint`} onChange={(event) => set(event.currentTarget.value === '' ? null : Math.trunc(event.currentTarget.valueAsNumber))} />
    </Framed>
  );
}

export type Option<Value extends string> = { value: Value; label: string };

export function ChoiceField<Value extends string>({ label, hint, required = false, value, set, options }: Base & { value: Value; set: (value: Value) => void; options: readonly Option<Value>[] }) {
  const id = useId();
  return (
    <Framed id={id} label={label} hint={hint}>
      <select id={id} className="field" required={required} value={value} aria-describedby={hint === undefined ? undefined : `${id}-hint`} onChange={(event) => set(event.currentTarget.value as Value)}>
        {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
      </select>
    </Framed>
  );
}

export function CheckField({ label, value, set }: { label: string; value: boolean; set: (value: boolean) => void }) {
  return <label className={styles.check}><input type="checkbox" checked={value} onChange={(event) => set(event.currentTarget.checked)} />{label}</label>;
}

/** Several of a list, under one heading. */
export function ManyField<Value extends string>({ label, value, set, options }: { label: string; value: readonly Value[]; set: (value: Value[]) => void; options: readonly Option<Value>[] }) {
  return (
    <fieldset className={styles.many}>
      <legend>{label}</legend>
      {options.map((option) => (
        <CheckField key={option.value} label={option.label} value={value.includes(option.value)} set={(on) => set(on ? [...value, option.value] : value.filter((one) => one !== option.value))} />
      ))}
    </fieldset>
  );
}

export function Pair({ children }: { children: ReactNode }) {
  return <div className={styles.pair}>{children}</div>;
}

type FormProps = { act: { busy: boolean; answer: Refused | Offline | null }; submit: () => void; /** What the button does, in words: "Add the room", never "OK". */ label: string; children: ReactNode; more?: ReactNode };

/** A form with its one act at the bottom and, above it, why the last attempt was refused; what was typed stays. */
export function ActForm({ act, submit, label, children, more }: FormProps) {
  const { say } = useWords();
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (!act.busy) submit();
  };
  return (
    <form className={styles.form} onSubmit={onSubmit} autoComplete="off">
      <div className={styles.fields}>{children}</div>
      <div className={styles.ends}>
        {act.answer !== null && <RefusalNotice answer={act.answer} />}
        <button type="submit" className="btn go" aria-disabled={act.busy}>{act.busy ? say('saving') : label}</button>
        {more}
      </div>
    </form>
  );
}
