/** Breaks of a session in a form: when each began, how long it was, and whether it was taken. */
import { useEffect, useRef } from 'react';
import { CheckField, NumberField, Pair } from '../kit/fields.tsx';
import { useWords } from '../kit/words.tsx';
import type { TypedBreak } from './figures.ts';
import styles from './session-day.module.css';

const MOST_BREAKS = 12;
type Props = { breaks: readonly TypedBreak[]; set: (breaks: TypedBreak[]) => void; /** Whether it is asked if a break was taken: not of one that is still to come. */ asksTaken: boolean };

export function Breaks({ breaks, set, asksTaken }: Props) {
  const { say } = useWords();
  const box = useRef<HTMLDivElement>(null);
  const added = useRef(false);
  useEffect(() => {
    if (!added.current) return;
    added.current = false;
    box.current?.querySelector<HTMLElement>('fieldset:last-of-type input[type=number]')?.focus();
  });
  const change = (index: number, part: Partial<TypedBreak>): void => set(breaks.map((one, at) => (at === index ? { ...one, ...part } : one)));
  return (
    <div ref={box} className={styles.breaks}>
      {breaks.map((one, index) => (
        <fieldset key={index} className={styles.break}>
          <legend>{say('session-day.break', { number: index + 1 })}</legend>
          {asksTaken && <CheckField label={say('session-day.break.taken')} value={one.taken} set={(taken) => change(index, { taken })} />}
          {one.taken && (
            <Pair>
              <NumberField label={say('times.break.start')} required least={0} most={959} value={one.startMinute} set={(startMinute) => change(index, { startMinute })} />
              <NumberField label={say('times.break.minutes')} required least={1} most={240} value={one.minutes} set={(minutes) => change(index, { minutes })} />
            </Pair>
          )}
          {!asksTaken && <button type="button" className="btn small quiet" onClick={() => { set(breaks.filter((_, at) => at !== index)); box.current?.querySelector<HTMLElement>('[data-add]')?.focus(); }}>{say('times.break.remove')}</button>}
        </fieldset>
      ))}
      {breaks.length < MOST_BREAKS && <button type="button" data-add className="btn small" onClick={() => { added.current = true; set([...breaks, { startMinute: null, minutes: null, taken: true }]); }}>{say('times.break.add')}</button>}
    </div>
  );
}
