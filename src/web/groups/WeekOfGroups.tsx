/** The week in seven columns, Monday first: a card for each weekly time; on a narrow screen the same cards are rows by day. */
import { Link } from '@tanstack/react-router';
import { useMe } from '../app/me.ts';
import { Seats } from '../kit/Seats.tsx';
import { Icon } from '../kit/Icon.tsx';
import { useWords } from '../kit/words.tsx';
import type { Words } from '../kit/words.tsx';
import { dayText, wallSpanText, weekdayText } from './days.ts';
import { changeOf, troubleSaid, weekOfCards } from './week.ts';
import type { Card, GroupTime, GroupsBoard } from './week.ts';
import styles from './groups.module.css';

export function placeText({ say }: Pick<Words, 'say'>, time: Pick<GroupTime, 'room' | 'telehealthLink'>): string {
  return time.room?.name ?? (time.telehealthLink === '' ? say('groups.no-place') : say('groups.online'));
}

/** What is about to change about a time: the new room or leader from a day on, or the day on which it begins or ends. */
export function comingText({ say, language }: Words, { time, next }: Card, today: string): string | null {
  const day = (date: string): string => dayText(language, date, today);
  if (next !== null) {
    const what = changeOf(time, next, { nobody: say('groups.nobody-leads'), online: say('groups.online'), noPlace: say('groups.no-place') });
    if (what.length > 0) return say('groups.coming', { date: day(next.startsOn), what: what.join(', ') });
  }
  if (time.startsOn > today) return time.endedOn === null ? say('groups.from', { date: day(time.startsOn) }) : say('groups.from-until', { date: day(time.startsOn), until: day(time.endedOn) });
  return next === null && time.endedOn !== null ? say('groups.until', { date: day(time.endedOn) }) : null;
}

function GroupCard({ card, today }: { card: Card; today: string }) {
  const words = useWords();
  const { say, language } = words;
  const { may } = useMe();
  const { group, time } = card;
  const coming = comingText(words, card, today);
  const free = Math.max(0, group.capacity - group.seatsTaken);
  return (
    <li className={`${styles.card} ${group.troubles.length > 0 ? styles.troubled : ''}`}>
      <p className={styles.when}><span>{wallSpanText(language, time.startsAtLocal, time.minutes)}</span><span>{placeText(words, time)}</span></p>
      <h4>{may('schedule.read') ? <Link to="/groups/$seriesId" params={{ seriesId: group.id }} preload={false}>{group.name}</Link> : group.name}</h4>
      <p className={styles.leader}>{time.facilitator?.name ?? say('groups.nobody-leads')}</p>
      <p className={styles.seats}><Seats standings={Array.from({ length: group.seatsTaken }, () => 'expected' as const)} capacity={group.capacity} over={false} /><span className={free === 0 ? 'dim' : 'c-moss'}>{say('groups.free', { count: free })}</span></p>
      {group.troubles.map((trouble) => { const said = troubleSaid(group, trouble); return <p key={trouble} className={styles.trouble}><Icon name="warn" /> {say(said.id, said.values)}</p>; })}
      {coming !== null && <p className={styles.coming}><Icon name="clock" /> {coming}</p>}
    </li>
  );
}

export function WeekOfGroups({ board }: { board: GroupsBoard }) {
  const { say, language } = useWords();
  const week = weekOfCards(board);
  const columns = week.map((cards) => (cards.length > 0 ? 'minmax(0, 1fr)' : '58px')).join(' ');
  return (
    <section aria-labelledby="week-title" className={styles.weekFrame}>
      <h2 id="week-title" className="vh">{say('groups.week')}</h2>
      <div className={styles.week} style={{ gridTemplateColumns: columns }}>
        {week.map((cards, index) => (
          <section key={index} className={cards.length === 0 ? styles.none : undefined} aria-labelledby={`day-${index}`}>
            <h3 id={`day-${index}`}>{weekdayText(language, index + 1, cards.length > 0 ? 'long' : 'short')}</h3>
            {cards.length === 0 ? <p className="least dim">{say('groups.empty.day')}</p> : <ul>{cards.map((card) => <GroupCard key={card.time.id} card={card} today={board.today} />)}</ul>}
          </section>
        ))}
      </div>
    </section>
  );
}
