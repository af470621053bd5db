/** Danger as whoever may mark it sees it: whether somebody has taken it, and what to do while nobody has; never what it is about (W18). */
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { readDangerBoard, readDangerStanding } from '../../boards/tasks/errands.contract.ts';
import type { ParticipantId } from '../../modules/people/words.ts';
import type { ValueOf } from '../call.ts';
import { Rich, useWords } from '../kit/words.tsx';
import { reading } from '../queries.ts';
import { Shield } from './Shield.tsx';
import { heldSaid, whenOf } from './task-said.ts';
import styles from './tasks.module.css';

type Standing = ValueOf<typeof readDangerStanding>;
type Mark = Standing['marks'][number];
type About = { participantId: string; sessionId: string | null };

const NEXT_LOOK = 10_000;

/** Asked again every ten seconds while one of them is open; once each is closed there is nothing to wait for. */
function useStanding({ participantId, sessionId }: About, enabled: boolean) {
  const asked = useMemo(() => reading(readDangerStanding, { params: { participantId: participantId as ParticipantId }, query: sessionId === null ? {} : { sessionId } }), [participantId, sessionId]);
  return useQuery({ ...asked, enabled, refetchInterval: ({ state }) => (state.data?.marks.some((mark) => mark.closedAt === null) === false ? false : NEXT_LOOK) });
}

/** Said once as an alert, when somebody takes it; that somebody else takes it over later is read, not called out. */
function TakenOnce({ said }: { said: string | null }) {
  const [first, setFirst] = useState<string | null>(null);
  if (said !== null && first === null) setFirst(said);
  return <p className="vh" role="alert">{first}</p>;
}

/** What became of one mark, below the names of those who were told. */
export function MarkStanding({ taskId, ...about }: About & { taskId: string }) {
  const { say, language } = useWords();
  const read = useStanding(about, true);
  const shown = read.data;
  const mark = shown?.marks.find((one) => one.taskId === taskId);
  if (shown === undefined || mark === undefined) return null;
  const telling = { say, language, zone: shown.site.timeZone, asOf: shown.asOf };
  const taken = mark.taken === null ? null : heldSaid(telling, mark);
  return (
    <>
      <TakenOnce said={taken} />
      <p className={mark.closedAt === null && mark.taken === null ? styles.untaken : styles.held}><b>{heldSaid(telling, mark)}</b></p>
    </>
  );
}

/** One line beside the danger button, for those who have no task to open. */
export function DangerLine(about: About) {
  const { say, language } = useWords();
  const shown = useStanding(about, true).data;
  const mark = shown?.marks[0];
  if (shown === undefined || mark === undefined) return null;
  const telling = { say, language, zone: shown.site.timeZone, asOf: shown.asOf };
  return <span className={`sm ${styles.ownLine} ${mark.closedAt === null && mark.taken === null ? styles.untaken : 'dim'}`}>{say('danger-standing.marked', { when: whenOf(telling, mark.openedAt) })} {heldSaid(telling, mark)}</span>;
}

/** Open danger on Today for those who may mark it and have no tasks to read: a line a person. */
export function DangerLines({ siteId }: { siteId: string }) {
  const { say, language } = useWords();
  const board = useQuery({ ...useMemo(() => reading(readDangerBoard, { query: { siteId } }), [siteId]), refetchInterval: NEXT_LOOK });
  const shown = board.data;
  if (shown === undefined || shown.marks.length === 0) return null;
  const telling = { say, language, zone: shown.site.timeZone, asOf: shown.asOf };
  return (
    <section className={styles.lookout} aria-label={say('band.label')}>
      <ul>
        {shown.marks.map((mark: Mark & { displayName: string }) => (
          <li key={mark.taskId}>
            <Shield />
            <p><Rich text={say('danger-standing.about', { name: mark.displayName, when: whenOf(telling, mark.openedAt), by: mark.openedBy })} /> <span className={mark.taken === null ? styles.untaken : undefined}>{heldSaid(telling, mark)}</span></p>
          </li>
        ))}
      </ul>
    </section>
  );
}
