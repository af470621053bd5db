/** One signed note to be read whole before it is co-signed: sentence, chips, minutes, what followed, and two acts. */
import { spanText } from '../kit/times.ts';
import { useWords } from '../kit/words.tsx';
import { Followed } from './Followed.tsx';
import { whenText } from './waiting.ts';
import type { WholeNote } from './waiting.ts';
import styles from './signatures.module.css';

type Props = { note: WholeNote; asOf: string; isCurrent: boolean; watch: (element: HTMLElement | null) => void; focus: () => void; coSign: () => void; giveBack: () => void };

/** What was said once for everybody, and what is this person's own. */
export function Facts({ rows }: { rows: readonly (readonly [word: string, text: string])[] }) {
  const said = rows.filter(([, text]) => text !== '');
  if (said.length === 0) return null;
  return <dl className={styles.facts}>{said.map(([word, text]) => <div key={word}><dt>{word}</dt><dd>{text}</dd></div>)}</dl>;
}

export function NoteToRead({ note, asOf, isCurrent, watch, focus, coSign, giveBack }: Props) {
  const { say, language } = useWords();
  const { session, part } = note;
  const when = (instant: string): string => whenText(say, language, session.timeZone, instant, asOf);
  const stays = note.stays.map((stay) => (stay.leftAt === null ? say('read.from', { time: when(stay.arrivedAt) }) : spanText(language, session.timeZone, stay.arrivedAt, stay.leftAt))).join(', ');
  const facts = [
    ...(stays === '' ? [] : [say('read.stays', { stays })]), say('read.minutes', { attended: note.counting.attended, clinical: note.counting.clinical }),
    ...(part.craving === null ? [] : [say('craving.of', { level: part.craving })]),
  ];
  return (
    <article id={`note-${note.noteId}`} ref={watch} data-person={note.noteId} tabIndex={0} className={styles.note} aria-current={isCurrent ? 'true' : undefined} aria-labelledby={`name-${note.noteId}`} onFocus={focus}>
      <div className={styles.noteHead}>
        <h4 id={`name-${note.noteId}`}>{note.displayName}</h4>
        <span className="sm dim">{facts.join(' · ')}</span>
      </div>
      <div className={styles.body}>
        <div className={styles.text}>
          {part.chips.length > 0 && <p className={styles.chips}>{part.chips.map((chip) => <span key={chip}>{say(`chip.${chip}`)}</span>)}</p>}
          <p className={styles.own}>{part.ownSentence}</p>
          <Facts rows={[[say('person.practice'), part.practice], [say('read.objective'), note.objective ?? '']]} />
          {note.likeness !== undefined && <p className="sm c-amber">{say(`read.like.${note.likeness.like}`, { percent: note.likeness.percent })}</p>}
          {note.coSigner?.can === false && <p className="sm c-amber">{say('after.cannot', { name: note.coSigner.name })}</p>}
          <Followed note={note} timeZone={session.timeZone} asOf={asOf} />
        </div>
        <p className={styles.noteActs}>
          <button type="button" className="btn tint" onClick={coSign}>{say('read.co-sign')} <kbd aria-hidden="true">↵</kbd><span className="vh"> {say('after.about', { name: note.displayName })}</span></button>
          <button type="button" className="btn quiet" onClick={giveBack}>{say('read.return')} <kbd aria-hidden="true">R</kbd><span className="vh"> {say('after.about', { name: note.displayName })}</span></button>
        </p>
      </div>
    </article>
  );
}
