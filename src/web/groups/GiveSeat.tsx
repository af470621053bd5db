/** The panel that gives somebody a seat: found as one types, from a first day on; a full group says from which day it has room. */
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { z } from 'zod';
import { readCandidates } from '../../boards/groups/groups.contract.ts';
import { enroll } from '../../modules/schedules/contract.ts';
import type { CivilDate } from '../../values/civil-date.ts';
import { ActForm, TextField } from '../kit/fields.tsx';
import { SidePanel } from '../kit/SidePanel.tsx';
import { UnreadNotice } from '../kit/UnreadNotice.tsx';
import { useAct } from '../kit/use-act.ts';
import { useWords } from '../kit/words.tsx';
import { reading } from '../queries.ts';
import { entriesOf, firstDayOf } from './ahead.ts';
import { dayText } from './days.ts';
import { findPeople } from './find-people.ts';
import type { GroupBoard } from './seat-rows.ts';
import { STALE } from './stale.ts';
import styles from './forms.module.css';

type Candidate = z.output<typeof readCandidates['output']>['people'][number];
type Given = { enrollmentId: string; name: string; number: number; startsOn: CivilDate };
type Props = { board: GroupBoard; /** The first day on which the seat is free. */ from: CivilDate; close: () => void; done: (given: Given) => void };

/** More than these are found by typing. */
const SHOWN = 8;

type PeopleProps = { people: readonly Candidate[]; typed: string; chosen: string; choose: (id: string) => void; today: string };

function People({ people, typed, chosen, choose, today }: PeopleProps) {
  const { say, language } = useWords();
  const name = useId();
  const found = findPeople(people, typed);
  const kept = found.findIndex((person) => person.participantId === chosen) >= SHOWN ? found.filter((person) => person.participantId === chosen) : [];
  const shown = [...kept, ...found.slice(0, SHOWN - kept.length)];
  return (
    <fieldset className={styles.people}>
      <legend>{say('give.people')}</legend>
      {shown.map((person) => (
        <label key={person.participantId} className={`${styles.person} ${person.elsewhere === null ? '' : styles.away}`}>
          <input type="radio" name={name} required value={person.participantId} checked={chosen === person.participantId} disabled={person.elsewhere !== null} onChange={() => choose(person.participantId)} />
          <span>{person.displayName}</span>
          <span className="sm">{person.elsewhere === null ? say('give.since', { date: dayText(language, person.admittedOn, today) }) : say('give.elsewhere', { group: person.elsewhere })}</span>
        </label>
      ))}
      <p className="sm dim" role="status">{people.length === 0 ? say('give.nobody-left') : found.length === 0 ? say('give.nobody') : found.length > shown.length ? say('give.more', { count: found.length - shown.length }) : null}</p>
    </fieldset>
  );
}

function GiveForm({ board, from, people, done }: Omit<Props, 'close'> & { people: readonly Candidate[] }) {
  const { say, language } = useWords();
  const act = useAct(enroll, STALE);
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState('');
  const first = firstDayOf(board);
  const [startsOn, setStartsOn] = useState<string>(first > from ? first : from);
  const [lastDay, setLastDay] = useState('');
  const entries = entriesOf(board).filter((entry) => entry.date >= from);
  const day = (date: string): string => dayText(language, date, board.today);
  const give = async (date: CivilDate): Promise<void> => {
    const person = people.find((one) => one.participantId === chosen);
    if (person === undefined || act.busy) return;
    const value = await act.carryOut({ params: { seriesId: board.group.id }, body: { participantId: person.participantId, startsOn: date, lastDay: lastDay === '' ? null : lastDay as CivilDate } });
    if (value !== null) done({ enrollmentId: value.enrollmentId, name: person.displayName, number: value.seatNo, startsOn: date });
  };
  const refused = act.answer !== null && 'refused' in act.answer && act.answer.refused === 'group-full' ? act.answer : null;
  const firstFree = refused?.facts?.['firstFree'];
  const full = refused !== null && (typeof firstFree === 'string'
    ? <><span className="sm">{say('give.free-from', { date: day(firstFree) })}</span><button type="button" className="btn" onClick={() => { setStartsOn(firstFree); void give(firstFree as CivilDate); }}>{say('give.from', { date: day(firstFree) })}</button></>
    : <p className="sm dim">{say('give.never-free')}</p>);
  return (
    <ActForm act={act} submit={() => { void give(startsOn as CivilDate); }} label={say('give.act')} more={full}>
      <TextField label={say('give.find')} value={typed} set={setTyped} />
      <People people={people} typed={typed} chosen={chosen} choose={setChosen} today={board.today} />
      <TextField label={say('give.first')} type="date" required earliest={board.today} value={startsOn} set={setStartsOn} hint={say('give.first.hint')} />
      {entries.length > 0 && (
        <div className={styles.days} role="group" aria-label={say('give.entries')}>
          <span className="sm dim">{say('give.entries')}</span>
          {entries.map((entry) => <button key={entry.date} type="button" className="btn small" aria-pressed={startsOn === entry.date} onClick={() => setStartsOn(entry.date)}>{day(entry.date)}{entry.title === '' ? '' : `: ${entry.title}`}</button>)}
        </div>
      )}
      <TextField label={say('give.last')} type="date" earliest={startsOn} value={lastDay} set={setLastDay} />
    </ActForm>
  );
}

export function GiveSeat({ board, from, close, done }: Props) {
  const { say } = useWords();
  const candidates = useQuery(reading(readCandidates, { params: { seriesId: board.group.id } }));
  if (candidates.data === undefined && candidates.error === null) return null;
  return (
    <SidePanel title={say('give.title')} close={close}>
      {candidates.data === undefined ? <UnreadNotice error={candidates.error} again={() => { void candidates.refetch(); }} /> : <GiveForm board={board} from={from} people={candidates.data.people} done={done} />}
    </SidePanel>
  );
}
