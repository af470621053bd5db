/** What mends a week, in words and with one button a way; or, honestly, that no way is left. */
import { useMe } from '../app/me.ts';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { dayTimeText, hoursSaid } from '../kit/times.ts';
import type { Language } from '../kit/times.ts';
import { useWords } from '../kit/words.tsx';
import type { Booking } from './use-book.tsx';
import type { Way, WeekPerson } from './week-said.ts';
import styles from './week.module.css';

/** Fri 12:30 pm, Mindful movement; of more sessions each, with an and between them. */
function wayText(language: Language, timeZone: string, way: Way, withNames: boolean): string {
  const parts = way.sessions.map((session) => `${dayTimeText(language, timeZone, session.startsAt)}${withNames ? `, ${session.name}` : ''}`);
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(parts);
}

type Props = { person: WeekPerson; timeZone: string; isOver: boolean; booking: Booking; /** How many of its ways are offered; a narrow column has room for one. */ most: number };

export function Mend({ person, timeZone, isOver, booking, most }: Props) {
  const { say, language } = useWords();
  const mayBook = useMe().may('session.change');
  if (person.standing !== 'short') return null;
  const short = hoursSaid(person.gapMinutes);
  if (person.ways.length === 0) return <p className={`sm ${styles.way}`}><span className="c-brick">{say(isOver ? 'week.short' : 'week.no-way', { short })}</span></p>;
  return (
    <>
      {person.ways.slice(0, most).map((way, index) => {
        const when = wayText(language, timeZone, way, false);
        return (
          <p key={when} className={`sm ${styles.way}`}>
            <span>{say(index === 0 ? 'week.way' : 'week.way.or', { way: wayText(language, timeZone, way, true), hours: hoursSaid(person.forecastMinutes + way.minutes) })}</span>
            {mayBook && (
              <button type="button" className="btn small" aria-disabled={booking.busyWith !== null} aria-label={say('week.book.for', { name: person.displayName, when })} onClick={() => booking.book(person, way, when)}>
                {booking.busyWith === person.participantId ? say('saving') : say('week.book')}
              </button>
            )}
          </p>
        );
      })}
      {booking.refused?.participantId === person.participantId && <RefusalNotice answer={booking.refused.answer} />}
    </>
  );
}
