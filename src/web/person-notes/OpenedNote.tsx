/** The note that the address names, read whole, with what can be done with it by right: add, answer, print, open its session. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { readPersonNotes } from '../../boards/notes/person-notes.contract.ts';
import { readNote } from '../../boards/notes/signatures.contract.ts';
import type { NoteId } from '../../modules/notes/words.ts';
import type { ParticipantId } from '../../modules/people/words.ts';
import { useMe } from '../app/me.ts';
import { Blank, Waiting } from '../kit/Blank.tsx';
import { Notice } from '../kit/Notice.tsx';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { useWords } from '../kit/words.tsx';
import { reading } from '../queries.ts';
import { useAfterActs } from '../signatures/use-after-acts.ts';
import type { WholeNote } from '../signatures/waiting.ts';
import { WriteBelow } from '../signatures/WriteBelow.tsx';
import { NoteDocument } from './NoteDocument.tsx';
import styles from './person-notes.module.css';

function Acts({ note }: { note: WholeNote }) {
  const { say } = useWords();
  const me = useMe();
  const client = useQueryClient();
  const acts = useAfterActs();
  const [writing, setWriting] = useState<'addendum' | 'answer' | 'instead' | null>(null);
  const kind = note.state === 'returned' && note.author.id === me.staffId ? 'answer' : 'addendum';
  const mayInstead = me.may('note.cosign') && note.answeredBy?.some((one) => one.id === me.staffId) === true;
  const write = async (text: string): Promise<boolean> => {
    const done = await acts.add(note, writing ?? kind, text);
    if (done) void client.invalidateQueries({ queryKey: [readPersonNotes.name] });
    return done;
  };
  return (
    <div className={`${styles.acts} no-print`}>
      {mayInstead && <button type="button" className="btn tint" onClick={() => setWriting('instead')}>{say('after.instead', { author: note.author.name })}</button>}
      {me.may('note.sign') && <button type="button" className="btn" onClick={() => setWriting(kind)}>{say(`after.${kind}`)}</button>}
      <Link className="btn" to="/people/$participantId/notes/paper" params={{ participantId: note.participantId }} search={{ note: note.noteId }}>{say('person-notes.print-one')}</Link>
      <Link className="btn quiet" to="/sessions/$sessionId" params={{ sessionId: note.session.id }}>{say('person-notes.room')}</Link>
      {writing !== null && (
        <WriteBelow writing={writing} name={note.displayName} about={writing !== 'addendum' ? note.reviews.at(-1)?.reason : undefined} acts={acts} write={write} close={() => setWriting(null)} />
      )}
    </div>
  );
}

/** A note of somebody else whose id stands in the address is not shown under this person's name. */
export function OpenedNote({ noteId, participantId, head }: { noteId: string; participantId: ParticipantId; head: boolean }) {
  const { say } = useWords();
  const read = useQuery({ ...useMemo(() => reading(readNote, { params: { noteId: noteId as NoteId } }), [noteId]), staleTime: 60_000 });
  if (read.data !== undefined && read.data.note.participantId === participantId) return <NoteDocument note={read.data.note} head={head}><Acts note={read.data.note} /></NoteDocument>;
  if (read.data === undefined && read.error === null) return <div className={styles.document}><Waiting said={say('waiting')}><p><Blank width={260} /></p><p><Blank width="100%" height={64} /></p><p><Blank width="80%" /></p></Waiting></div>;
  const refusal = read.error?.refusal ?? null;
  if (read.data === undefined && refusal?.refused !== 'not-found' && refusal?.refused !== 'malformed') return <RefusalNotice answer={refusal ?? { offline: true }}><button type="button" className="btn small" onClick={() => { void read.refetch(); }}>{say('again')}</button></RefusalNotice>;
  return <Notice tone="amber" sentence={say('person-notes.elsewhere.sentence')} way={say('person-notes.elsewhere.way')} />;
}
