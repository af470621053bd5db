/** The weekly times of a group in a form: rows that are added and removed, and what they come to in a week. */
import { useEffect, useRef } from 'react';
import { ChoiceField, NumberField, Pair, TextField } from '../kit/fields.tsx';
import { hoursText } from '../kit/times.ts';
import { Rich, useWords } from '../kit/words.tsx';
import { weekdayText } from './days.ts';
import { BY_LINK, NOT_SETTLED, anotherTime, lengthOf } from './time-form.ts';
import type { TimeForm } from './time-form.ts';
import type { Choices } from './use-choices.ts';
import { clinicalOf } from './week.ts';
import styles from './forms.module.css';

const MOST_MINUTES = 720;
const MOST_BREAK = 240;
const MOST_BREAKS = 12;
const MOST_TIMES = 21;

/** Letters and digits only, as the server compares them. */
const bare = (kind: string): string => kind.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

export function useRoomOptions(choices: Choices) {
  const { say } = useWords();
  return [{ value: NOT_SETTLED, label: say('times.room.none') }, ...choices.rooms.map(({ id, name }) => ({ value: id, label: name })), { value: BY_LINK, label: say('times.room.link') }];
}

/** Everybody who works at the site; who does not hold the credential is listed and said so. */
export function useLeaderOptions(choices: Choices, credential: string) {
  const { say } = useWords();
  const wanted = bare(credential);
  const label = ({ name, credentials }: Choices['staff'][number]): string => (wanted === '' || credentials.some((one) => bare(one) === wanted) ? name : say('times.lacks', { name, credential }));
  return [{ value: '', label: say('times.leader.none') }, ...choices.staff.map((one) => ({ value: one.id, label: label(one) }))];
}

/** Adding a row pushes its button away and removing one takes its button along, so the focus is told where to go. */
function useFocusNext() {
  const box = useRef<HTMLDivElement>(null);
  const next = useRef<string | null>(null);
  useEffect(() => {
    if (next.current === null) return;
    box.current?.querySelector<HTMLElement>(next.current)?.focus();
    next.current = null;
  });
  return { box, focusNext: (selector: string): void => { next.current = selector; } };
}

type RowProps = { time: TimeForm; change: (part: Partial<TimeForm>) => void; choices: Choices; credential: string; focusNext: (selector: string) => void };

function Breaks({ time, change, focusNext }: Pick<RowProps, 'time' | 'change' | 'focusNext'>) {
  const { say } = useWords();
  const set = (index: number, part: Partial<TimeForm['breaks'][number]>): void => change({ breaks: time.breaks.map((one, at) => (at === index ? { ...one, ...part } : one)) });
  return (
    <>
      {time.breaks.map((one, index) => (
        <fieldset key={index} className={styles.break} data-break={index}>
          <legend className="vh">{say('times.breaks')} {index + 1}</legend>
          <Pair>
            <NumberField label={say('times.break.start')} required least={0} most={MOST_MINUTES - 1} value={one.startMinute} set={(startMinute) => set(index, { startMinute })} />
            <NumberField label={say('times.break.minutes')} required least={1} most={MOST_BREAK} value={one.minutes} set={(minutes) => set(index, { minutes })} />
          </Pair>
          <button type="button" className="btn small quiet" onClick={() => { change({ breaks: time.breaks.filter((_, at) => at !== index) }); focusNext(`[data-time='${time.key}'] [data-add]`); }}>{say('times.break.remove')}</button>
        </fieldset>
      ))}
    </>
  );
}

function TimeRow({ time, change, choices, credential, focusNext }: RowProps) {
  const { say, language } = useWords();
  const weekdays = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: String(day), label: weekdayText(language, day) }));
  const rooms = useRoomOptions(choices);
  const leaders = useLeaderOptions(choices, credential);
  const takesLink = time.place === BY_LINK || (time.place !== NOT_SETTLED && time.link !== '');
  return (
    <>
      <ChoiceField label={say('times.weekday')} value={time.weekday} set={(weekday) => change({ weekday })} options={weekdays} />
      <Pair>
        <TextField label={say('times.start')} type="time" required value={time.startsAtLocal} set={(startsAtLocal) => change({ startsAtLocal })} />
        <NumberField label={say('times.minutes')} required least={1} most={MOST_MINUTES} value={time.minutes} set={(minutes) => change({ minutes })} />
      </Pair>
      <Breaks time={time} change={change} focusNext={focusNext} />
      <ChoiceField label={say('times.room')} value={time.place} set={(place) => change({ place })} options={rooms} />
      {takesLink && <TextField label={say('times.link')} type="url" max={500} required={time.place === BY_LINK} value={time.link} set={(link) => change({ link })} />}
      <ChoiceField label={say('times.leader')} value={time.facilitatorId} set={(facilitatorId) => change({ facilitatorId })} options={leaders} />
    </>
  );
}

type Props = { times: readonly TimeForm[]; set: (times: TimeForm[]) => void; choices: Choices; credential: string };

export function TimesEditor({ times, set, choices, credential }: Props) {
  const { say } = useWords();
  const { box, focusNext } = useFocusNext();
  const { clinical, breaks } = clinicalOf(times.map(lengthOf));
  const change = (key: number) => (part: Partial<TimeForm>): void => set(times.map((time) => (time.key === key ? { ...time, ...part } : time)));
  const addBreak = (time: TimeForm): void => {
    change(time.key)({ breaks: [...time.breaks, { startMinute: null, minutes: null }] });
    focusNext(`[data-time='${time.key}'] [data-break='${time.breaks.length}'] input`);
  };
  const addTime = (): void => {
    const added = anotherTime(times);
    set([...times, added]);
    focusNext(`[data-time='${added.key}'] select`);
  };
  const removeTime = (time: TimeForm): void => {
    set(times.filter((other) => other.key !== time.key));
    focusNext('[data-add-time]');
  };
  return (
    <div className={styles.times} ref={box}>
      {times.map((time, index) => (
        <fieldset key={time.key} className={styles.time} data-time={time.key}>
          <legend>{say('times.of', { number: index + 1 })}</legend>
          <TimeRow time={time} change={change(time.key)} choices={choices} credential={credential} focusNext={focusNext} />
          <div className={styles.rowActs}>
            {time.breaks.length < MOST_BREAKS && <button type="button" data-add className="btn small" onClick={() => addBreak(time)}>{say('times.break.add')}<span className="vh"> {index + 1}</span></button>}
            {times.length > 1 && <button type="button" className="btn small quiet" onClick={() => removeTime(time)}>{say('times.remove')}<span className="vh"> {index + 1}</span></button>}
          </div>
        </fieldset>
      ))}
      {times.length < MOST_TIMES && <button type="button" data-add-time className="btn" onClick={addTime}>{say('times.add')}</button>}
      <p className={styles.sum} role="status"><Rich text={say('times.say', { hours: hoursText(clinical), breaks })} /></p>
    </div>
  );
}
