/** Done, booked and short on one bar with the floor as a post; its text is one sentence. */
import styles from './kit.module.css';

type Props = { done: number; booked: number; floor: number | null; /** False in a week that is not whole: it shows its floor and never alarms (W5). */ alarms?: boolean; /** Its text; null where the same sentence stands beside it, and the bar is then hidden from readers. */ sentence: string | null };

/** The scale goes to twelve hours, or above whatever is higher. */
export function HoursMeter({ done, booked, floor, alarms = true, sentence }: Props) {
  const top = Math.max(720, floor ?? 0, done + booked);
  const short = floor === null || !alarms ? 0 : Math.max(0, floor - done - booked);
  const width = (minutes: number) => ({ width: `${(minutes / top) * 100}%` });
  return (
    <div className={styles.meter} {...(sentence === null ? { 'aria-hidden': true } : { role: 'img', 'aria-label': sentence })}>
      {done > 0 && <span className={styles.done} style={width(done)} />}
      {booked > 0 && <span className={styles.booked} style={width(booked)} />}
      {short > 0 && <span className={styles.short} style={width(short)} />}
      {floor !== null && <i style={{ left: `${(floor / top) * 100}%` }} />}
    </div>
  );
}
