/** One session: title, room and leader, its ten seats, its roster, and one primary act. */
import { Link } from '@tanstack/react-router';
import { useMe } from '../app/me.ts';
import { Icon } from '../kit/Icon.tsx';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { SeatShape, Seats } from '../kit/Seats.tsx';
import { seatsSaid } from '../kit/seats.ts';
import { spanText } from '../kit/times.ts';
import { useWords } from '../kit/words.tsx';
import type { Say } from '../kit/words.tsx';
import type { TodaySession } from './opening.ts';
import { isOpenForArrivals } from './opening.ts';
import { SessionMenu } from '../session-day/SessionMenu.tsx';
import { isGroup } from '../group-room/kinds.ts';
import { ComingAlong } from '../supporters/ComingAlong.tsx';
import { Offers } from './Offers.tsx';
import { RosterRow } from './RosterRow.tsx';
import type { Stamps } from './use-stamps.ts';
import styles from './today.module.css';

type Place = { asOf: string; timeZone: string; siteId: string };
type Props = { session: TodaySession; place: Place; stamps: Stamps };

function placeSaid(say: Say, session: TodaySession): string {
  const leader = [session.facilitatorName ?? say('session.nobody-leads'), session.facilitatorName === null ? '' : session.facilitatorCredential].filter(Boolean).join(', ');
  const room = session.roomName ?? (session.telehealthLink === '' ? null : say('groups.online'));
  return [room, leader].filter(Boolean).join(' · ');
}

function isOver({ state }: TodaySession): boolean {
  return state === 'ended' || state === 'signed';
}

/** The count in words beside the seats: only what matters at a glance. */
function glance(say: Say, session: TodaySession): string {
  if (session.state === 'canceled') return say('session.canceled');
  return seatsSaid(say, session.people.map(({ standing }) => standing), session.capacity, isOver(session));
}

export function SessionBody({ session, place, stamps }: Props) {
  const { say } = useWords();
  const { may } = useMe();
  const open = isOpenForArrivals(session, place.asOf);
  const free = isOver(session) ? 0 : session.seatsFree;
  return (
    <>
      {stamps.refusal?.sessionId === session.id && (
        <div className={styles.inner}>
          <RefusalNotice answer={stamps.refusal.answer}>
            <span>{say('roster.refused', { name: stamps.refusal.name })}</span>
            <Offers answer={stamps.refusal.answer} timeZone={place.timeZone} />
            <button type="button" className="btn small" onClick={stamps.forgetRefusal}>{say('close')}</button>
          </RefusalNotice>
        </div>
      )}
      <ul className={styles.roster}>
        {session.people.map((person) => <RosterRow key={person.participantId} session={session} person={person} place={place} open={open} stamps={stamps} />)}
        {free > 0 && <li className={styles.person}><SeatShape mark="free" /><span className={`${styles.name} faint`}>{say('roster.free', { count: free })}</span></li>}
      </ul>
      <ComingAlong session={session} timeZone={place.timeZone} />
      {may('note.read') && session.state !== 'canceled' && (
        <div className={styles.open}>
          <Link className={`btn ${session.notesToSign > 0 && session.state === 'ended' ? 'go' : 'tint'}`} to="/sessions/$sessionId" params={{ sessionId: session.id }} preload={false}>
            <Icon name="pen" />{say(isGroup(session.type) ? 'session.open' : 'session.open.one')}<span className="vh"> {session.name}</span>
          </Link>
          {may('session.change') && <SessionMenu sessionId={session.id} siteId={place.siteId} name={session.name} timeZone={place.timeZone} startsAt={session.startsAt} endsAt={session.endsAt} capacity={session.capacity} done={stamps.again} />}
        </div>
      )}
    </>
  );
}

/** A session that runs: all of it is open. */
export function SessionCard({ session, place, stamps }: Props) {
  const { say } = useWords();
  const { may } = useMe();
  return (
    <article className={`card ${styles.session}`} aria-labelledby={`session-${session.id}`}>
      <header className={styles.top}>
        <h3 id={`session-${session.id}`}>{session.name}</h3>
        <p className="sm dim">{placeSaid(say, session)}</p>
        {may('note.read') && session.telehealthLink !== '' && (
          <a className="lk sm" href={session.telehealthLink} target="_blank" rel="noreferrer">{say('session.link')}<span className="vh"> {session.name}</span></a>
        )}
        <p className={styles.count}>
          <Seats standings={session.people.map(({ standing }) => standing)} capacity={session.capacity} over={isOver(session)} />
          <b className="sm" aria-hidden="true">{glance(say, session)}</b>
        </p>
      </header>
      <SessionBody session={session} place={place} stamps={stamps} />
    </article>
  );
}

/** A session before or after: one line that opens. */
export function SessionLine({ session, place, stamps, unfold }: Props & { unfold: boolean }) {
  const { say, language } = useWords();
  const canceled = session.state === 'canceled';
  return (
    <details className={styles.line} open={unfold}>
      <summary>
        <span className={styles.when}>{spanText(language, place.timeZone, session.startsAt, session.endsAt)}</span>
        <span className={styles.what}><b>{canceled ? <del>{session.name}</del> : session.name}</b><span className="sm dim">{placeSaid(say, session)}</span></span>
        <span className={styles.seats}>
          {!canceled && <Seats standings={session.people.map(({ standing }) => standing)} capacity={session.capacity} over={isOver(session)} />}
          <span className="sm dim" aria-hidden={!canceled}>{glance(say, session)}</span>
        </span>
        <span className={styles.notes}>
          {session.notesToSign > 0 && session.state === 'ended' && <b className="sm c-amber">{say('session.notes', { notes: session.notesToSign })}</b>}
          {session.state === 'signed' && <span className="sm c-moss"><Icon name="check" /> {say('session.signed')}</span>}
        </span>
        <Icon name="down" />
      </summary>
      <SessionBody session={session} place={place} stamps={stamps} />
    </details>
  );
}
