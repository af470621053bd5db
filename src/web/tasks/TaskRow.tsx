/** One task as a ruled row: what happened, by when, whose it is, and the way in. */
import { ReachLink, ReachSaid } from './Reach.tsx';
import { Shield } from './Shield.tsx';
import { dueOf, isDanger, namesOf, sinceOf, titleOf, whenOf } from './task-said.ts';
import type { Task, Telling } from './task-said.ts';
import styles from './tasks.module.css';

export function TaskRow({ task, telling, open }: { task: Task; telling: Telling; open: () => void }) {
  const { say, language } = telling;
  const title = titleOf(telling, task);
  const names = namesOf(language, task.owners);
  const held = task.taken !== null ? say('task.taken', { name: task.taken.name, when: whenOf(telling, task.taken.at) }) : isDanger(task) ? say(task.isOverdue ? 'band.late' : 'band.told', { names }) : names;
  const since = isDanger(task) ? sinceOf(telling, task, ['task.just-now', 'task.open-for']) : dueOf(telling, task);
  return (
    <li id={`task-${task.id}`} data-danger={isDanger(task) ? '' : undefined}>
      {isDanger(task) && <Shield />}
      <div className={styles.what}>
        <b>{title}</b>
        {isDanger(task) && task.detail !== '' && <span className="voice">{task.detail}</span>}
        <span className="sm dim"><span className={task.isOverdue ? styles.late : styles.due}>{since}</span>{held !== '' && ` · ${held}`}{task.otherSiteName !== null && ` · ${say('task.at', { site: task.otherSiteName })}`}</span>
        <ReachSaid reach={task.reach} />
      </div>
      <div className={styles.acts}>
        <ReachLink task={task} />
        <button type="button" className={isDanger(task) && task.taken === null ? `btn small ${styles.fill}` : 'btn small'} aria-label={say('task.open.of', { what: title })} onClick={open}>{say('open')}</button>
      </div>
    </li>
  );
}

export function ClosedRow({ task, telling }: { task: Task; telling: Telling }) {
  const { say } = telling;
  if (task.closed === null) return null;
  return (
    <li>
      <div className={styles.what}>
        <span><b>{titleOf(telling, task)}</b> · {say(`ended.${task.closed.endedAs}`)}</span>
        {task.closed.done !== '' && <span className={styles.done}>{task.closed.done}</span>}
        <span className="sm dim">{say('task.closed.by', { name: task.closed.name, when: whenOf(telling, task.closed.at) })}</span>
      </div>
    </li>
  );
}
