/** The seats a person holds, each with its weekly times and a way to the group. */
import { Link } from '@tanstack/react-router';
import { Icon } from '../kit/Icon.tsx';
import { Row, Rows } from '../kit/Rows.tsx';
import { useWords } from '../kit/words.tsx';
import type { Episode } from './back.ts';
import styles from './people.module.css';
import { dayText, weeklyText } from './texts.ts';

export function HeldSeats({ episode, today }: { episode: Episode; today: string }) {
  const { say, language } = useWords();
  const day = (date: string): string => dayText(language, date, today);
  const detailOf = (seat: Episode['seats'][number]): string => [
    ...seat.times.map((time) => weeklyText(language, time)), say('seats.seat', { seat: seat.seatNo }),
    seat.startsOn > today ? say('place.from', { day: day(seat.startsOn) }) : say('place.since', { day: day(seat.startsOn) }), ...(seat.endedOn === null ? [] : [say('place.until', { day: day(seat.endedOn) })]),
  ].join(', ');
  const hasEnded = (seat: Episode['seats'][number]): boolean => seat.endedOn !== null && seat.endedOn < today;
  const past = episode.seats.filter(hasEnded);
  const rows = (seats: Episode['seats']) => (
    <Rows>
      {seats.map((seat) => (
        <Row key={seat.enrollmentId} title={<Link className={styles.name} to="/groups/$seriesId" params={{ seriesId: seat.seriesId }}>{seat.name}</Link>} detail={detailOf(seat)} ended={hasEnded(seat)} />
      ))}
    </Rows>
  );
  return (
    <section aria-labelledby={`seats-${episode.episodeId} where-${episode.episodeId}`}>
      <div className={styles.head}><h2 id={`seats-${episode.episodeId}`}>{say('seats.title')}</h2></div>
      {past.length === episode.seats.length ? <p className={styles.empty}>{say('seats.empty')}</p> : rows(episode.seats.filter((seat) => !hasEnded(seat)))}
      {past.length > 0 && <details className={styles.before}><summary>{say('place.earlier')}<Icon name="down" /></summary>{rows(past)}</details>}
    </section>
  );
}
