/** Open tasks of a site that are no danger: outreach and craving, each with its way out. */
import { Link } from '@tanstack/react-router';
import { useWords } from '../kit/words.tsx';
import { ReachLink, ReachSaid } from './Reach.tsx';
import { dueOf, isDanger, namesOf, titleOf } from './task-said.ts';
import type { Task } from './task-said.ts';
import { useTasks } from './use-tasks.ts';
import styles from './tasks.module.css';

/** More than these stand on the page of tasks. */
const SHOWN = 6;

export function OpenTasks({ siteId, timeZone }: { siteId: string; timeZone: string }) {
  const { say, language } = useWords();
  const tasks = useTasks(siteId);
  const board = tasks.data;
  if (board === undefined) return null;
  const telling = { say, language, zone: timeZone, asOf: board.asOf };
  const others = board.open.filter((task) => !isDanger(task));
  const whose = (task: Task): string => namesOf(language, task.taken === null ? task.owners : [task.taken]);
  return (
    <aside className={styles.needs} aria-labelledby="open-tasks">
      <div className="section"><h2 id="open-tasks">{say('tasks.title')}</h2><span className="grow" /><Link className="lk sm" to="/tasks" search={{ site: siteId }}>{say('tasks.all')}</Link></div>
      {others.length === 0 && <p className="dim">{say('tasks.none')}</p>}
      <ul>
        {others.slice(0, SHOWN).map((task) => (
          <li key={task.id}>
            <div>
              <Link className="lk" to="/tasks" search={{ site: siteId }} hash={task.id}>{titleOf(telling, task)}</Link>
              <span className="sm dim"><span className={task.isOverdue ? styles.late : styles.due}>{dueOf(telling, task)}</span>{whose(task) !== '' && ` · ${whose(task)}`}</span>
              <ReachSaid reach={task.reach} />
            </div>
            <ReachLink task={task} />
          </li>
        ))}
      </ul>
    </aside>
  );
}
