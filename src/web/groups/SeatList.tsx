/** The seats of a group as rows: who holds each and on which days, which are free, and the act that fits. */
import { Link } from '@tanstack/react-router';
import type { RefObject } from 'react';
import type { CivilDate } from '../../values/civil-date.ts';
import { useMe } from '../app/me.ts';
import { SeatShape } from '../kit/Seats.tsx';
import { useWords } from '../kit/words.tsx';
import { dayText } from './days.ts';
import { nextGiven, seatRowsOf } from './seat-rows.ts';
import type { GroupBoard, SeatHeld, SeatRow } from './seat-rows.ts';
import styles from './group.module.css';

type Acts = { give: (from: CivilDate) => void; end: (seat: SeatHeld) => void; takeBack: (seat: SeatHeld) => void };

function HeldRow({ seat, today, end, takeBack }: Omit<Acts, 'give'> & { seat: SeatHeld; today: string }) {
  const { say, language } = useWords();
  const { may } = useMe();
  const day = (date: string): string => dayText(language, date, today);
  const from = { date: day(seat.startsOn), until: seat.endedOn === null ? '' : day(seat.endedOn) };
  return (
    <li>
      <span className={styles.number}><span className="vh">{say('group.seat', { number: seat.seatNo })}</span><span aria-hidden="true">{seat.seatNo}</span></span>
      <SeatShape mark="booked" />
      <div className={styles.who}>
        <Link className={styles.name} to="/people/$participantId" params={{ participantId: seat.participantId }} preload={false}>{seat.displayName}</Link>
        <span className="sm dim">{seat.endedOn === null ? say('groups.from', from) : say('groups.from-until', from)}</span>
      </div>
      {may('enrollment.change') && (
        <span className={styles.rowActs}>
          {seat.startsOn > today && <button type="button" className="btn small quiet" onClick={() => takeBack(seat)}>{say('group.seat.take-back')}<span className="vh"> {seat.displayName}</span></button>}
          <button type="button" className="btn small" onClick={() => end(seat)}>{say(seat.endedOn === null ? 'group.seat.end' : 'group.seat.change-end')}<span className="vh"> {seat.displayName}</span></button>
        </span>
      )}
    </li>
  );
}

function FreeRow({ row, today, give }: { row: SeatRow & { held: null }; today: string; give: (() => void) | null }) {
  const { say, language } = useWords();
  const text = row.from <= today ? say('group.seat.free') : say('group.seat.free-from', { date: dayText(language, row.from, today) });
  return (
    <li>
      <span className={styles.number}><span className="vh">{say('group.seat', { number: row.seatNo })}</span><span aria-hidden="true">{row.seatNo}</span></span>
      <SeatShape mark="free" />
      <div className={styles.who}><span className="faint">{text}</span></div>
      {give !== null && <button type="button" className="btn small tint" onClick={give}>{say('group.seat.give')}<span className="vh"> {row.seatNo}</span></button>}
    </li>
  );
}

/** The act stands beside the seat that is given next: the lowest of those that are free first. */
export function SeatList({ board, heading, give, end, takeBack }: Acts & { board: GroupBoard; heading: RefObject<HTMLHeadingElement | null> }) {
  const { say } = useWords();
  const { may } = useMe();
  const { group, today } = board;
  const isOver = group.endedOn !== null && group.endedOn < today;
  const rows = seatRowsOf(group.capacity, board.seats, group.startsOn > today ? group.startsOn : today);
  const next = may('enrollment.change') && !isOver ? nextGiven(rows) : null;
  if (!board.showsPeople) return <section aria-labelledby="seats-title"><h2 id="seats-title" tabIndex={-1} ref={heading}>{say('group.seats')}</h2><p className="dim">{say('group.seats.hidden')}</p></section>;
  return (
    <section aria-labelledby="seats-title">
      <div className="section"><h2 id="seats-title" tabIndex={-1} ref={heading}>{say('group.seats')}</h2></div>
      <ol className={styles.seats}>
        {rows.map((row) => (row.held === null
          ? <FreeRow key={`${row.seatNo} ${row.from}`} row={row} today={today} give={row === next ? () => give(row.from) : null} />
          : <HeldRow key={row.held.enrollmentId} seat={row.held} today={today} end={end} takeBack={takeBack} />))}
      </ol>
    </section>
  );
}
