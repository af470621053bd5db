/** Danger that nobody has closed yet, on top of the page: who, what, who has it, since when (W18). It is announced once and cannot be put away. */
import { Link } from '@tanstack/react-router';
import { timeText } from '../kit/times.ts';
import { Rich, useWords } from '../kit/words.tsx';
import { Shield } from './Shield.tsx';
import { isDanger, namesOf, sinceOf, whenOf } from './task-said.ts';
import type { Task } from './task-said.ts';
import { useTasks } from './use-tasks.ts';
import styles from './tasks.module.css';

/** Who has it, or who has been told. */
function Holder({ task }: { task: Task }) {
  const { say, language } = useWords();
  if (task.taken !== null) return <>{say('band.taken', { name: task.taken.name })}</>;
  return <>{say(task.isOverdue ? 'band.late' : 'band.told', { names: namesOf(language, task.owners) })}</>;
}

/** Everybody who marked it after the first, each once. */
function again(task: Task): { name: string }[] {
  return [...new Set(task.marks.slice(1).map((mark) => mark.by))].map((name) => ({ name }));
}

export function DangerBand({ siteId, timeZone }: { siteId: string; timeZone: string }) {
  const { say, language } = useWords();
  const tasks = useTasks(siteId);
  const board = tasks.data;
  const danger = board?.open.filter(isDanger) ?? [];
  if (board === undefined || danger.length === 0) return null;
  const when = (instant: string): string => whenOf({ language, zone: timeZone, asOf: board.asOf }, instant);
  return (
    <section className={styles.band} aria-label={say('band.label')}>
      <p className="vh" role="alert">{say('band.alert', { people: danger.map((task) => `${task.displayName}, ${timeText(language, timeZone, task.openedAt)}`).join('; ') })}</p>
      <ul>
        {danger.map((task, index) => (
          <li key={task.id}>
            <Shield />
            <p>
              <b><Rich text={say('band.said', { name: task.displayName, about: say(`about.${task.concern ?? 'other'}`), time: when(task.openedAt), by: task.openedBy })} /></b>{' '}
              <span className="sm">{task.marks.length > 1 && say('band.again', { names: namesOf(language, again(task)) })} <Holder task={task} /> {sinceOf({ say, asOf: board.asOf }, task, ['band.just-now', 'band.open-for'])}</span>
            </p>
            <Link className={index === 0 ? `btn ${styles.fill}` : `btn ${styles.outline}`} to="/tasks" search={{ site: siteId }} hash={task.id} aria-label={say('band.open.of', { name: task.displayName })}>{say('band.open')}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
