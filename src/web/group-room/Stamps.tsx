/** When a person was in the room, every stay of it, and the clinical minutes that follow. */
import { timeText } from '../kit/times.ts';
import { useWords } from '../kit/words.tsx';
import type { GroupRoom, RoomPerson } from './readiness.ts';
import styles from './room.module.css';

/** Arrivals before the start are shown at the start: earlier minutes never count (W2). */
export function Stamps({ person, session }: { person: RoomPerson; session: GroupRoom['session'] }) {
  const { say, language } = useWords();
  const time = (instant: string): string => timeText(language, session.timeZone, instant);
  return (
    <span className={styles.stamps}>
      {person.stays.map((stay) => {
        const start = stay.arrivedAt < session.startsAt ? session.startsAt : stay.arrivedAt;
        const end = stay.leftAt === null || stay.leftAt > session.endsAt ? session.endsAt : stay.leftAt;
        return (
          <span key={stay.arrivedAt} className="nw">
            <span className={start > session.startsAt ? 'c-amber' : ''}>{time(start)}</span>–<span className={end < session.endsAt ? 'c-amber' : ''}>{stay.leftAt === null && session.state === 'running' ? say('stamps.still') : time(end)}</span>,{' '}
          </span>
        );
      })}
      <span className="nw">{say('minutes', { minutes: person.minutes.clinical })}</span>
      {person.standing === 'make-up' && <><br />{say('standing.make-up')}</>}
    </span>
  );
}
