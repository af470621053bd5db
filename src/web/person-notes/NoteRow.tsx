/** One row of the list: a session note that opens in its place, or a contact note that is whole as it stands. */
import type { ParticipantId } from '../../modules/people/words.ts';
import { Icon } from '../kit/Icon.tsx';
import { useWords } from '../kit/words.tsx';
import { OpenedNote } from './OpenedNote.tsx';
import { rowDay, signerText, standingOf } from './notes-said.ts';
import type { Listed } from './notes-said.ts';
import styles from './person-notes.module.css';

type Props = { note: Listed; participantId: ParticipantId; isOpen: boolean; toggle: () => void };

function When({ note }: { note: Listed }) {
  const { language } = useWords();
  const { day, time } = rowDay(language, note);
  return <span className={styles.when}><b>{day}</b> {time}</span>;
}

function By({ note }: { note: Listed }) {
  const { say } = useWords();
  const signer = signerText({ name: note.authorName, credential: note.authorCredential });
  return <span className={styles.by}>{[signer, ...(note.minutes > 0 ? [say('minutes', { minutes: note.minutes })] : [])].join(' · ')}</span>;
}

function SessionRow({ note, participantId, isOpen, toggle }: Props & { note: Listed & { kind: 'session' } }) {
  const { say, language } = useWords();
  const { day, time } = rowDay(language, note);
  const standing = standingOf({ say }, note);
  return (
    <li data-open={isOpen || undefined}>
      <When note={note} />
      <div className={styles.what}>
        <button type="button" data-note-row={note.id} className={styles.name} aria-expanded={isOpen} onClick={toggle}><span className="vh">{day} {time}, </span>{note.session.name}<Icon name="down" /></button>
        {!isOpen && <span className="sm dim">{say(`groups.type.${note.session.type}`)}</span>}
        {!isOpen && <p className={`voice ${styles.sentence}`}>{note.ownSentence}</p>}
        {!isOpen && (note.isDanger || standing.length > 0) && (
          <p className={styles.standing}>
            {note.isDanger && <span className={styles.danger}>{say('contacts.risk.danger.said')}</span>}
            {standing.map(({ text, tone }) => <span key={text} className={tone === 'dim' ? 'dim' : `c-${tone}`}>{text}</span>)}
          </p>
        )}
      </div>
      <By note={note} />
      {isOpen && <div className={styles.place}><OpenedNote noteId={note.id} participantId={participantId} head={false} /></div>}
    </li>
  );
}

function ContactRow({ note }: { note: Listed & { kind: 'contact' } }) {
  const { say } = useWords();
  return (
    <li>
      <When note={note} />
      <div className={styles.what}>
        <b className={styles.contact}>{say('person-notes.contact.with', { kind: say(`contacts.kind.${note.contactKind}`), name: note.withWhom })}</b>
        <p className={`voice ${styles.text}`}>{note.text}</p>
        {(note.isDanger || note.isWatch) && <p className={styles.standing}><span className={note.isDanger ? styles.danger : 'c-amber'}>{say(note.isDanger ? 'contacts.risk.danger.said' : 'contacts.risk.watch')}</span></p>}
      </div>
      <By note={note} />
    </li>
  );
}

export function NoteRow({ note, ...rest }: Props) {
  return note.kind === 'session' ? <SessionRow note={note} {...rest} /> : <ContactRow note={note} />;
}
