/** What needs somebody today: who is missing, then which notes wait; sorted by risk, then by time, each with its way out. */
import { Link } from '@tanstack/react-router';
import { useMe } from '../app/me.ts';
import { SeatShape } from '../kit/Seats.tsx';
import { Icon } from '../kit/Icon.tsx';
import { minutesBetween, timeText } from '../kit/times.ts';
import { useWords } from '../kit/words.tsx';
import type { TodayBoard } from './opening.ts';
import styles from './today.module.css';

export function NeedsSomebody({ board }: { board: TodayBoard }) {
  const { say, language } = useWords();
  const { may } = useMe();
  const missing = board.sessions.filter(({ state }) => state === 'running')
    .flatMap((session) => session.people.filter(({ standing }) => standing === 'missing').map((person) => ({ session, person })));
  const waiting = board.sessions.filter(({ state, notesToSign }) => state === 'ended' && notesToSign > 0);
  return (
    <aside className={styles.needs} aria-labelledby="needs-title">
      <h2 id="needs-title">{say('needs.title')}</h2>
      {missing.length + waiting.length === 0 && <p className="dim">{say('needs.nothing')}</p>}
      <ul>
        {missing.map(({ session, person }) => (
          <li key={`${session.id}${person.participantId}`}>
            <SeatShape mark="missing" />
            <span>
              <b>{say('needs.missing', { name: person.displayName })}</b>
              <span className="sm dim">{session.name}, <span className="c-brick nw">{say('minutes', { minutes: minutesBetween(session.startsAt, board.asOf) })}</span></span>
            </span>
            {may('people.read') && <Link className="lk sm" to="/people/$participantId" params={{ participantId: person.participantId }} preload={false}>{say('needs.contacts')}<span className="vh"> {person.displayName}</span></Link>}
          </li>
        ))}
        {waiting.map((session) => (
          <li key={session.id}>
            <Icon name="pen" />
            <span><b>{say('session.notes', { notes: session.notesToSign })}</b><span className="sm dim">{session.name}, {timeText(language, board.site.timeZone, session.startsAt)}</span></span>
            {may('note.read') && <Link className="lk sm" to="/sessions/$sessionId" params={{ sessionId: session.id }} preload={false}>{say('open')}<span className="vh"> {session.name}</span></Link>}
          </li>
        ))}
      </ul>
      {waiting.length > 0 && may('signatures.read') && <p><Link className="lk sm" to="/signatures" search={{ site: board.site.id }}>{say('needs.signatures')}</Link></p>}
    </aside>
  );
}
