/** A note as it was frozen: the own sentence, and behind one press the whole of it with author, minutes and rule. */
import { useWords } from '../kit/words.tsx';
import { allWithRelation } from '../supporters/said.ts';
import { With } from '../supporters/With.tsx';
import { AfterSigning } from '../signatures/AfterSigning.tsx';
import { isGroup } from './kinds.ts';
import type { GroupRoom, RoomPerson } from './readiness.ts';
import styles from './room.module.css';

export function SignedNote({ note, name, session }: { note: NonNullable<RoomPerson['note']>; name: string; session: GroupRoom['session'] }) {
  const { say } = useWords();
  const { part, shared } = note;
  const taught = session.modules.find((one) => one.id === shared.moduleId);
  const rows: [string, string][] = [
    [say('shared.module'), taught === undefined ? '' : `${taught.position}. ${taught.title}`],
    [say(isGroup(session.type) ? 'shared.topic' : 'shared.one.topic'), shared.topic],
    [say('shared.did'), shared.interventions.map((one) => say(`intervention.${one}`)).join(', ')],
    [say('shared.happened'), shared.happened],
    [say('shared.practice'), part.practice === '' ? shared.practice : part.practice],
    [say('note.with'), allWithRelation(note.supporters)],
    [say('person.objective'), note.objective === null ? '' : `${note.objective.number} ${note.objective.text}`],
    [say('person.craving'), part.craving === null ? '' : say('craving.of', { level: part.craving })],
  ];
  return (
    <>
      {part.chips.length > 0 && <p className={styles.chips}>{part.chips.map((chip) => <span key={chip}>{say(`chip.${chip}`)}</span>)}</p>}
      <p className={styles.own}>{part.ownSentence}</p>
      <With people={note.supporters} />
      <details className={styles.whole}>
        <summary>{say('note.whole')}<span className="vh"> {name}</span></summary>
        <dl>
          {rows.filter(([, text]) => text !== '').map(([word, text]) => <div key={word}><dt>{word}</dt><dd>{text}</dd></div>)}
          <div><dt>{say('note.signed')}</dt><dd>{[note.authorName, note.authorCredential].filter(Boolean).join(', ')} · {say('minutes.clinical', { minutes: note.minutes.clinical })}</dd></div>
        </dl>
      </details>
      <AfterSigning noteId={note.id} displayName={name} timeZone={session.timeZone} />
    </>
  );
}
