/** The week drawn as a stair that climbs to the floor; its name is the sentence, and the account below is its table. */
import { useId } from 'react';
import { dateText, hoursSaid, hoursText } from '../kit/times.ts';
import { useWords } from '../kit/words.tsx';
import type { Step } from './climb.ts';
import styles from './ledger.module.css';

type Frame = { width: number; height: number; left: number; right: number; top: number; bottom: number; wide: boolean };
const WIDE: Frame = { width: 900, height: 330, left: 46, right: 786, top: 22, bottom: 294, wide: true };
const NARROW: Frame = { width: 362, height: 262, left: 30, right: 356, top: 22, bottom: 218, wide: false };

type Props = { steps: readonly Step[]; top: number; floor: number | null; forecast: number; short: number; sentence: string };
type Drawn = { frame: Frame; x: (index: number) => number; y: (minutes: number) => number; width: number; gap: number; hatch: string };

function scaleOf(frame: Frame, top: number): Omit<Drawn, 'hatch'> {
  const gap = 8;
  const width = (frame.right - frame.left - gap * 7) / 7;
  return { frame, gap, width, x: (index) => frame.left + gap / 2 + index * (width + gap), y: (minutes) => frame.bottom - (minutes / top) * (frame.bottom - frame.top) };
}

/** Text that fits stands inside the bar, else above it. */
function Figure({ drawn, index, from, minutes, tone }: { drawn: Drawn; index: number; from: number; minutes: number; tone: 'done' | 'booked' }) {
  const { x, y, width, frame } = drawn;
  const tall = y(from) - y(from + minutes) >= 22;
  const inside = tall && (frame.wide || minutes >= 60);
  return <text className={inside ? styles[`in-${tone}`] : styles.above} x={x(index) + width / 2} y={inside ? (y(from) + y(from + minutes)) / 2 + 5 : y(from + minutes) - 6} textAnchor="middle">{hoursText(minutes)}</text>;
}

function Stair({ step, index, drawn }: { step: Step; index: number; drawn: Drawn }) {
  const { say } = useWords();
  const { x, y, width, gap, frame, hatch } = drawn;
  const after = step.from + step.done;
  const total = after + step.booked;
  return (
    <g>
      {step.done > 0 && <rect className={styles.done} x={x(index)} width={width} y={y(after)} height={y(step.from) - y(after)} rx="3" />}
      {step.unsigned > 0 && <rect className={styles.unsigned} x={x(index)} width={width} y={y(after)} height="3" />}
      {step.done > 0 && <Figure drawn={drawn} index={index} from={step.from} minutes={step.done} tone="done" />}
      {step.booked > 0 && <rect className={styles.booked} fill={`url(#${hatch})`} x={x(index)} width={width} y={y(total)} height={y(after) - y(total)} rx="3" />}
      {step.booked > 0 && <Figure drawn={drawn} index={index} from={after} minutes={step.booked} tone="booked" />}
      {step.missed > 0 && <rect className={styles.missed} x={x(index)} width={width} y={y(total + step.missed)} height={Math.max(2, y(total) - y(total + step.missed) - 3)} rx="3" />}
      {step.missed > 0 && frame.wide && <text className={styles.lost} x={x(index) + width / 2} y={y(total) - y(total + step.missed) >= 24 ? (y(total) + y(total + step.missed)) / 2 + 3 : y(total + step.missed) - 6} textAnchor="middle">{say('climb.missed', { hours: hoursSaid(step.missed) })}</text>}
      {total > 0 && index < 6 && <line className={step.booked > 0 || step.done === 0 ? styles.dashed : styles.joint} x1={x(index) + width} x2={x(index) + width + gap} y1={y(total)} y2={y(total)} />}
      {total > 0 && step.done + step.booked === 0 && <line className={styles.dashed} x1={x(index)} x2={x(index) + width} y1={y(total)} y2={y(total)} />}
    </g>
  );
}

function Axis({ drawn, top, steps }: { drawn: Drawn; top: number; steps: readonly Step[] }) {
  const { say, language } = useWords();
  const { frame, x, y, width } = drawn;
  const hours = Array.from({ length: top / 180 + 1 }, (_, third) => third * 180);
  return (
    <>
      {steps.map((step, index) => (
        <g key={step.date}>
          {step.isToday && <rect className={styles.today} x={x(index) - 4} width={width + 8} y={8} height={frame.bottom - 8} />}
          <text className={step.isToday ? styles.now : styles.day} x={x(index) + width / 2} y={frame.bottom + 18} textAnchor="middle">{dateText(language, step.date, frame.wide ? 'day' : 'short')}</text>
          {step.isToday && <text className={styles.axis} x={x(index) + width / 2} y={frame.bottom + 33} textAnchor="middle">{say('climb.today')}</text>}
        </g>
      ))}
      {hours.map((minutes) => (
        <g key={minutes}>
          <line className={styles.grid} x1={frame.left} x2={frame.right} y1={y(minutes)} y2={y(minutes)} />
          <text className={styles.axis} x={frame.left - 8} y={y(minutes) + 4} textAnchor="end">{minutes / 60}</text>
        </g>
      ))}
    </>
  );
}

function Ends({ drawn, floor, forecast, short }: { drawn: Drawn } & Pick<Props, 'floor' | 'forecast' | 'short'>) {
  const { say } = useWords();
  const { frame, y } = drawn;
  /* Beside the drawing where there is room; on a phone at its left, where the stair is still low. */
  const at = frame.wide ? frame.right + 6 : frame.left + 4;
  const under = short > 0;
  /* Forecast and floor keep 15 px between their words, whichever is higher. */
  const near = floor !== null && Math.abs(y(floor) - y(forecast)) < 20;
  const forecastY = frame.wide ? y(forecast) + (near ? (short > 0 ? 16 : -14) : 4) : y(forecast) + (under ? 15 : -6);
  return (
    <>
      {floor !== null && <line className={styles.floor} x1={frame.left} x2={frame.right} y1={y(floor)} y2={y(floor)} />}
      {floor !== null && <text className={styles.mark} x={at} y={y(floor) + (frame.wide ? 4 : under ? -6 : 15)}>{say('climb.floor', { hours: hoursSaid(floor) })}</text>}
      <text className={short > 0 ? styles.brick : styles.mark} x={at} y={forecastY}>{say('climb.forecast', { hours: hoursSaid(forecast) })}</text>
      {short > 0 && frame.wide && <text className={styles.lost} x={at} y={forecastY + 17} textAnchor="start">{say('climb.short', { hours: hoursSaid(short) })}</text>}
    </>
  );
}

function Picture({ frame, ...props }: Props & { frame: Frame }) {
  const hatch = useId();
  const drawn: Drawn = { ...scaleOf(frame, props.top), hatch };
  return (
    <svg className={frame.wide ? styles.wide : styles.narrow} viewBox={`0 0 ${frame.width} ${frame.height}`} role="img" aria-label={props.sentence}>
      <defs><pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="#E6F0DC" /><rect width="2.400" height="6" fill="#4A7832" /></pattern></defs>
      <Axis drawn={drawn} top={props.top} steps={props.steps} />
      {props.steps.map((step, index) => <Stair key={step.date} step={step} index={index} drawn={drawn} />)}
      <Ends drawn={drawn} floor={props.floor} forecast={props.forecast} short={props.short} />
    </svg>
  );
}

/** Two drawings, one shown: text in a drawing that is scaled to a phone would be too small to read. */
export function Climb(props: Props) {
  return <><Picture frame={WIDE} {...props} /><Picture frame={NARROW} {...props} /></>;
}
