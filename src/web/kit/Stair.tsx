/** A path as a stair that steps down from phase to phase; the week somebody is in is marked. Its name is a sentence. */
import { useWords } from './words.tsx';
import styles from './stair.module.css';

type Phase = { name: string; weeks: number };
/** `week` counts from 1 on the plan; null where nobody stands on it. */
type Props = { phases: readonly Phase[]; week: number | null; phaseNo: number | null; sentence: string };

const HEIGHT = 100;
const TONES = 3;
/* The last step keeps a third of the height, so that it is still one. */
const topOf = (index: number, count: number): number => 8 + (count < 2 ? 0 : (index / (count - 1)) * 58);
/* Every week where there is room for its number, else only where a phase begins. */
const ALL_WEEKS_UP_TO = 16;

export function Stair({ phases, week, phaseNo, sentence }: Props) {
  const { say } = useWords();
  const total = phases.reduce((sum, phase) => sum + phase.weeks, 0);
  const starts = phases.map((_, index) => phases.slice(0, index).reduce((sum, phase) => sum + phase.weeks, 0));
  const line = phases.map((phase, index) => `${index === 0 ? 'M' : 'L'}${starts[index]} ${topOf(index, phases.length)}H${(starts[index] ?? 0) + phase.weeks}`).join('');
  const isNumbered = (no: number): boolean => total <= ALL_WEEKS_UP_TO || no === week || (starts.includes(no - 1) && Math.abs(no - (week ?? -9)) > 1);
  return (
    <div className={styles.stair}>
      <svg viewBox={`0 0 ${total} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={sentence}>
        {phases.map((phase, index) => <rect key={index} className={styles[`p${index % TONES}`]} x={starts[index]} y={topOf(index, phases.length)} width={phase.weeks} height={HEIGHT - topOf(index, phases.length)} />)}
        {phases.map((phase, index) => Array.from({ length: phase.weeks }, (_, of) => (starts[index] ?? 0) + of + 1).filter((no) => week !== null && no <= week).map((no) => (
          <rect key={no} className={no === week ? styles.now : styles.past} x={no - 0.9} width={0.8} y={topOf(index, phases.length) + 12} height={HEIGHT - topOf(index, phases.length) - 12} />
        )))}
        <path className={styles.line} d={line} />
      </svg>
      <div className={styles.weeks} style={{ gridTemplateColumns: `repeat(${total}, minmax(0, 1fr))` }} aria-hidden="true">
        {Array.from({ length: total }, (_, index) => index + 1).map((no) => <span key={no}>{no === week ? <b>{no}</b> : isNumbered(no) ? no : ''}</span>)}
      </div>
      <ol className={styles.phases}>
        {phases.map((phase, index) => <li key={index} aria-current={index + 1 === phaseNo ? 'step' : undefined}><i data-tone={index % TONES} />{say('stair.phase', { name: phase.name, weeks: phase.weeks })}</li>)}
      </ol>
    </div>
  );
}
