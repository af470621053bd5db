/** A path drawn as the stair it is: clinical hours week by week against the floor of each phase, what is missing outlined; its name is a sentence. */
import { spansOf } from '../../modules/program/paths.contract.ts';
import { hoursSaid } from '../kit/times.ts';
import { useWords } from '../kit/words.tsx';
import type { Reading } from './path-draft.ts';
import styles from './paths.module.css';

type Frame = { width: number; height: number; left: number; right: number; top: number; bottom: number; isSmall: boolean };
const FRAMES = {
  large: { width: 640, height: 300, left: 34, right: 586, top: 34, bottom: 262, isSmall: false },
  phone: { width: 362, height: 240, left: 28, right: 322, top: 30, bottom: 206, isSmall: false },
  row: { width: 300, height: 84, left: 0, right: 300, top: 8, bottom: 66, isSmall: true },
} as const satisfies Record<string, Frame>;

const THREE_HOURS = 180;
/* Room above the highest step for its figure. */
const HEAD_MINUTES = 50;
const TONES = 3;
/* Numbers under the weeks need 22 px each. */
const NUMBER_PX = 22;

type Level = { from: number; to: number; clinical: number; floor: number | null; name: string };

function levelsOf({ plan, weeks, gaps }: Reading): Level[] {
  return spansOf(plan).map((span) => ({
    ...span, clinical: weeks[span.from - 1]?.clinical ?? 0, name: plan[span.phaseNo - 1]?.name ?? '',
    floor: gaps.find((gap) => gap.phaseNo === span.phaseNo && gap.rule.purpose === 'floor')?.rule.floorMinutesWeek ?? null,
  }));
}

function scaleOf(frame: Frame, levels: readonly Level[], weeks: number) {
  const highest = Math.max(THREE_HOURS * 3, ...levels.map((level) => Math.max(level.clinical, level.floor ?? 0)));
  const top = Math.ceil((highest + HEAD_MINUTES) / THREE_HOURS) * THREE_HOURS;
  const wide = (frame.right - frame.left) / Math.max(1, weeks);
  return { top, wide, x: (week: number): number => frame.left + week * wide, y: (minutes: number): number => frame.bottom - (minutes / top) * (frame.bottom - frame.top) };
}
type Scale = ReturnType<typeof scaleOf>;

function Axis({ frame, scale, weeks }: { frame: Frame; scale: Scale; weeks: number }) {
  const every = Math.max(1, Math.ceil((NUMBER_PX * weeks) / (frame.right - frame.left)));
  const numbers = Array.from({ length: weeks }, (_, index) => index + 1).filter((week) => week === 1 || week % every === 0);
  const hours = frame.isSmall ? [] : Array.from({ length: scale.top / THREE_HOURS + 1 }, (_, third) => third * THREE_HOURS);
  return (
    <>
      {hours.map((minutes) => (
        <g key={minutes}>
          <line className={styles.grid} x1={frame.left} x2={frame.right} y1={scale.y(minutes)} y2={scale.y(minutes)} />
          <text className={styles.axis} x={frame.left - 7} y={scale.y(minutes) + 4} textAnchor="end">{minutes / 60}</text>
        </g>
      ))}
      {numbers.map((week) => <text key={week} className={styles.axis} x={scale.x(week - 0.5)} y={frame.bottom + 15} textAnchor="middle">{week}</text>)}
    </>
  );
}

function Step({ level, index, scale, frame }: { level: Level; index: number; scale: Scale; frame: Frame }) {
  const { x, y, wide } = scale;
  const weeks = Array.from({ length: level.to - level.from + 1 }, (_, week) => level.from - 1 + week);
  const gap = Math.min(6, wide * 0.18);
  const short = shortOf(level);
  const [left, right] = [x(level.from - 1), x(level.to)];
  return (
    <g>
      {weeks.map((week) => <rect key={week} className={styles.column} x={x(week) + gap / 2} width={Math.max(1, wide - gap)} y={y(level.clinical)} height={Math.max(0, frame.bottom - y(level.clinical))} rx={Math.min(3, wide / 4)} />)}
      {short > 0 && level.floor !== null && <rect className={styles.missing} x={left + gap / 2} width={right - left - gap} y={y(level.floor)} height={Math.max(2, y(level.clinical) - y(level.floor) - 2)} rx="3" />}
      {!frame.isSmall && right - left > level.name.length * 7 + 12 && <text className={styles.phaseName} x={left + 6} y={frame.top - 14}>{level.name}</text>}
    </g>
  );
}

