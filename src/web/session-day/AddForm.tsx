/** The form of a session that is added: what it is, when, where, with whom; its seats follow from its kind. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { readSitePeople } from '../../boards/day/session-day.contract.ts';
import { addSession } from '../../modules/sessions/day.contract.ts';
import type { ParticipantId } from '../../modules/people/words.ts';
import { SEATS, SESSION_TYPES } from '../../modules/schedules/words.ts';
import type { SessionId, SessionType } from '../../modules/sessions/words.ts';
import type { CivilDate, LocalTime } from '../../values/civil-date.ts';
import type { Choices } from '../groups/use-choices.ts';
import { ActForm, ChoiceField, NumberField, Pair, TextField, useFields } from '../kit/fields.tsx';
import { dateText, timeText } from '../kit/times.ts';
import { useAct } from '../kit/use-act.ts';
import { Rich, useWords } from '../kit/words.tsx';
import { reading } from '../queries.ts';
import { Breaks } from './Breaks.tsx';
import type { TypedBreak } from './figures.ts';
import { InTheWay } from './InTheWay.tsx';
import { PeopleField } from './people-field.tsx';
import { NO_PLACE, PlaceFields, placeOf } from './place-fields.tsx';
import { STALE_DAY } from './use-session-day.ts';
import styles from './session-day.module.css';

export type Added = { sessionId: SessionId; date: CivilDate; text: string };
/** With whom it starts when it is planned for one person: that person is chosen, the own program and counselor too. */
export type For = { participantId: string; programId: string; counselorId: string | null };
export type AddProps = { siteId: string; timeZone: string; date: string; choices: Choices; added: (added: Added) => void; start?: For; /** What is worth knowing about a session of this kind. */ beside?: (type: SessionType) => ReactNode };

/** Seats that a kind of session has by itself; the others are typed. */
const FIXED: Partial<Record<SessionType, number>> = { individual: 1, couple: 2, 'medication-visit': 1 };
const AN_HOUR = 60;
/** What is planned for one person comes first. */
const FOR_ONE: readonly SessionType[] = ['individual', 'family', 'couple'];

function usePeople(siteId: string, programId: string, date: string) {
  const people = useQuery({ ...reading(readSitePeople, { query: { siteId, programId, date: date as CivilDate } }), enabled: programId !== '' && date !== '' });
  return (people.data?.people ?? []).map((one) => ({ ...one, elsewhere: null }));
}

function useAddForm({ siteId, date, choices, start }: AddProps) {
  const { say } = useWords();
  const { values, set } = useFields({ sessionType: 'individual' as SessionType, name: '', programId: choices.programs.find(({ id }) => id === start?.programId)?.id ?? choices.programs[0]?.id ?? '', date, startsAtLocal: '', minutes: AN_HOUR as number | null, capacity: SEATS as number | null });
  const leader = choices.staff.some(({ id }) => id === start?.counselorId) ? start?.counselorId ?? '' : '';
  const [place, setPlace] = useState({ ...NO_PLACE, facilitatorId: leader });
  const [breaks, setBreaks] = useState<TypedBreak[]>([]);
  const [chosen, setChosen] = useState<string[]>(start === undefined ? [] : [start.participantId]);
  const people = usePeople(siteId, values.programId, values.date);
  const capacity = FIXED[values.sessionType] ?? values.capacity ?? 0;
  const name = values.name.trim() === '' ? say(`groups.type.${values.sessionType}`) : values.name.trim();
  // Another day or program has other people; whoever is not among them is not sent.
  const participantIds = chosen.filter((id) => people.some((one) => one.participantId === id)).slice(0, capacity) as ParticipantId[];
  const body = {
    sessionType: values.sessionType, name, programId: values.programId, date: values.date as CivilDate, startsAtLocal: values.startsAtLocal as LocalTime, minutes: values.minutes ?? 0, capacity, participantIds,
    breaks: breaks.flatMap(({ startMinute, minutes }) => (startMinute === null || minutes === null ? [] : [{ startMinute, minutes }])), ...placeOf(place),
  };
  return { values, set, place, setPlace, breaks, setBreaks, setChosen, people, capacity, body };
}

