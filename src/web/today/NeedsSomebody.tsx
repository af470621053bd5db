/** What needs somebody today: who is missing, whether anybody is on call, then which notes wait; sorted by risk, then by time, each with its way out. */
import { Link } from '@tanstack/react-router';
import { dateIn, daysBetween } from '../../values/civil-date.ts';
import { useMe } from '../app/me.ts';
import { SeatShape } from '../kit/Seats.tsx';
import { Icon } from '../kit/Icon.tsx';
import { dateText, minutesBetween, timeText } from '../kit/times.ts';
import { useWords } from '../kit/words.tsx';
import type { NeedsBoard } from '../week/needs-said.ts';
import { useNeeds } from '../week/use-week.ts';
import type { TodayBoard } from './opening.ts';
import styles from './today.module.css';

/** Sessions are planned and nobody would answer for a danger (W18). */
function OnCall({ needs }: { needs: NeedsBoard }) {
  const { say } = useWords();
  const { may } = useMe();
  if (needs.onCall.name !== null || !needs.onCall.hasSessions) return null;
  return (
    <li>
      <Icon name="warn" />
      <span><b>{say('needs.on-call')}</b></span>
      {may('staff.read') && <Link className="lk sm" to="/program/on-call" search={{ site: needs.site.id }}>{say('needs.on-call.open')}</Link>}
    </li>
  );
}

/** Notes that wait for whoever looks: to be co-signed, and returned to be answered. */
function OwnNotes({ needs }: { needs: NeedsBoard }) {
  const { say, language } = useWords();
  const { may } = useMe();
  const { cosign, returned } = needs;
  const waiting = (): string => {
    const { today } = needs.week;
    const day = cosign.since === null ? today : dateIn(needs.site.timeZone, new Date(cosign.since));
    // Seven days ago has the name of today.
    return day === today ? say('needs.cosign.today', { notes: cosign.notes }) : say('needs.cosign', { notes: cosign.notes, day: dateText(language, day, daysBetween(day, today) < 7 ? 'weekday' : 'month-day') });
  };
  const row = (said: string, open: string) => (
    <li>
      <Icon name="pen" />
      <span><b>{said}</b></span>
      {may('signatures.read') && <Link className="lk sm" to="/signatures" search={{ site: needs.site.id }}>{open}</Link>}
    </li>
  );
  return (
    <>
      {cosign.notes > 0 && row(waiting(), say('needs.cosign.open'))}
      {returned > 0 && row(say('needs.returned', { notes: returned }), say('needs.returned.open'))}
    </>
  );
}

function isQuiet({ onCall, cosign, returned }: NeedsBoard): boolean {
  return cosign.notes + returned === 0 && (onCall.name !== null || !onCall.hasSessions);
}

export function NeedsSomebody({ board }: { board: TodayBoard }) {
  const { may } = useMe();
  return may('hours.read') ? <WithNeeds board={board} /> : <Needs board={board} needs={null} />;
}

function WithNeeds({ board }: { board: TodayBoard }) {
  return <Needs board={board} needs={useNeeds(board.site.id).data} />;
}

/** `needs`: null for whoever may not read them, undefined until they are read; nothing is called quiet before. */
function Needs({ board, needs }: { board: TodayBoard; needs: NeedsBoard | null | undefined }) {
  const { say, language } = useWords();
  const { may } = useMe();
  const missing = board.sessions.filter(({ state }) => state === 'running')
    .flatMap((session) => session.people.filter(({ standing }) => standing === 'missing').map((person) => ({ session, person })));
  const waiting = board.sessions.filter(({ state, notesToSign }) => state === 'ended' && notesToSign > 0);
  return (
    <aside className={styles.needs} aria-labelledby="needs-title">
      <h2 id="needs-title">{say('needs.title')}</h2>
      {missing.length + waiting.length === 0 && needs !== undefined && (needs === null || isQuiet(needs)) && <p className="dim">{say('needs.nothing')}</p>}
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
        {needs && <OnCall needs={needs} />}
        {waiting.map((session) => (
          <li key={session.id}>
            <Icon name="pen" />
            <span><b>{say('session.notes', { notes: session.notesToSign })}</b><span className="sm dim">{session.name}, {timeText(language, board.site.timeZone, session.startsAt)}</span></span>
            {may('note.read') && <Link className="lk sm" to="/sessions/$sessionId" params={{ sessionId: session.id }} preload={false}>{say('open')}<span className="vh"> {session.name}</span></Link>}
          </li>
        ))}
        {needs && <OwnNotes needs={needs} />}
      </ul>
      {waiting.length > 0 && may('signatures.read') && <p><Link className="lk sm" to="/signatures" search={{ site: board.site.id }}>{say('needs.signatures')}</Link></p>}
    </aside>
  );
}
