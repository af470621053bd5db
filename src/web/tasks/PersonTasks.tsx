/** The tasks about one person: what is open with its acts, and below it, folded, what was closed and with what was done. */
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { readPersonTasks } from '../../boards/tasks/errands.contract.ts';
import type { ParticipantId } from '../../modules/people/words.ts';
import { closeTask } from '../../modules/tasks/contract.ts';
import { ContactPanel } from '../contacts/ContactPanel.tsx';
import { Blank, Waiting } from '../kit/Blank.tsx';
import { Notice } from '../kit/Notice.tsx';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { UnreadNotice } from '../kit/UnreadNotice.tsx';
import { useAct } from '../kit/use-act.ts';
import { useUndo } from '../kit/use-undo.tsx';
import { Rich, useWords } from '../kit/words.tsx';
import { TaskPanel } from './TaskPanel.tsx';
import { ClosedRow, TaskRow } from './TaskRow.tsx';
import { isDanger, whenOf } from './task-said.ts';
import type { Task } from './task-said.ts';
import { useTaskLanding } from './use-task-landing.ts';
import { usePages } from './use-pages.ts';
import { STALE } from './use-tasks.ts';
import styles from './tasks.module.css';

function Opening({ open }: { open: readonly Task[] }) {
  const { say } = useWords();
  const danger = open.filter(isDanger).length;
  const late = open.filter((task) => task.isOverdue).length;
  if (open.length === 0) return <p className="dim">{say('person-tasks.none')}</p>;
  const opening = danger === open.length ? [say('person-tasks.only-danger', { tasks: danger })] : [say('person-tasks.say', { tasks: open.length }), ...(danger === 0 ? [] : [say('person-tasks.danger', { tasks: danger })])];
  const said = [...opening, ...(late === 0 ? [] : [say('tasks.say.late', { tasks: late })])];
  return <p className={styles.opening}><Rich text={said.join(' ')} /></p>;
}

export function PersonTasks({ participantId, displayName, timeZone }: { participantId: ParticipantId; displayName: string; timeZone: string }) {
  const { say, language } = useWords();
  const navigate = useNavigate();
  const hash = useLocation({ select: (location) => location.hash });
  const read = usePages(readPersonTasks, { participantId }, (page) => page.next);
  const reopening = useAct(closeTask, STALE);
  const { toast, done } = useUndo();
  const { heading, after } = useTaskLanding();
  const [said, setSaid] = useState<string | null>(null);
  const [writing, setWriting] = useState<Task | null>(null);
  const first = read.data?.pages[0];
  const closed = read.data?.pages.flatMap((page) => page.closed) ?? [];
  const older = read.data?.pages.at(-1)?.older ?? 0;
  const go = (to: string): void => { void navigate({ to: '.', search: (now) => now, ...(to === '' ? {} : { hash: to }), replace: true }); };
  const telling = { say, language, zone: timeZone, asOf: first?.asOf ?? '' };
  const shown = first?.open.find((task) => task.id === hash);
  const onClosed = (task: Task, next: string | null): void => {
    go('');
    after(task, first?.open ?? []);
    // Bringing it back would leave two of one absence.
    setSaid(next === null ? null : say('task.closed.again', { name: displayName, when: whenOf(telling, next) }));
    if (next === null) done(say('task.closed.said', { name: displayName }), () => { void reopening.carryOut({ params: { taskId: task.id }, body: { ends: false, version: task.version + 1 } }); });
  };
  return (
    <section aria-labelledby="person-tasks">
      <div className="section"><h2 id="person-tasks" ref={heading} tabIndex={-1}>{say('tasks.title')}</h2></div>
      {first === undefined && (read.error === null ? <Waiting said={say('waiting')}><Blank width="100%" height={120} /></Waiting> : <UnreadNotice error={read.error} again={() => { void read.refetch(); }} />)}
      {said !== null && <Notice tone="moss" sentence={said} />}
      {reopening.answer !== null && <RefusalNotice answer={reopening.answer} />}
      {first !== undefined && <Opening open={first.open} />}
      {first !== undefined && first.open.length > 0 && <ul className={`${styles.rows} ${styles.narrow}`}>{first.open.map((task) => <TaskRow key={task.id} task={task} telling={telling} open={() => go(task.id)} />)}</ul>}
      {closed.length > 0 && (
        <details className={styles.past}>
          <summary>{say('person-tasks.closed', { tasks: closed.length + older })}</summary>
          <ul className={`${styles.rows} ${styles.narrow}`}>{closed.map((task) => <ClosedRow key={task.id} task={task} telling={telling} />)}</ul>
          {older > 0 && <p><button type="button" className="btn small" aria-disabled={read.isFetching} onClick={() => { if (!read.isFetching) void read.fetchNextPage(); }}>{read.isFetchingNextPage ? say('waiting') : say('older.show')}</button></p>}
        </details>
      )}
      {shown !== undefined && first !== undefined && writing === null && <TaskPanel key={shown.id} task={shown} takers={first.takers} telling={telling} close={() => go('')} closed={onClosed} write={setWriting} onPerson />}
      {writing !== null && first !== undefined && (
        <ContactPanel participantId={participantId} displayName={displayName} timeZone={timeZone} asOf={first.asOf} taskId={writing.id} tasks={first.open} close={() => setWriting(null)} done={() => { setWriting(null); go(''); }} />
      )}
      {toast}
    </section>
  );
}
