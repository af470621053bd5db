/** Ten seats, each told by shape first; the row is one picture with one sentence. */
import type { Standing } from '../../modules/attendance/words.ts';
import { markOf, seatsOf, seatsSaid } from './seats.ts';
import type { SeatMark } from './seats.ts';
import { useWords } from './words.tsx';
import styles from './kit.module.css';

const ring = <circle cx="8" cy="8" r="6.100" fill="none" stroke="#B57200" strokeWidth="1.800" />;
const SHAPES: Record<SeatMark, React.ReactNode> = {
  here: <circle cx="8" cy="8" r="7" fill="#4A7832" />,
  late: <>{ring}<path d="M8 8V1.900A6.100 6.100 0 1 1 1.900 8z" fill="#B57200" /></>,
  'left-early': <>{ring}<path d="M8 1.900v12.200A6.100 6.100 0 0 1 8 1.900z" fill="#B57200" /></>,
  booked: <circle cx="8" cy="8" r="6.100" fill="none" stroke="#877D72" strokeWidth="1.800" />,
  missing: (
    <>
      <circle cx="8" cy="8" r="6.100" fill="#FBE6DE" stroke="#C4553A" strokeWidth="1.800" />
      <path d="M5.400 5.400l5.200 5.200M10.600 5.400l-5.200 5.200" stroke="#9C3822" strokeWidth="1.800" strokeLinecap="round" />
    </>
  ),
  excused: (
    <>
      <circle cx="8" cy="8" r="6.100" fill="none" stroke="#877D72" strokeWidth="1.800" />
      <path d="M4.800 8h6.400" stroke="#675F6B" strokeWidth="2" strokeLinecap="round" />
    </>
  ),
  'make-up': (
    <>
      <path d="M8 .8 15.200 8 8 15.200.8 8z" fill="#8F5FA1" />
      <path d="M8 5v6M5 8h6" stroke="#fff" strokeWidth="1.700" strokeLinecap="round" />
    </>
  ),
  free: <circle cx="8" cy="8" r="6.100" fill="none" stroke="#877D72" strokeWidth="1.500" strokeDasharray="2.400 2.390" />,
};

/** Hidden from readers: the word stands beside it or in the sentence of the row. */
export function SeatShape({ mark }: { mark: SeatMark }) {
  return <svg className={styles.seat} viewBox="0 0 16 16" aria-hidden="true">{SHAPES[mark]}</svg>;
}

/** One seat with its word for readers. */
export function Seat({ standing }: { standing: Standing }) {
  const { say } = useWords();
  return <><SeatShape mark={markOf(standing)} /><span className="vh">{say(`standing.${standing}`)}</span></>;
}

export function Seats({ standings, capacity, over }: { standings: readonly Standing[]; capacity: number; over: boolean }) {
  const { say } = useWords();
  return (
    <span className={styles.seats} role="img" aria-label={seatsSaid(say, standings, capacity, over)}>
      {seatsOf(standings, capacity).map((mark, index) => <SeatShape key={index} mark={mark} />)}
    </span>
  );
}
