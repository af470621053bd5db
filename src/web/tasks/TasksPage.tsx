/** Every open task of a site, danger first, and what became of those of the last days. */
import { NativeSelect } from '@mantine/core';
import { getRouteApi, useLocation } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { closeTask } from '../../modules/tasks/contract.ts';
import { useMe } from '../app/me.ts';
import type { Me } from '../app/me.ts';
import { ContactPanel } from '../contacts/ContactPanel.tsx';
import { Blank, Waiting } from '../kit/Blank.tsx';
import { LiveStamp } from '../kit/LiveStamp.tsx';
import { Notice } from '../kit/Notice.tsx';
import { NotYours } from '../kit/NotYours.tsx';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { UnreadNotice } from '../kit/UnreadNotice.tsx';
import { useAct } from '../kit/use-act.ts';
import { useUndo } from '../kit/use-undo.tsx';
import { Work } from '../kit/Work.tsx';
import { Rich, useWords } from '../kit/words.tsx';
import { TaskPanel } from './TaskPanel.tsx';
import { ClosedRow, TaskRow } from './TaskRow.tsx';
import { isDanger, whenOf } from './task-said.ts';
import type { Task, Tasks } from './task-said.ts';
import { useTaskLanding } from './use-task-landing.ts';
import { STALE, useTasks } from './use-tasks.ts';
import styles from './tasks.module.css';

const route = getRouteApi('/tasks');

function Opening({ board }: { board: Tasks }) {
  const { say } = useWords();
  const danger = board.open.filter(isDanger).length;
  const late = board.open.filter((task) => task.isOverdue).length;
  const said = [say('tasks.say.danger', { tasks: danger }), say('tasks.say.others', { tasks: board.open.length - danger }), ...(late === 0 ? [] : [say('tasks.say.late', { tasks: late })])];
  return <p className={styles.say}><Rich text={said.join(' ')} /></p>;
}

/** In the order in which the page shows what is open. */
const shownRows = (board: Tasks): Task[] => [...board.open.filter(isDanger), ...board.open.filter((task) => !isDanger(task))];

function Lists({ board, open }: { board: Tasks; open: (task: Task) => void }) {
  const { say, language } = useWords();
  const telling = { say, language, zone: board.site.timeZone, asOf: board.asOf };
  const danger = board.open.filter(isDanger);
  const others = board.open.filter((task) => !isDanger(task));
  return (
    <>
      {danger.length > 0 && (
        <section className={styles.part} aria-labelledby="tasks-danger">
          <h2 id="tasks-danger">{say('tasks.danger')}</h2>
          <ul className={styles.rows}>{danger.map((task) => <TaskRow key={task.id} task={task} telling={telling} open={() => open(task)} />)}</ul>
        </section>
      )}
      <section className={styles.part} aria-labelledby="tasks-others">
        <h2 id="tasks-others">{say('tasks.others')}</h2>
        {others.length === 0 ? <p className="dim">{say('tasks.others.none')}</p> : <ul className={styles.rows}>{others.map((task) => <TaskRow key={task.id} task={task} telling={telling} open={() => open(task)} />)}</ul>}
      </section>
      <section className={styles.part} aria-labelledby="tasks-closed">
        <h2 id="tasks-closed">{say('tasks.closed')}</h2>
        {board.closed.length === 0 ? <p className="dim">{say('tasks.closed.none')}</p> : <ul className={styles.rows}>{board.closed.map((task) => <ClosedRow key={task.id} task={task} telling={telling} />)}</ul>}
      </section>
    </>
  );
}

/** The tasks of one site. Which one is open at the side stands in the address, behind the number sign. */
function SiteTasks({ site, choose }: { site: Me['sites'][number]; choose: React.ReactNode }) {
  const { say, language } = useWords();
  const navigate = route.useNavigate();
  const hash = useLocation({ select: (location) => location.hash });
  const tasks = useTasks(site.id);
  const reopening = useAct(closeTask, STALE);
  const { toast, done } = useUndo();
  const { heading, after } = useTaskLanding();
  const [said, setSaid] = useState<string | null>(null);
  const [writing, setWriting] = useState<Task | null>(null);
  const board = tasks.data;
  const go = (to: string): void => { void navigate({ search: (now) => now, ...(to === '' ? {} : { hash: to }), replace: true }); };
  const shown = board === undefined ? undefined : [...board.open, ...board.closed].find((task) => task.id === hash);
  const closed = (task: Task, next: string | null): void => {
    go('');
    after(task, board === undefined ? [] : shownRows(board));
    // Bringing it back would leave two of one absence.
    setSaid(next === null ? null : say('task.closed.again', { name: task.displayName, when: whenOf({ language, zone: site.timeZone, asOf: board?.asOf ?? next }, next) }));
    if (next === null) done(say('task.closed.said', { name: task.displayName }), () => { void reopening.carryOut({ params: { taskId: task.id }, body: { ends: false, version: task.version + 1 } }); });
  };
  return (
    <>
      <div className="head">
        <h1 ref={heading} tabIndex={-1}>{say('tasks.title')}</h1>{choose}<span className="grow" />
        {board !== undefined && <LiveStamp asOf={board.asOf} receivedAt={tasks.dataUpdatedAt} timeZone={board.site.timeZone} live />}
      </div>
      {board === undefined && (tasks.error === null ? <Waiting said={say('waiting')}><p className={styles.say}><Blank width={420} height={20} /></p><Blank width="100%" height={220} /></Waiting> : <UnreadNotice error={tasks.error} again={() => { void tasks.refetch(); }} />)}
      {board !== undefined && (
        <>
          <Opening board={board} />
          {said !== null && <Notice tone="moss" sentence={said} />}
          {reopening.answer !== null && <RefusalNotice answer={reopening.answer} />}
          {hash !== '' && shown === undefined && <Notice tone="moss" sentence={say('task.gone')} />}
          <Lists board={board} open={(task) => go(task.id)} />
          {shown !== undefined && writing === null && (
            <TaskPanel key={shown.id} task={shown} takers={board.takers} telling={{ say, language, zone: board.site.timeZone, asOf: board.asOf }} close={() => go('')} closed={closed} write={setWriting} />
          )}
          {writing !== null && (
            <ContactPanel participantId={writing.participantId} displayName={writing.displayName} timeZone={board.site.timeZone} asOf={board.asOf} taskId={writing.id}
              tasks={board.open.filter((task) => task.participantId === writing.participantId)} close={() => setWriting(null)} done={() => { setWriting(null); go(''); }} />
          )}
        </>
      )}
      {toast}
    </>
  );
}

export function TasksPage() {
  const { say } = useWords();
  const me = useMe();
  const { site } = route.useSearch();
  const navigate = route.useNavigate();
  useEffect(() => { document.title = say('tasks.window'); }, [say]);
  const chosen = me.sites.find(({ id }) => id === site) ?? me.sites[0];
  if (!me.may('task.read')) return <Work><NotYours /></Work>;
  if (chosen === undefined) return <Work><h1>{say('tasks.title')}</h1><Notice tone="amber" sentence={say('today.no-site')} /></Work>;
  const choose = me.sites.length > 1 && (
    <NativeSelect aria-label={say('today.site')} value={chosen.id} data={me.sites.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={(event) => { const to = event.currentTarget.value; void navigate({ search: { site: to } }); }} />
  );
  return <Work><SiteTasks key={chosen.id} site={chosen} choose={choose} /></Work>;
}
