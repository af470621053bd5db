/** What followed a signature in the order of time: late entry, addenda, corrected minutes, returns and co-signatures, each with its author. */
import { hoursSaid } from '../kit/times.ts';
import { namesOf } from '../tasks/task-said.ts';
import { useWords } from '../kit/words.tsx';
import { followedBy, whenText } from './waiting.ts';
import type { NoteAfter } from './waiting.ts';
import styles from './signatures.module.css';

type Props = { note: NoteAfter; timeZone: string; asOf: string };

function By({ by, at }: { by: NoteAfter['author']; at: string }) {
  return <span className="sm dim">{[by.name, by.credential].filter((part) => part !== '').join(', ')} · {at}</span>;
}

/** Where the note stands, in words; nothing for one that waits for nobody. */
export function Standing({ note, timeZone, asOf }: Props) {
  const { say, language } = useWords();
  const last = note.reviews.at(-1);
  if (note.state === 'final') return null;
  const when = last === undefined ? '' : whenText(say, language, timeZone, last.signedAt, asOf);
  const words = {
    'awaiting': say('after.awaiting', { name: note.coSigner?.name ?? '' }), 'answered': say('after.answered', { name: note.coSigner?.name ?? '' }),
    'returned': say('after.returned', { name: last?.by.name ?? '', when }), 'co-signed': say('after.co-signed', { name: last?.by.name ?? '', when }),
  }[note.state];
  return (
    <p className={styles.standing} data-state={note.state}>
      {words}{note.coSigner?.can === false && note.state !== 'co-signed' && <> {say('after.cannot', { name: note.coSigner.name })}</>}
      {note.answeredBy !== undefined && <> {say('after.author-left', { author: note.author.name, names: namesOf(language, note.answeredBy), people: note.answeredBy.length })}</>}
    </p>
  );
}

export function Followed({ note, timeZone, asOf }: Props) {
  const { say, language } = useWords();
  const when = (instant: string): string => whenText(say, language, timeZone, instant, asOf);
  // That it is co-signed is where the note stands, and is said there.
  const rows = followedBy(note).filter((row) => row.one.kind !== 'co-signed');
  return (
    <>
      {note.lateMinutes !== null && <p className={`sm ${styles.late}`}>{say('after.late', { late: hoursSaid(note.lateMinutes), hours: note.dueHours })}</p>}
      {rows.length > 0 && (
        <ul className={styles.followed} aria-label={say('after.followed')}>
          {rows.map((row) => (
            <li key={row.one.id} data-kind={row.what === 'review' ? row.one.kind : row.one.kind}>
              {row.what === 'addendum' && row.one.minutes !== null && (
                <p className={styles.corrected}>{say('after.corrected.was', { minutes: row.before })} <ins>{say('after.corrected.now', { minutes: row.one.minutes.clinical })}</ins></p>
              )}
              {row.what === 'addendum' ? <p className="voice">{row.one.text}</p> : row.one.kind === 'returned' && <p className="voice">{row.one.reason}</p>}
              <p><span className={styles.kind}>{say(`after.kind.${row.one.kind}`)}</span> <By by={row.one.by} at={when(row.one.signedAt)} /></p>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
