/** Contacts of a person outside of sessions, and the way to write one. */
import { useState } from 'react';
import { readContactNotes } from '../../boards/notes/contacts.contract.ts';
import type { ParticipantId } from '../../modules/people/words.ts';
import { dateIn } from '../../values/civil-date.ts';
import { useMe } from '../app/me.ts';
import type { ValueOf } from '../call.ts';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { dateText, timeText } from '../kit/times.ts';
import { useWords } from '../kit/words.tsx';
import { whenOf } from '../tasks/task-said.ts';
import { usePages } from '../tasks/use-pages.ts';
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
  const read = usePages(readContactNotes, { participantId: participantId as ParticipantId }, (page) => { const last = page.notes.at(-1); return page.older === 0 || last === undefined ? null : { beforeId: last.id }; });
  const shown = read.data?.pages[0];
  const notes = read.data?.pages.flatMap((page) => page.notes) ?? [];
  const older = read.data?.pages.at(-1)?.older ?? 0;
  return (
    <section aria-labelledby="contact-notes">
      <div className={styles.head}>
        <h2 id="contact-notes">{say('contacts.title')}</h2><span className="grow" />
        {may('contact.write') && shown !== undefined && <button type="button" className="btn small" onClick={() => setWriting(true)}>{say('contacts.write')}</button>}
      </div>
      {shown === undefined && read.error !== null && <RefusalNotice answer={read.error.refusal ?? { offline: true }} />}
      {shown !== undefined && shown.notes.length === 0 && <p className="dim">{say('contacts.empty')}</p>}
      {notes.length > 0 && <Days notes={notes} timeZone={timeZone} />}
      {older > 0 && (
        <p className={styles.older}>
          <button type="button" className="btn small" aria-disabled={read.isFetching} onClick={() => { if (!read.isFetching) void read.fetchNextPage(); }}>{read.isFetchingNextPage ? say('waiting') : say('older.show')}</button>
          <span className="sm dim">{say('older.contacts', { notes: older })}</span>
        </p>
      )}
      {isWriting && shown !== undefined && (
        <ContactPanel participantId={participantId} displayName={displayName} timeZone={timeZone} asOf={shown.asOf} tasks={shown.openTasks} close={() => setWriting(false)} done={() => setWriting(false)} />
      )}
    </section>
  );
}
