/** The shape before an entry of the timeline: a seat for sessions, a line drawing for everything else; the word stands beside it. */
import { SeatShape } from '../kit/Seats.tsx';
import type { Mark } from './timeline-said.ts';
import styles from './record.module.css';

const PATHS = {
  contact: 'M4 5h16v11H10l-4 4v-4H4z',
  danger: 'M12 3l7 3v5c0 4.600-2.900 8.200-7 10-4.100-1.800-7-5.400-7-10V6zM12 8v5M12 16v.1',
  task: 'M5 4h14v16H5zM9 12l2 2 4-4',
  pen: 'M4 20l1-4L16.500 4.500l3 3L8 19z',
  plan: 'M6 21V4M6 5h11l-2 3.500 2 3.500H6',
  place: 'M4 8h5v4h5v4h6',
  ended: 'M4 12h11M11 8l4 4-4 4M19 5v14',
  canceled: 'M5 12h14',
} as const;

export function Shape({ mark }: { mark: Mark }) {
  if (!(mark in PATHS)) return <SeatShape mark={mark as Exclude<Mark, keyof typeof PATHS>} />;
  return <svg className={styles.shape} data-mark={mark} viewBox="0 0 24 24" aria-hidden="true"><path d={PATHS[mark as keyof typeof PATHS]} /></svg>;
}