export function AddForm(props: AddProps) {
  const { say, language } = useWords();
  const { siteId, choices, added, start, beside } = props;
  const types = start === undefined ? SESSION_TYPES : [...FOR_ONE, ...SESSION_TYPES.filter((type) => !FOR_ONE.includes(type))];
  const act = useAct(addSession, STALE_DAY);
  const { values, set, place, setPlace, breaks, setBreaks, setChosen, people, capacity, body } = useAddForm(props);
  const free = { rooms: choices.rooms.map((one) => ({ ...one, busyWith: null })), staff: choices.staff.map((one) => ({ ...one, busyWith: null, holds: true })), credential: '' };
  const choose = (type: SessionType): void => {
    set('sessionType')(type);
    // A family is planned around one person; a group is not.
    if (start !== undefined) set('capacity')(type === 'family' ? 1 : SEATS);
  };
  const elsewhere = act.answer !== null && 'refused' in act.answer && act.answer.refused === 'people-elsewhere' ? act.answer.facts?.['participantIds'] : undefined;
  const names = Array.isArray(elsewhere) ? people.filter((one) => elsewhere.includes(one.participantId)).map((one) => one.displayName) : [];
  const chosen = people.filter((one) => body.participantIds.includes(one.participantId as ParticipantId)).map((one) => one.displayName);
  const submit = async (): Promise<void> => {
    const value = await act.carryOut({ params: { siteId }, body });
    if (value === null) return;
    const when = { name: body.name, date: dateText(language, body.date), time: timeText(language, props.timeZone, value.startsAt) };
    added({ sessionId: value.sessionId, date: body.date, text: say(chosen.length === 0 ? 'session-day.add.done' : 'session-day.add.done.for', { ...when, names: chosen.join(', ') }) });
  };
  return (
    <ActForm act={act} submit={() => { void submit(); }} label={say('session-day.add.act')} more={<>{names.length > 0 && <p className="sm">{say('session-day.add.elsewhere', { names: names.join(', ') })}</p>}<InTheWay answer={act.answer} /></>}>
      {start === undefined && <p className={styles.say}>{say('session-day.add.say')}</p>}
      <Pair>
        <ChoiceField label={say('groups.type')} value={values.sessionType} set={choose} options={types.map((type) => ({ value: type, label: say(`groups.type.${type}`) }))} />
        <ChoiceField label={say('groups.program')} required value={values.programId} set={set('programId')} options={choices.programs.map(({ id, name }) => ({ value: id, label: name }))} />
      </Pair>
      {values.sessionType === 'couple' && <p className={styles.say}>{say('session-day.add.couple')}</p>}
      {beside?.(values.sessionType)}
      <TextField label={say('groups.name')} max={80} value={values.name} set={set('name')} hint={say('session-day.add.name.hint', { name: body.name })} />
      <TextField label={say('plan.date')} type="date" required value={values.date} set={set('date')} hint={say('session-day.add.date.hint')} />
      <Pair>
        <TextField label={say('times.start')} type="time" required value={values.startsAtLocal} set={set('startsAtLocal')} />
        <NumberField label={say('times.minutes')} required least={1} most={720} value={values.minutes} set={set('minutes')} />
      </Pair>
      <Breaks breaks={breaks} set={setBreaks} asksTaken={false} />
      <PlaceFields values={place} set={setPlace} choices={free} own={null} />
      {FIXED[values.sessionType] === undefined && <NumberField label={say('groups.capacity')} required least={1} most={SEATS} value={values.capacity} set={set('capacity')} />}
      <PeopleField people={people} chosen={body.participantIds} set={setChosen} most={capacity} legend={say('session-day.add.people', { most: capacity })} />
      <p className={styles.sum} role="status"><Rich text={say('session-day.add.sum', { people: body.participantIds.length, free: Math.max(0, capacity - body.participantIds.length) })} /></p>
    </ActForm>
  );
}
