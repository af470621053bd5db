/** How individual the sentences are: one bar for each person, and in words who stands alone and who reads alike. */
import { useWords } from '../kit/words.tsx';
import type { Individuality } from './warnings.ts';
import styles from './room.module.css';

export function Individual({ bars }: { bars: readonly Individuality[] }) {
  const { say } = useWords();
  if (bars.length < 2) return null;
  const alike = bars.filter((bar) => bar.isAlike);
  const open = bars.filter((bar) => bar.percent === null).length;
  const most = Math.max(0, ...alike.map((bar) => 100 - (bar.percent ?? 100)));
  return (
    <div className={styles.individual}>
      <h3 className="label">{say('individual.title', { people: bars.length })}</h3>
      <div className={styles.bars} aria-hidden="true">
        {bars.map((bar) => <span key={bar.id} data-state={bar.percent === null ? 'open' : bar.isAlike ? 'alike' : 'own'} style={{ height: `${bar.percent === null ? 3 : Math.max(10, bar.percent)}%` }} />)}
      </div>
      <p className="sm">
        <b>{say('individual.own', { people: bars.length - alike.length - open })}</b>
        {alike.length > 0 && <>, <b className="c-amber">{say('individual.alike', { people: alike.length, percent: most })}</b> ({alike.map((bar) => bar.name).join(', ')})</>}
        {open > 0 && <>, {say('individual.open', { people: open })}</>}.
      </p>
    </div>
  );
}
