/** Contacts of a person outside of sessions, and the way to write one; the danger button stands here too. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { readContactNotes } from '../../boards/notes/contacts.contract.ts';
import type { ParticipantId } from '../../modules/people/words.ts';
import { dateIn } from '../../values/civil-date.ts';
import { useMe } from '../app/me.ts';
import type { ValueOf } from '../call.ts';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { dateText, timeText } from '../kit/times.ts';
import { Rich, useWords } from '../kit/words.tsx';
import { reading } from '../queries.ts';
import { DangerButton } from '../tasks/DangerButton.tsx';
import { whenOf } from '../tasks/task-said.ts';
import { ContactPanel } from './ContactPanel.tsx';
import styles from './contacts.module.css';

type Shown = ValueOf<typeof readContactNotes>;
type Note = Shown['notes'][number];

function NoteRow({ note, timeZone }: { note: Note; timeZone: string }) {
  const { say, language } = useWords();
  const said = [timeText(language, timeZone, note.happenedAt), say(`contacts.kind.${note.kind}`), note.withWhom, ...(note.minutes > 0 ? [say('minutes', { minutes: note.minutes })] : [])];
  return (
    <li>
      <span className="sm dim">{said.join(' · ')}</span>
      <p className={`voice ${styles.text}`}>{note.text}</p>
      {note.risk === 'watch' && <span className={`sm ${styles.watch}`}>{say('contacts.risk.watch')}</span>}
      {note.risk === 'danger' && <span className={`sm ${styles.danger}`}>{say('contacts.risk.danger.said')}{note.danger?.endedAs != null && ` · ${say(`ended.${note.danger.endedAs}`)}`}</span>}
      <span className="least dim">{say('contacts.by', { when: whenOf({ language, zone: timeZone, asOf: note.happenedAt }, note.signedAt), by: [note.authorName, note.authorCredential].filter((part) => part !== '').join(', ') })}</span>
    </li>
  );
}

/** Notes under the day on which the contact was. */
function Days({ notes, timeZone }: { notes: readonly Note[]; timeZone: string }) {
  const { language } = useWords();
  const days = [...Map.groupBy(notes, (note) => dateIn(timeZone, new Date(note.happenedAt)))];
  return days.map(([day, ofDay]) => (
    <div key={day}>
      <h3 className={styles.day}>{dateText(language, day)}</h3>
      <ul className={styles.rows}>{ofDay.map((note) => <NoteRow key={note.id} note={note} timeZone={timeZone} />)}</ul>
    </div>
  ));
}

export function ContactNotes({ participantId, displayName, timeZone }: { participantId: string; displayName: string; timeZone: string }) {
  const { say } = useWords();
  const { may } = useMe();
  const [isWriting, setWriting] = useState(false);
  const read = useQuery(useMemo(() => reading(readContactNotes, { params: { participantId: participantId as ParticipantId } }), [participantId]));
  const shown = read.data;
  return (
    <section aria-labelledby="contact-notes">
      <div className={styles.head}>
        <h2 id="contact-notes">{say('contacts.title')}</h2><span className="grow" />
        {may('contact.write') && shown !== undefined && <button type="button" className="btn small" onClick={() => setWriting(true)}>{say('contacts.write')}</button>}
        <DangerButton participantId={participantId} displayName={displayName} sessionId={null} done={() => { void read.refetch(); }} />
      </div>
      {shown === undefined && read.error !== null && <RefusalNotice answer={read.error.refusal ?? { offline: true }} />}
      {shown !== undefined && shown.openTasks.length > 0 && <p className="sm"><Rich text={say('contacts.open-tasks', { tasks: shown.openTasks.length })} /> <Link className="lk" to="/tasks" search={{}} hash={shown.openTasks[0]?.id ?? ''}>{say('open')}</Link></p>}
      {shown !== undefined && shown.notes.length === 0 && <p className="dim">{say('contacts.empty')}</p>}
      {shown !== undefined && <Days notes={shown.notes} timeZone={timeZone} />}
      {shown !== undefined && shown.older > 0 && <p className="sm dim">{say('contacts.older', { notes: shown.older })}</p>}
      {isWriting && shown !== undefined && (
        <ContactPanel participantId={participantId} displayName={displayName} timeZone={timeZone} asOf={shown.asOf} tasks={shown.openTasks} close={() => setWriting(false)} done={() => setWriting(false)} />
      )}
    </section>
  );
}
