/** A month as a table of weeks. Each day is one button of a roving grid: arrows move by days and weeks, Enter opens the day. */
import { useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { addDays } from '../../values/civil-date.ts';
import type { CivilDate } from '../../values/civil-date.ts';
import { Icon } from '../kit/Icon.tsx';
import { dateText } from '../kit/times.ts';
import { useWords } from '../kit/words.tsx';
import { WEEKDAYS, dateOfWeekday, weeksOf } from './on-call.ts';
import type { OnCall, OnCallDay } from './on-call.ts';
import styles from './on-call.module.css';

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

function Said({ day, board }: { day: OnCallDay; board: OnCall }) {
  const { say, language } = useWords();
  const person = board.people.find((one) => one.staffId === day.onCall);
  // What is over cannot be mended any more: it is said by nobody's name standing there.
  const isMissing = day.onCall === null && day.sessions > 0 && day.date >= board.today;
  return (
    <>
      <span className={styles.date}>
        <span className="vh">{dateText(language, day.date)}</span><span aria-hidden="true"><span className={styles.weekday}>{dateText(language, day.date, 'short')} </span>{Number(day.date.slice(8))}</span>
        {day.date === board.today && <span className={styles.now}>{say('on-call.today')}</span>}
      </span>
      <span className={styles.said}>
        {isMissing && <span className={styles.nobody}><Icon name="warn" />{say('on-call.nobody')}</span>}
        {person !== undefined && <b>{person.name}</b>}
        {day.sessions > 0 && <span className={styles.count}>{say('on-call.sessions', { sessions: day.sessions })}</span>}
        {day.holiday !== null && <span className={styles.count}>{day.holiday}</span>}
      </span>
    </>
  );
}

type Props = { board: OnCall; caption: string; /** Opens a day; null for whoever may not change it. */ choose: ((date: CivilDate) => void) | null };

export function OnCallMonth({ board, caption, choose }: Props) {
  const { language } = useWords();
  const table = useRef<HTMLTableElement>(null);
  const open = board.days.filter((day) => day.date >= board.today).map((day) => day.date);
  const [held, setHeld] = useState<CivilDate | null>(null);
  const stop = held !== null && open.includes(held) ? held : open[0];
  const onKey = (event: KeyboardEvent, date: CivilDate): void => {
    const step = STEPS[event.key];
    if (step === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    const to = addDays(date, step);
    if (!open.includes(to)) return;
    setHeld(to);
    table.current?.querySelector<HTMLElement>(`[data-day="${to}"]`)?.focus();
  };
  const cell = (day: OnCallDay) => (choose === null || day.date < board.today
    ? <div className={styles.day}><Said day={day} board={board} /></div>
    : (
      <button type="button" className={styles.day} data-day={day.date} tabIndex={day.date === stop ? 0 : -1} onKeyDown={(event) => onKey(event, day.date)}
        onFocus={() => setHeld(day.date)} onClick={() => choose(day.date)}>
        <Said day={day} board={board} />
      </button>
    ));
  return (
    <table className={styles.month} ref={table}>
      <caption className="vh">{caption}</caption>
      <thead><tr>{WEEKDAYS.map((weekday) => <th key={weekday} scope="col">{dateText(language, dateOfWeekday(weekday), 'short')}</th>)}</tr></thead>
      <tbody>
        {weeksOf(board.days).map((week, row) => (
          <tr key={row} data-over={week.every((day) => day === null || day.date < board.today) ? true : undefined}>
            {week.map((day, column) => (day === null
              ? <td key={column} className={styles.none} />
              : <td key={day.date} data-bare={day.date < board.today && day.onCall === null && day.sessions === 0 ? true : undefined} data-state={day.onCall === null && day.sessions > 0 && day.date >= board.today ? 'missing' : day.date < board.today ? 'over' : undefined}>{cell(day)}</td>))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
