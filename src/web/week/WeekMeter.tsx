/** One person’s week on a bar: done by day, booked, short of the floor, the floor as a post; its text is one sentence. */
import { hoursSaid } from '../kit/times.ts';
import { useWords } from '../kit/words.tsx';
import kit from '../kit/kit.module.css';
import type { WeekPerson } from './week-said.ts';
import styles from './week.module.css';

/** The scale goes to twelve hours, or above whatever is higher, so that bars of one list compare. */
export function WeekMeter({ person, top }: { person: WeekPerson; top: number }) {
  const { say } = useWords();
  const floor = person.floor === null ? null : person.floor.minutes;
  const figures = { done: hoursSaid(person.doneMinutes), booked: hoursSaid(person.bookedMinutes) };
  const sentence = floor === null ? say('week.meter.no-floor', figures)
    : person.gapMinutes === 0 ? say('week.meter', { ...figures, floor: person.floor?.isProRata === true ? say('floor.pro-rata', { hours: hoursSaid(floor) }) : hoursSaid(floor) })
      : say('week.meter.short', { ...figures, floor: hoursSaid(floor), short: hoursSaid(person.gapMinutes) });
  const width = (minutes: number) => ({ width: `${(minutes / top) * 100}%` });
  return (
    <div className={kit.meter} role="img" aria-label={sentence}>
      {person.days.filter((day) => day.done > 0).map((day) => <span key={day.date} className={`${kit.done} ${day.unsigned > 0 ? styles.unsigned : ''}`} style={width(day.done)} />)}
      {person.bookedMinutes > 0 && <span className={kit.booked} style={width(person.bookedMinutes)} />}
      {person.gapMinutes > 0 && <span className={kit.short} style={width(person.gapMinutes)} />}
      {floor !== null && <i style={{ left: `${(floor / top) * 100}%` }} />}
    </div>
  );
}

export function topOfMeters(people: readonly WeekPerson[]): number {
  return Math.max(720, ...people.map((person) => Math.max(person.floor?.minutes ?? 0, person.forecastMinutes)));
}
