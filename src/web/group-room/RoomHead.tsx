/** What, when, where, who leads, how many clinical minutes, and where the drafts are. */
import { Link } from '@tanstack/react-router';
import { useMe } from '../app/me.ts';
import { dateText, spanText } from '../kit/times.ts';
import { useWords } from '../kit/words.tsx';
import { SessionMenu } from '../session-day/SessionMenu.tsx';
import { dateIn } from '../../values/civil-date.ts';
import type { Held } from './draft-desk.ts';
import type { GroupRoom } from './readiness.ts';
import { SaveState } from './SaveState.tsx';
import styles from './room.module.css';

export function RoomHead({ room, parts, again }: { room: GroupRoom; parts: ReadonlyMap<string, Held<unknown>>; again: () => void }) {
  const { may } = useMe();
  const { say, language } = useWords();
  const { session } = room;
  const date = dateIn(session.timeZone, new Date(session.startsAt));
  const breaks = session.breaks.filter(({ taken }) => taken).reduce((sum, { minutes }) => sum + minutes, 0);
  const place = session.roomName ?? (session.telehealthLink === '' ? null : say('groups.online'));
  const leader = session.facilitatorName === null ? say('session.nobody-leads') : say('room.led-by', { name: [session.facilitatorName, session.facilitatorCredential].filter(Boolean).join(', ') });
  return (
    <div className={`head ${styles.head}`}>
      <div>
        <h1>{session.name}</h1>
        <p className={styles.facts}>
          <Link to="/" search={{ site: session.siteId, date }} className="lk">{dateText(language, date)}</Link>
          <span>{spanText(language, session.timeZone, session.startsAt, session.endsAt)}</span>
          {session.type !== 'group' && <span>{say(`groups.type.${session.type}`)}</span>}
          <span>{[place, session.siteName].filter(Boolean).join(', ')}</span>
          {may('note.read') && session.telehealthLink !== '' && <a className="lk" href={session.telehealthLink} target="_blank" rel="noreferrer">{say('session.link')}</a>}
          <span>{leader}</span>
          <span>{say(breaks > 0 ? 'room.minutes-break' : 'room.minutes', { minutes: session.clinicalMinutes, breaks })}</span>
        </p>
      </div>
      <span className="grow" />
      {may('session.change') && <SessionMenu sessionId={session.id} siteId={session.siteId} name={session.name} timeZone={session.timeZone} startsAt={session.startsAt} endsAt={session.endsAt} capacity={session.capacity} done={again} />}
      <SaveState parts={parts} timeZone={session.timeZone} />
    </div>
  );
}
