/** Notes that wait for the reader's co-signature, one below the other: one key for one note, one button for those that have been on the screen. */
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { readToCoSign } from '../../boards/notes/signatures.contract.ts';
import { focusSoon } from '../group-room/use-room-keys.ts';
import { useSeen } from '../group-room/use-seen.ts';
import { Blank, Waiting } from '../kit/Blank.tsx';
import { useKeys } from '../kit/KeyLayer.tsx';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { UnreadNotice } from '../kit/UnreadNotice.tsx';
import { useWords } from '../kit/words.tsx';
import { reading } from '../queries.ts';
import { Facts, NoteToRead } from './NoteToRead.tsx';
import { useAfterActs } from './use-after-acts.ts';
import { gathered, whenText } from './waiting.ts';
import type { WholeNote } from './waiting.ts';
import { WriteBelow } from './WriteBelow.tsx';
import styles from './signatures.module.css';

type List = { notes: readonly WholeNote[]; asOf: string; more: number };

/** What stands in all these notes, once. */
function Together({ note, asOf }: { note: WholeNote; asOf: string }) {
  const { say, language } = useWords();
  const { session, shared, author } = note;
  const when = (instant: string): string => whenText(say, language, session.timeZone, instant, asOf);
  return (
    <div className={styles.together}>
      <div className="section"><h3>{session.name}, {when(session.startsAt)}</h3><span className="sm dim">{say('read.signed', { name: [author.name, author.credential].filter((part) => part !== '').join(', '), when: when(note.signedAt) })}</span></div>
      <Facts rows={[
        [say('shared.topic'), shared.topic], [say('shared.did'), shared.interventions.map((one) => say(`intervention.${one}`)).join(', ')], [say('shared.happened'), shared.happened], [say('shared.practice'), shared.practice],
      ]} />
    </div>
  );
}

function Reading({ notes: inOrder, asOf, more }: List) {
  const { say } = useWords();
  const groups = useMemo(() => gathered(inOrder), [inOrder]);
  const notes = useMemo(() => groups.flat(), [groups]);
  const acts = useAfterActs();
  const { seen, look, watch } = useSeen();
  const [current, setCurrent] = useState<string | null>(null);
  const [returning, setReturning] = useState<WholeNote | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const read = notes.filter((note) => seen.has(note.noteId));
  const index = notes.findIndex((note) => note.noteId === current);
  const go = (to: WholeNote | undefined): void => { if (to !== undefined) focusSoon(`note-${to.noteId}`); };
  /** The next one that stays takes the focus, so that reading goes on where it was. */
  const after = (gone: readonly WholeNote[]): WholeNote | undefined => {
    const stays = (note: WholeNote): boolean => !gone.includes(note);
    return notes.slice(index + 1).find(stays) ?? notes.slice(0, Math.max(0, index)).findLast(stays);
  };
  const coSign = async (which: readonly WholeNote[]): Promise<void> => {
    if (acts.busy || which.length === 0) return;
    const next = after(which);
    setDone(null);
    if (!await acts.coSign(which)) return;
    setDone(say('cosign.done', { notes: which.length }));
    go(next);
  };
  const giveBack = (note: WholeNote): void => {
    acts.forget();
    setReturning(note);
  };
  const here = (act: (note: WholeNote) => void) => (): void => { const note = notes[index]; if (note !== undefined) act(note); };
  useKeys([
    { key: 'ArrowDown', word: 'key.note-down', act: () => go(notes[Math.min(index + 1, notes.length - 1)]) },
    { key: 'ArrowUp', word: 'key.note-up', act: () => go(notes[Math.max(index - 1, 0)]) },
    { key: 'Enter', word: 'key.co-sign', shown: '↵', act: here((note) => { void coSign([note]); }) },
    { key: 'r', word: 'key.return', act: here(giveBack) },
    { key: 'Control+Enter', word: 'key.co-sign-read', shown: 'Ctrl ↵', act: () => { void coSign(read); } },
  ]);
  return (
    <>
      {groups.map((group) => (
        <div key={group[0].noteId} className={styles.group}>
          <Together note={group[0]} asOf={asOf} />
          {group.map((note) => (
            <NoteToRead key={note.noteId} note={note} asOf={asOf} isCurrent={note.noteId === current} watch={watch} focus={() => { setCurrent(note.noteId); look(note.noteId); }}
              coSign={() => { void coSign([note]); }} giveBack={() => giveBack(note)} />
          ))}
        </div>
      ))}
      <div className={styles.bar}>
        <span className="sm dim">{say('cosign.read', { read: read.length, notes: notes.length })}{more > 0 && <> {say('cosign.more', { more })}</>}</span>
        <span className="sm c-moss" role="status">{done}</span>
        <span className="grow" />
        <button type="button" className="btn go" aria-disabled={acts.busy || read.length === 0} onClick={() => { void coSign(read); }}>{acts.busy ? say('saving') : say('cosign.all', { notes: read.length })} <kbd aria-hidden="true">Ctrl ↵</kbd></button>
        {acts.refused !== null && returning === null && <div className={styles.refused}><RefusalNotice answer={acts.refused} /></div>}
      </div>
      {returning !== null && (
        <WriteBelow writing="return" name={returning.displayName} about={returning.part.ownSentence} acts={acts} write={(text) => acts.giveBack(returning, text)} close={() => setReturning(null)} />
      )}
    </>
  );
}

export function ToCoSign({ siteId }: { siteId: string }) {
  const { say } = useWords();
  const board = useQuery(useMemo(() => reading(readToCoSign, { query: { siteId } }), [siteId]));
  const shown = board.data;
  return (
    <section className={styles.cosign} aria-labelledby="to-co-sign">
      <div className="section"><h2 id="to-co-sign">{say('cosign.title')}</h2></div>
      {shown === undefined && (board.error === null ? <Waiting said={say('waiting')}><Blank width="100%" height={120} /></Waiting> : <UnreadNotice error={board.error} again={() => { void board.refetch(); }} />)}
      {shown?.notes.length === 0 && <p className="dim">{say('cosign.none')}</p>}
      {shown !== undefined && shown.notes.length > 0 && <Reading notes={shown.notes} asOf={shown.asOf} more={shown.more} />}
    </section>
  );
}
