/** The panel that ends an episode: the reason, the last day, and in numbers what will happen before the button is pressed. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { readEnding } from '../../boards/people/people.contract.ts';
import type { discharge } from '../../modules/placements/ends.contract.ts';
import { DISCHARGE_REASONS } from '../../modules/placements/words.ts';
import { addDays } from '../../values/civil-date.ts';
import type { CivilDate } from '../../values/civil-date.ts';
import type { ValueOf } from '../call.ts';
import { ActForm, ChoiceField, TextField, useFields } from '../kit/fields.tsx';
import { Notice } from '../kit/Notice.tsx';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { SidePanel } from '../kit/SidePanel.tsx';
import { dateText } from '../kit/times.ts';
import type { Act } from '../kit/use-act.ts';
import { Rich, useWords } from '../kit/words.tsx';
import { reading } from '../queries.ts';
import type { PanelProps } from './panel-props.ts';
import styles from './people.module.css';
import { dayText } from './texts.ts';

/** A transfer is its own act. */
const REASONS = DISCHARGE_REASONS.filter((reason) => reason !== 'transferred');
type Reason = (typeof REASONS)[number];
type Ending = ValueOf<typeof readEnding>;

const isWritten = (day: string): boolean => /^(199|20\d)\d-\d\d-\d\d$/.test(day);

/** What a last day would bring; asked for anew whenever the day changes. */
export function useEnding(episodeId: string, lastDay: string) {
  return useQuery({ ...reading(readEnding, { params: { episodeId }, query: { lastDay: lastDay as CivilDate } }), enabled: isWritten(lastDay), placeholderData: (before) => before });
}

/** The local day of a session, as its site writes it. */
const dayOf = (zone: string, instant: string): string => new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date(instant));

function Notes({ notes, today }: { notes: Ending['notes']; today: string }) {
  const { say, language } = useWords();
  if (notes.length === 0) return null;
  return (
    <li>
      <Rich text={say('ends.will.notes', { notes: notes.length })} />
      <ul>
        {notes.map((note) => <li key={note.sessionId}><Link className="lk" to="/sessions/$sessionId" params={{ sessionId: note.sessionId }}>{`${note.name}, ${dayText(language, dayOf(note.timeZone, note.startedAt), today)}`}</Link></li>)}
      </ul>
    </li>
  );
}

export function WhatWillHappen({ episodeId, lastDay, today }: { episodeId: string; lastDay: string; today: string }) {
  const { say, language } = useWords();
  const ending = useEnding(episodeId, lastDay);
  if (!isWritten(lastDay)) return null;
  if (ending.data === undefined) return ending.error === null ? <p className="dim">{say('ends.will.asking')}</p> : <RefusalNotice answer={ending.error.refusal ?? { offline: true }} />;
  const { seats, bookings, tasksEnding, tasksStaying, dangerOpen, notes, lastHere } = ending.data;
  const day = (date: string): string => dayText(language, date, today);
  return (
    <div className={styles.will}>
      <h3>{say('ends.will')}</h3>
      <ul>
        <li>{say('ends.will.parts', { day: day(lastDay) })}</li>
        <li>{seats.length === 0 ? say('ends.will.no-seats') : <Rich text={say('ends.will.seats', { seats: seats.length, day: day(addDays(lastDay as CivilDate, 1)), groups: seats.map((seat) => seat.name).join(', ') })} />}</li>
        {bookings > 0 && <li>{say('ends.will.bookings', { bookings })}</li>}
        {tasksEnding > 0 && <li>{say('ends.will.tasks', { tasks: tasksEnding })}</li>}
        {tasksStaying > 0 && <li>{say('ends.will.staying', { tasks: tasksStaying })}</li>}
        <Notes notes={notes} today={today} />
      </ul>
      {lastHere !== null && lastHere > lastDay && <Notice tone="amber" sentence={say('ends.will.was-here', { day: dateText(language, lastHere, 'month-day') })} way={say('ends.will.was-here.way')} />}
      {dangerOpen > 0 && <Notice tone="amber" sentence={say('ends.will.danger')} way={say('ends.will.danger.way')} />}
    </div>
  );
}

type Props = PanelProps & { act: Act<typeof discharge>; takeBack: (version: number) => void };

export function EndEpisode({ act, takeBack, episode, today, close, done }: Props) {
  const { say, language } = useWords();
  const { values, set } = useFields({ reason: '' as Reason | '', lastDay: today, detail: '' });
  const submit = async (): Promise<void> => {
    if (values.reason === '') return;
    const ended = await act.carryOut({ params: { episodeId: episode.episodeId }, body: { version: episode.version, reason: values.reason, lastDay: values.lastDay as CivilDate, detail: values.detail } });
    if (ended === null) return;
    close();
    done(say('ends.done', { day: dayText(language, ended.lastDay, today) }), () => takeBack(ended.version));
  };
  return (
    <SidePanel title={say('ends.end')} close={close}>
      <ActForm act={act} submit={() => { void submit(); }} label={say('ends.end.act')}>
        <ChoiceField<Reason | ''> label={say('ends.reason')} required value={values.reason} set={set('reason')} options={[{ value: '', label: say('choose') }, ...REASONS.map((reason) => ({ value: reason, label: say(`discharge.${reason}`) }))]} />
        <TextField label={say('ends.last-day')} type="date" value={values.lastDay} set={(lastDay) => { act.forget(); set('lastDay')(lastDay); }} earliest={episode.admittedOn} required />
        <TextField label={say('ends.detail')} hint={say('ends.detail.hint')} value={values.detail} set={set('detail')} lines={3} max={1000} />
        <WhatWillHappen episodeId={episode.episodeId} lastDay={values.lastDay} today={today} />
      </ActForm>
    </SidePanel>
  );
}
