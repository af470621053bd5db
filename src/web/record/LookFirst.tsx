/** What to look at first: short notes, each with the way out; a seat that mends the week is booked right here. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { readLook } from '../../boards/people/record.contract.ts';
import type { SessionId } from '../../modules/sessions/words.ts';
import { useMe } from '../app/me.ts';
import { Blank } from '../kit/Blank.tsx';
import { Icon } from '../kit/Icon.tsx';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { timeText } from '../kit/times.ts';
import { useWords } from '../kit/words.tsx';
import type { Episode } from '../people/back.ts';
import type { Person } from '../people/PersonHead.tsx';
import { reading } from '../queries.ts';
import { Shield } from '../tasks/Shield.tsx';
import { Mend } from '../week/Mend.tsx';
import { useBook } from '../week/use-book.tsx';
import type { Booking } from '../week/use-book.tsx';
import { ownNotes, readNotes, whenIn } from './look.ts';
import type { Look, LookNote } from './look.ts';
import { weekDay } from './when.ts';
import styles from './record.module.css';

/** `mend`: in place of a link, what mends a week. */
function Note({ note, out }: { note: LookNote; out: ReactNode }) {
  return (
    <li className={styles.note} data-tone={note.tone}>
      {note.tone === 'danger' ? <Shield /> : <Icon name={note.way === 'week' ? 'clock' : note.way === 'session' ? 'pen' : 'warn'} />}
      <div><p><b>{note.title}</b></p>{note.detail !== '' && <p className="sm">{note.detail}</p>}{out}</div>
    </li>
  );
}

type Props = { person: Person; episode: Episode | null; planSession: (() => void) | null; /** Null where the asker may not. */ change: (() => void) | null };

/** Where a note is mended; nothing where the asker may not. */
function Out({ note, person, planSession, change, look, booking }: { note: LookNote; look: Look | undefined; booking: Booking } & Omit<Props, 'episode'>) {
  const { say } = useWords();
  const { may } = useMe();
  const { participantId } = person;
  const of = { params: { participantId }, search: {}, className: 'lk sm', preload: false as const };
  if (note.key === 'short') return look?.week == null ? null : <div className={styles.mends}><Mend person={look.week.person} timeZone={look.timeZone} isOver={false} booking={booking} most={2} /></div>;
  if (note.way === 'plan-session') return planSession === null ? null : <button type="button" className="btn small" onClick={planSession}>{say('record.plan-session')}</button>;
  if (note.way === 'change') return change === null ? null : <button type="button" className="btn small" onClick={change}>{say('record.change')}</button>;
  if (note.way === 'plan') return <Link to="/people/$participantId/plan" {...of}>{say('look.open-plan')}</Link>;
  if (note.way === 'tasks') return may('contact.read') ? <Link to="/people/$participantId/contacts" {...of}>{say('look.open-task')}</Link> : null;
  if (note.way === 'details') return <Link to="/people/$participantId/details" {...of}>{say('look.open-details')}</Link>;
  return note.sessionId === undefined || !may('note.draft') ? null : <Link to="/sessions/$sessionId" params={{ sessionId: note.sessionId as SessionId }} className="lk sm" preload={false}>{say('look.open-note')}</Link>;
}

export function LookFirst({ person, episode, planSession, change }: Props) {
  const { say, language } = useWords();
  const { may } = useMe();
  const read = useQuery(reading(readLook, { params: { participantId: person.participantId } }));
  // Held here and not in the note: the note goes when the week is mended, the way back stays.
  const booking = useBook();
  const day = (date: string): string => weekDay(language, date, person.today);
  const when = whenIn(person.today, { time: (instant, zone) => timeText(language, zone, instant), day });
  const isHere = episode !== null && (episode.endedOn === null || episode.endedOn >= person.today);
  const own = ownNotes({ say, day }, person, episode);
  const notes = [...(read.data === undefined ? [] : readNotes({ say, day, when }, read.data)), ...own];
  return (
    <section aria-labelledby="look">
      <div className={styles.head}><h2 id="look">{say('look.title')}</h2></div>
      {read.data === undefined && read.error === null && <p className={styles.note} aria-busy="true"><Blank width={20} /><Blank width={220} /></p>}
      {read.data === undefined && read.error !== null && <RefusalNotice answer={read.error.refusal ?? { offline: true }}><button type="button" className="btn small" onClick={() => { void read.refetch(); }}>{say('again')}</button></RefusalNotice>}
      {notes.length > 0 && <ul className={styles.notes}>{notes.map((note) => <Note key={note.key} note={note} out={<Out note={note} person={person} planSession={planSession} change={change} look={read.data} booking={booking} />} />)}</ul>}
      {read.data !== undefined && notes.length === 0 && <p className={styles.calm}><Icon name="check" />{say(may('hours.read') && isHere ? 'look.nothing' : 'look.nothing.contacts')}</p>}
      {booking.toast}
    </section>
  );
}
