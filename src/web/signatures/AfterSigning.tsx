/** What followed a signed note: co-signature, return, addenda, corrected times, late entry. */
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { readAfterSigning, readNote } from '../../boards/notes/signatures.contract.ts';
import type { NoteId } from '../../modules/notes/words.ts';
import type { SessionId } from '../../modules/sessions/words.ts';
import { useMe } from '../app/me.ts';
import { useWords } from '../kit/words.tsx';
import { reading } from '../queries.ts';
import { Followed, Standing } from './Followed.tsx';
import { useAfterActs } from './use-after-acts.ts';
import type { NoteAfter } from './waiting.ts';
import { WriteBelow } from './WriteBelow.tsx';
import type { Writing } from './WriteBelow.tsx';
import styles from './signatures.module.css';

/** On a session's page all its notes are read at once, however many stand there; elsewhere this one alone. */
function useAfter(noteId: string): { note: NoteAfter; asOf: string } | null {
  const { sessionId } = useParams({ strict: false });
  const may = useMe().may('note.read');
  const all = useQuery({ ...reading(readAfterSigning, { params: { sessionId: (sessionId ?? '') as SessionId } }), enabled: may && sessionId !== undefined, staleTime: 60_000 });
  const { data, refetch } = all;
  const found = data?.notes.find((note) => note.noteId === noteId);
  const isNew = data !== undefined && found === undefined;
  // Notes signed a moment ago are not in what was read before: they all ask, and one reading answers them.
  useEffect(() => { if (isNew) void refetch({ cancelRefetch: false }); }, [isNew, refetch]);
  const one = useQuery({ ...reading(readNote, { params: { noteId: noteId as NoteId } }), enabled: may && sessionId === undefined, staleTime: 60_000 });
  if (found !== undefined && data !== undefined) return { note: found, asOf: data.asOf };
  return one.data === undefined ? null : { note: one.data.note, asOf: one.data.asOf };
}

export function AfterSigning({ noteId, displayName, timeZone }: { noteId: string; displayName: string; timeZone: string }) {
  const { say } = useWords();
  const me = useMe();
  const after = useAfter(noteId);
  const acts = useAfterActs();
  const [writing, setWriting] = useState<Exclude<Writing, 'return'> | null>(null);
  if (after === null) return null;
  const { note, asOf } = after;
  const mayAnswer = note.state === 'returned' && note.author.id === me.staffId;
  const mayInstead = me.may('note.cosign') && note.answeredBy?.some((one) => one.id === me.staffId) === true;
  const button = (which: 'addendum' | 'answer' | 'instead', look: string) => (
    <button type="button" className={`btn small ${look}`} onClick={() => setWriting(which)}>{say(`after.${which}`, { author: note.author.name })}<span className="vh"> {say('after.about', { name: displayName })}</span></button>
  );
  return (
    <div className={styles.after}>
      <Standing note={note} timeZone={timeZone} asOf={asOf} />
      <Followed note={note} timeZone={timeZone} asOf={asOf} />
      {(me.may('note.sign') || mayInstead) && (
        <p className={styles.acts}>{mayInstead && button('instead', 'tint')}{me.may('note.sign') && (mayAnswer ? button('answer', 'tint') : button('addendum', 'quiet'))}</p>
      )}
      {writing !== null && (
        <WriteBelow writing={writing} name={displayName} about={writing !== 'addendum' ? note.reviews.at(-1)?.reason : undefined} acts={acts} write={(text) => acts.add(note, writing, text)} close={() => setWriting(null)} />
      )}
    </div>
  );
}