/** The figure stands over its step; one that is short says how much, over the floor that it misses. */
function Figure({ level, scale }: { level: Level; scale: Scale }) {
  const { say } = useWords();
  const [left, right] = [scale.x(level.from - 1), scale.x(level.to)];
  const short = shortOf(level);
  const whole = say('paths.figure.short', { hours: hoursSaid(level.clinical), short: hoursSaid(short) });
  const text = short > 0 && whole.length * 7 < right - left ? whole : hoursSaid(level.clinical);
  if (text.length * 6.5 > right - left) return null;
  return <text className={short > 0 ? styles.brick : styles.figure} x={(left + right) / 2} y={scale.y(Math.max(level.clinical, level.floor ?? 0)) - 7} textAnchor="middle">{text}</text>;
}

function shortOf({ floor, clinical }: Level): number {
  return floor === null ? 0 : Math.max(0, floor - clinical);
}

function Floors({ levels, scale, frame }: { levels: readonly Level[]; scale: Scale; frame: Frame }) {
  const { say } = useWords();
  const last = levels.findLast((level) => level.floor !== null);
  return (
    <>
      {levels.map((level) => level.floor !== null && <line key={level.from} className={styles.floor} x1={scale.x(level.from - 1)} x2={scale.x(level.to)} y1={scale.y(level.floor)} y2={scale.y(level.floor)} />)}
      {last?.floor !== undefined && last.floor !== null && !frame.isSmall && (
        <text className={styles.mark} x={Math.min(scale.x(last.to) + 6, frame.right + 6)} y={scale.y(last.floor) + 4}>{say('paths.floor', { hours: hoursSaid(last.floor) })}</text>
      )}
    </>
  );
}

function Picture({ frame, reading, sentence, className }: { frame: Frame; reading: Reading; sentence: string; className: string | undefined }) {
  const levels = levelsOf(reading);
  const scale = scaleOf(frame, levels, reading.weeks.length);
  const line = levels.map((level, index) => `${index === 0 ? 'M' : 'L'}${scale.x(level.from - 1)} ${scale.y(level.clinical)}H${scale.x(level.to)}`).join('');
  return (
    <svg className={className} viewBox={`0 0 ${frame.width} ${frame.height}`} role="img" aria-label={sentence}>
      {levels.map((level, index) => <rect key={level.from} className={styles[`band${index % TONES}`]} x={scale.x(level.from - 1)} width={scale.x(level.to) - scale.x(level.from - 1)} y={frame.top - 8} height={frame.bottom - frame.top + 8} />)}
      <Axis frame={frame} scale={scale} weeks={reading.weeks.length} />
      {levels.map((level, index) => <Step key={level.from} level={level} index={index} scale={scale} frame={frame} />)}
      <path className={styles.stairLine} d={line} />
      <Floors levels={levels} scale={scale} frame={frame} />
      {!frame.isSmall && levels.map((level) => <Figure key={level.from} level={level} scale={scale} />)}
    </svg>
  );
}

/** Small, for a row of the list: no words in it. */
export function SmallStair({ reading, sentence }: { reading: Reading; sentence: string }) {
  return <Picture frame={FRAMES.row} reading={reading} sentence={sentence} className={styles.small} />;
}

/** Two drawings, one shown: text in a drawing that is scaled to a phone would be too small to read. */
export function PathStair({ reading, sentence }: { reading: Reading; sentence: string }) {
  return (
    <>
      <Picture frame={FRAMES.large} reading={reading} sentence={sentence} className={styles.large} />
      <Picture frame={FRAMES.phone} reading={reading} sentence={sentence} className={styles.phone} />
    </>
  );
}
