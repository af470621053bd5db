/** Who ends the week under the floor, and what would mend it. */
import { Link } from '@tanstack/react-router';
import { Blank, Waiting } from '../kit/Blank.tsx';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { dateText, hoursSaid, hoursText, timeText } from '../kit/times.ts';
import { Rich, useWords } from '../kit/words.tsx';
import { Mend } from './Mend.tsx';
import { useBook } from './use-book.tsx';
import { useWeekHours } from './use-week.ts';
import { WeekMeter, topOfMeters } from './WeekMeter.tsx';
import { floorSaid, shortOnes } from './week-said.ts';
import styles from './week.module.css';

/** A column beside the day names the first few; all of them are one link away. */
const NAMED = 6;

export function UnderFloor({ siteId, timeZone }: { siteId: string; timeZone: string }) {
  const { say, language } = useWords();
  const board = useWeekHours(siteId, undefined);
  const booking = useBook();
  const shown = board.data;
  if (shown === undefined) {
    if (board.error === null) return <Waiting said={say('waiting')}><p className={styles.column}><Blank width={220} height={20} /></p></Waiting>;
    return <section className={styles.column} aria-label={say('week.title')}><h2>{say('week.title')}</h2><RefusalNotice answer={board.error.refusal ?? { offline: true }} /></section>;
  }
  const short = shortOnes(shown.people);
  const said = floorSaid(shown, hoursSaid);
  const top = topOfMeters(short);
  return (
    <section className={styles.column} aria-labelledby="under-floor">
      <div className="section">
        <h2 id="under-floor">{shown.floorMinutes === null ? say('week.title') : say('week.under', { floor: hoursSaid(shown.floorMinutes), day: dateText(language, shown.week.ends, 'weekday') })}</h2>
        <span className="grow" />
        <Link className="lk sm" to="/week" search={{ site: siteId }}>{say('week.all', { people: shown.people.length })}</Link>
      </div>
      <p className="dim"><Rich text={say(said.id, said.values)} /></p>
      <ul className={styles.short}>
        {short.slice(0, NAMED).map((person) => (
          <li key={person.participantId}>
            <Link className={styles.name} to="/people/$participantId/hours" params={{ participantId: person.participantId }} preload={false}>{person.displayName}</Link>
            <WeekMeter person={person} top={top} />
            <span className="c-brick nw">{hoursText(person.forecastMinutes)}</span>
            <div className={styles.mend}><Mend person={person} timeZone={timeZone} isOver={false} booking={booking} most={1} /></div>
          </li>
        ))}
      </ul>
      {short.length > NAMED && <p><Link className="lk sm" to="/week" search={{ site: siteId }}>{say('week.more', { people: short.length - NAMED })}</Link></p>}
      <p className="least faint">{say('live.as-of', { time: timeText(language, timeZone, shown.asOf) })}</p>
      {booking.toast}
    </section>
  );
}
