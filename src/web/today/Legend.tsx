/** The seat alphabet, once, beside the first rosters. */
import { SeatShape } from '../kit/Seats.tsx';
import { useWords } from '../kit/words.tsx';
import styles from './today.module.css';

const SHOWN = ['here', 'late', 'left-early', 'booked', 'missing', 'excused', 'make-up', 'free'] as const;

export function Legend() {
  const { say } = useWords();
  return <ul className={styles.legend}>{SHOWN.map((mark) => <li key={mark}><SeatShape mark={mark} />{say(`mark.${mark}`)}</li>)}</ul>;
}
