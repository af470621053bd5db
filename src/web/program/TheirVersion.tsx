/** Somebody saved this path meanwhile: both versions side by side, and the choice whose goes on. */
import { Notice } from '../kit/Notice.tsx';
import { useWords } from '../kit/words.tsx';
import { readingOf } from './path-draft.ts';
import type { PathRow, Reading, Rule } from './path-draft.ts';
import { plainly, readingSaid } from './path-words.ts';
import { SmallStair } from './PathStair.tsx';
import styles from './paths.module.css';

type Props = { theirs: PathRow; mine: Reading; rules: readonly Rule[]; take: () => void; keep: () => void };

export function TheirVersion({ theirs, mine, rules, take, keep }: Props) {
  const { say } = useWords();
  const reading = readingOf(theirs.phases, theirs.population, rules);
  return (
    <Notice tone="amber" sentence={say('paths.theirs', { name: theirs.savedByName ?? '', version: theirs.version })} way={say('paths.theirs.way')}>
      <div className={styles.both}>
        <div><h3>{say('conflict.mine')}</h3><SmallStair reading={mine} sentence={plainly(say, readingSaid(say, mine))} /></div>
        <div><h3>{say('paths.theirs.version', { version: theirs.version })}</h3><SmallStair reading={reading} sentence={plainly(say, readingSaid(say, reading))} /></div>
      </div>
      <button type="button" className="btn small" onClick={keep}>{say('conflict.keep-mine')}</button>
      <button type="button" className="btn small" onClick={take}>{say('conflict.take-theirs')}</button>
    </Notice>
  );
}
