/** Open danger on every page, with its count; nothing when there is none. `!` leads to the tasks from anywhere. */
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { readMyTasks } from '../../boards/tasks/tasks.contract.ts';
import { useKeys } from '../kit/KeyLayer.tsx';
import { useWords } from '../kit/words.tsx';
import { reading } from '../queries.ts';
import { Shield } from './Shield.tsx';
import styles from './tasks.module.css';

export function SafetyBell() {
  const { say } = useWords();
  const navigate = useNavigate();
  const mine = useQuery({ ...reading(readMyTasks, {}), refetchInterval: 15_000 });
  const danger = mine.data?.danger ?? 0;
  const siteId = mine.data?.siteId ?? null;
  const search = siteId === null ? {} : { site: siteId };
  useKeys([{ key: '!', word: 'key.safety', act: () => { void navigate({ to: '/tasks', search }); } }]);
  if (danger === 0) return null;
  const said = say('bell', { tasks: danger });
  return <Link className={styles.bell} to="/tasks" search={search} aria-label={said}><Shield /><span className="wide">{said}</span><span className={styles.count} aria-hidden="true">{danger}</span></Link>;
}
