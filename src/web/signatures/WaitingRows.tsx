/** Ruled rows of notes that wait: whose, of which session, since when, and the way into the group room. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMe } from '../app/me.ts';
import { hoursSaid, minutesBetween } from '../kit/times.ts';
import { namesOf } from '../tasks/task-said.ts';
import { useWords } from '../kit/words.tsx';
import { whenText } from './waiting.ts';
import type { SignaturesBoard, Unsigned, WaitingNotes } from './waiting.ts';
import styles from './signatures.module.css';

type Board = Pick<SignaturesBoard, 'asOf' | 'site'>;
type RowProps = { /** Null where all rows are the reader's own. */ who: string | null; name: string; sessionId: string; notes: number; since: ReactNode; act: string };

function Row({ who, name, sessionId, notes, since, act }: RowProps) {
  const { say } = useWords();
  const may = useMe().may('note.read');
  return (
    <li>
      <b>{who ?? name}</b>
      <span>{who === null ? null : name}</span>
      <span className="nw">{say('signatures.notes', { notes })}</span>
      <span className="sm">{since}</span>
      {may && <Link to="/sessions/$sessionId" params={{ sessionId }} className="lk">{act}<span className="vh"> {name}</span></Link>}
    </li>
  );
}

/** When a session ended, and by how much its notes are over their hour or until when they are due. */
export function UnsignedRows({ rows, board, label, act }: { rows: readonly Unsigned[]; board: Board; label: string; act: string }) {
  const { say, language } = useWords();
  const when = (instant: string): string => whenText(say, language, board.site.timeZone, instant, board.asOf);
  return (
    <ul className={styles.rows} aria-label={label}>
      {rows.map((row) => {
        const over = minutesBetween(row.dueAt, board.asOf);
        const due = over > 0 ? <b className="c-brick">{say('signatures.over', { time: hoursSaid(over) })}</b> : <span className="dim">{say('signatures.due', { when: when(row.dueAt) })}</span>;
        return <Row key={row.sessionId} who={row.isMine ? null : (row.author?.name ?? say('signatures.nobody'))} name={row.name} sessionId={row.sessionId} notes={row.notes} act={act} since={<>{say('signatures.ended', { when: when(row.endedAt) })} {due}</>} />;
      })}
    </ul>
  );
}

/** Notes that wait for a co-signature, or for their author's answer. */
export function WaitingRows({ rows, board, label, act, kind }: { rows: readonly WaitingNotes[]; board: Board; label: string; act: string; kind: 'awaiting' | 'returned' }) {
  const { say, language } = useWords();
  return (
    <ul className={styles.rows} aria-label={label}>
      {rows.map((row) => (
        <Row key={`${row.sessionId}${row.author.id}${row.coSigner.id}`} who={row.isMine && row.answeredBy === undefined ? null : row.author.name} name={row.name} sessionId={row.sessionId} notes={row.notes} act={act} since={(
          <>
            {say(`signatures.since.${kind}`, { name: row.coSigner.name, when: whenText(say, language, board.site.timeZone, row.since, board.asOf) })}
            {row.answeredBy !== undefined && row.answeredBy.length > 0 && <span className="c-amber"> {say('signatures.author-left', { author: row.author.name, names: namesOf(language, row.answeredBy) })}</span>}
            {!row.coSignerCan && kind === 'awaiting' && <span className="c-amber"> {say('after.cannot', { name: row.coSigner.name })}</span>}
          </>
        )} />
      ))}
    </ul>
  );
}
