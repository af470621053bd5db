/** The groups that need somebody, each with its trouble in words and the way to it. */
import { Link } from '@tanstack/react-router';
import { useMe } from '../app/me.ts';
import { Icon } from '../kit/Icon.tsx';
import { useWords } from '../kit/words.tsx';
import { troubleSaid } from './week.ts';
import type { GroupsBoard } from './week.ts';
import styles from './groups.module.css';

export function NeedsSomebody({ board }: { board: GroupsBoard }) {
  const { say } = useWords();
  const { may } = useMe();
  const troubled = board.groups.filter((group) => group.troubles.length > 0);
  return (
    <aside className={styles.needs} aria-labelledby="needs-title">
      <h2 id="needs-title">{say('needs.title')}</h2>
      {troubled.length === 0 && <p className="dim">{say('groups.needs.nothing')}</p>}
      <ul>
        {troubled.map((group) => (
          <li key={group.id}>
            <Icon name="warn" />
            <div><b>{group.name}</b>{group.troubles.map((trouble) => { const said = troubleSaid(group, trouble); return <span key={trouble} className="sm dim">{say(said.id, said.values)}</span>; })}</div>
            {may('schedule.read') && <Link className="lk sm" to="/groups/$seriesId" params={{ seriesId: group.id }} preload={false}>{say('open')}<span className="vh"> {group.name}</span></Link>}
          </li>
        ))}
      </ul>
    </aside>
  );
}
