/** The roster of a session on paper, for staff: seats by shape and word, numbers, who came and when. */
import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { readRoster } from '../../boards/day/papers.contract.ts';
import type { SessionId } from '../../modules/sessions/words.ts';
import { useMe } from '../app/me.ts';
import type { ValueOf } from '../call.ts';
import { Blank, Waiting } from '../kit/Blank.tsx';
import { NoLongerShown } from '../kit/NoLongerShown.tsx';
import { NotYours } from '../kit/NotYours.tsx';
import { SeatShape } from '../kit/Seats.tsx';
import { markOf, seatsSaid } from '../kit/seats.ts';
import { spanText, timeText } from '../kit/times.ts';
import { UnreadNotice } from '../kit/UnreadNotice.tsx';
import { Work } from '../kit/Work.tsx';
import { useWords } from '../kit/words.tsx';
import type { Say } from '../kit/words.tsx';
import { reading } from '../queries.ts';
import { BackToDay } from './BackToDay.tsx';
import { isOver, standingSaid } from './day-sheet.ts';
import { dayText } from './paper-text.ts';
import styles from './papers.module.css';
import { Sheet } from './Sheet.tsx';

const route = getRouteApi('/sessions/$sessionId/roster');

type Roster = ValueOf<typeof readRoster>;
type Row = Roster['people'][number];

/** What is so of somebody, and why somebody did not come where the reply says it. */
function noteOf(say: Say, { standing, absence, isMakeUp, isBeyond }: Row, over: boolean): string {
  const why = absence === null ? '' : [say(`absence.${absence.reason}`), absence.detail ?? ''].filter(Boolean).join(', ');
  const words = [say(`standing.${standingSaid(standing, over)}`), isMakeUp && standing !== 'make-up' ? say('standing.make-up') : '', isBeyond ? say('papers.roster.beyond') : ''].filter(Boolean).join(', ');
  return why === '' ? words : `${words}: ${why}`;
}

function Rows({ roster }: { roster: Roster }) {
  const { say, language } = useWords();
  const { session, site } = roster;
  const time = (instant: string | null): string => (instant === null ? '' : timeText(language, site.timeZone, instant));
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{say('papers.roster.seat')}</th><th scope="col">{say('papers.roster.person')}</th><th scope="col">{say('papers.roster.number')}</th>
          <th scope="col">{say('papers.roster.came')}</th><th scope="col">{say('papers.roster.left')}</th><th scope="col">{say('papers.roster.note')}</th>
        </tr>
      </thead>
      <tbody>
        {roster.people.map((person) => (
          <tr key={person.participantId}>
            <td><span className={styles.seat}><SeatShape mark={markOf(person.standing)} />{person.seatNo ?? '–'}</span></td>
            <td><b>{person.displayName}</b></td><td className="nw">{person.number}</td><td className="nw">{time(person.arrivedAt)}</td><td className="nw">{time(person.leftAt)}</td><td>{noteOf(say, person, isOver(session.state))}</td>
          </tr>
        ))}
        {session.state !== 'canceled' && session.freeSeats.map((seat) => (
          <tr key={`free ${seat}`}><td><span className={styles.seat}><SeatShape mark="free" />{seat}</span></td><td /><td /><td /><td /><td>{say('papers.roster.free')}</td></tr>
        ))}
      </tbody>
    </table>
  );
}

function Paper({ roster }: { roster: Roster }) {
  const { say, language } = useWords();
  const { may } = useMe();
  const { session, site, people } = roster;
  const leader = session.leaderName === null ? say('session.nobody-leads') : say('room.led-by', { name: [session.leaderName, session.leaderCredential].filter(Boolean).join(', ') });
  return (
    <Sheet what={say('papers.roster.of', { name: session.name })} site={site.name} asOf={roster.asOf} timeZone={site.timeZone}
      when={`${dayText(say, language, session.date)}, ${spanText(language, site.timeZone, session.startsAt, session.endsAt)}`}
      back={<BackToDay siteId={site.id} date={session.date} />}
      choices={may('attendance.stamp') ? <Link to="/sessions/$sessionId/slips" params={{ sessionId: session.id }} className="lk">{say('papers.slips')}</Link> : undefined}>
      <p className={styles.facts}>
        {session.state === 'canceled' && <b>{say('papers.canceled')}</b>}
        <span>{[session.roomName ?? '', session.isByLink ? say('groups.online') : ''].filter(Boolean).join(', ') || say('papers.no-room')}</span>
        <span>{leader}</span>
        {session.telehealthLink !== '' && <span>{session.telehealthLink}</span>}
      </p>
      {session.state !== 'canceled' && <p><b>{seatsSaid(say, people.map(({ standing }) => standing), people.length + session.freeSeats.length, isOver(session.state))}</b></p>}
      <Rows roster={roster} />
      <NoLongerShown people={roster.noLongerShown} />
      <p className={styles.keep}>{say('papers.keep')}</p>
    </Sheet>
  );
}

export function RosterPage() {
  const { say } = useWords();
  const { may } = useMe();
  const sessionId = route.useParams().sessionId as SessionId;
  const asked = useMemo(() => reading(readRoster, { params: { sessionId } }), [sessionId]);
  const roster = useQuery({ ...asked, enabled: may('today.read') });
  if (!may('today.read')) return <Work><NotYours /></Work>;
  if (roster.data !== undefined) return <Paper roster={roster.data} />;
  return <Work>{roster.error === null ? <Waiting said={say('waiting')}><Blank width="100%" height={520} /></Waiting> : <UnreadNotice error={roster.error} again={() => { void roster.refetch(); }} />}</Work>;
}
