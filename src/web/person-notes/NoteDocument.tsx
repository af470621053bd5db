/** One signed note laid out as a document: head, own sentence, facts, signature, and below them all that followed. */
import type { ReactNode } from 'react';
import { useWords } from '../kit/words.tsx';
import { followedBy } from '../signatures/waiting.ts';
import type { WholeNote } from '../signatures/waiting.ts';
import { factsOf, headText, momentSaid, placeText, signedText, signerText, staysText } from './notes-said.ts';
import styles from './person-notes.module.css';

/** Addenda, corrections with both minutes, returns: each with its author, oldest first. */
function Trail({ note }: { note: WholeNote }) {
  const words = useWords();
  const { say } = words;
  const rows = followedBy(note).filter((row) => row.one.kind !== 'co-signed');
  if (rows.length === 0) return null;
  return (
    <ul className={styles.trail} aria-label={say('after.followed')}>
      {rows.map((row) => (
        <li key={row.one.id}>
          {row.what === 'addendum' && row.one.minutes !== null && (
            <p>
              {say('after.corrected.was', { minutes: row.before })} <ins>{say('person-notes.corrected.now', { minutes: row.one.minutes.clinical })}</ins>
              {row.one.stays !== null && row.one.stays.length > 0 && <> {say('person-notes.stays.corrected', { stays: staysText(words, note.session, row.one.stays) })}</>}
            </p>
          )}
          <p className="voice">{row.what === 'addendum' ? row.one.text : row.one.reason}</p>
          <p className="sm"><b>{say(`after.kind.${row.one.kind}`)}</b> <span className="dim">{signerText(row.one.by)} · {momentSaid(words, note.session.timeZone, row.one.signedAt)}</span></p>
        </li>
      ))}
    </ul>
  );
}

/** `head`: its own head with day and name of the session; where the row above says them it is left out. */
export function NoteDocument({ note, head, children }: { note: WholeNote; head: boolean; children?: ReactNode }) {
  const words = useWords();
  const { say } = words;
  return (
    <div className={styles.document}>
      {head && <h2 className={styles.noteHead}>{headText(words, note.session)} <span className={styles.sessionName}>{note.session.name}</span></h2>}
      <p className="sm dim">{placeText(words, note)}</p>
      {note.isDanger && <p className={styles.danger}>{say('person-notes.danger')}</p>}
      {note.part.chips.length > 0 && <p className={styles.chips}>{note.part.chips.map((chip) => <span key={chip}>{say(`chip.${chip}`)}</span>)}</p>}
      <p className={styles.own}>{note.part.ownSentence}</p>
      <dl className={styles.facts}>{factsOf(words, note).map(([word, text]) => <div key={word}><dt>{word}</dt><dd>{text}</dd></div>)}</dl>
      <p className={styles.signed}>{signedText(words, note).join(' ')}</p>
      <Trail note={note} />
      {children}
    </div>
  );
}
