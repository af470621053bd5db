/** The day of a site on paper: sessions by time with rooms, leaders and rosters, who is on call, and who is expected in two places at once. */
import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { readDaySheet } from '../../boards/day/papers.contract.ts';
import { addDays } from '../../values/civil-date.ts';
import type { CivilDate } from '../../values/civil-date.ts';
import { useMe } from '../app/me.ts';
import { Blank, Waiting } from '../kit/Blank.tsx';
import { Icon } from '../kit/Icon.tsx';
import { NoLongerShown } from '../kit/NoLongerShown.tsx';
import { NotYours } from '../kit/NotYours.tsx';
import { SeatShape } from '../kit/Seats.tsx';
import { markOf } from '../kit/seats.ts';
import { spanText, timeText } from '../kit/times.ts';
import { UnreadNotice } from '../kit/UnreadNotice.tsx';
import { Work } from '../kit/Work.tsx';
import { useWords } from '../kit/words.tsx';
import { reading } from '../queries.ts';
import { BackToDay } from './BackToDay.tsx';
import { clashesOf, comersOf, isOver, standingSaid } from './day-sheet.ts';
import type { DayPerson, DaySession, DaySheet } from './day-sheet.ts';
import { dayText } from './paper-text.ts';
import styles from './papers.module.css';
import { Sheet } from './Sheet.tsx';

const route = getRouteApi('/papers/day');

function Opening({ sheet }: { sheet: DaySheet }) {
  const { say, language } = useWords();
  const { onCall, holidays, sessions, site } = sheet;
  const time = (instant: string): string => timeText(language, site.timeZone, instant);
  const held = sessions.filter(({ state }) => state !== 'canceled');
  return (
    <div className={styles.day}>
      {holidays.map((name) => <p key={name}><b>{say('papers.day.holiday', { name })}</b></p>)}
      <p>{held.length === 0 ? say('papers.day.empty') : say('papers.day.say', { sessions: held.length, people: comersOf(sessions, language).length })}</p>
      <p>{onCall === null ? say('papers.day.no-on-call') : say('papers.day.on-call', { name: [onCall.name, onCall.credential].filter(Boolean).join(', ') })}</p>
      {clashesOf(sessions).map(({ displayName, first, second }) => (
        <p key={`${displayName} ${first.id} ${second.id}`}><b>{say('papers.day.clash', { name: displayName, first: first.name, firstTime: time(first.startsAt), second: second.name, secondTime: time(second.startsAt) })}</b></p>
      ))}
    </div>
  );
}

function Person({ sheet, person, over }: { sheet: DaySheet; person: DayPerson; over: boolean }) {
  const { say, language } = useWords();
  const time = (instant: string): string => timeText(language, sheet.site.timeZone, instant);
  const word = person.standing === 'here' && person.arrivedAt !== null ? '' : say(`standing.${standingSaid(person.standing, over)}`);
  return (
    <li>
      <SeatShape mark={markOf(person.standing)} />
      <span>{person.displayName}</span>
      <span className="sm">{[person.arrivedAt === null ? '' : time(person.arrivedAt), word].filter(Boolean).join(', ')}</span>
    </li>
  );
}

function Session({ sheet, session }: { sheet: DaySheet; session: DaySession }) {
  const { say, language } = useWords();
  const { may } = useMe();
  const canceled = session.state === 'canceled';
  const leader = session.leaderName === null ? say('session.nobody-leads') : [session.leaderName, session.leaderCredential].filter(Boolean).join(', ');
  const params = { sessionId: session.id };
  return (
    <section className={styles.session} aria-labelledby={`session-${session.id}`}>
      <header>
        <h2 id={`session-${session.id}`}><span className="nw">{spanText(language, sheet.site.timeZone, session.startsAt, session.endsAt)}</span> <span className={canceled ? styles.canceled : undefined}>{session.name}</span></h2>
        <p>{[session.roomName ?? '', session.isByLink ? say('groups.online') : ''].filter(Boolean).join(', ') || say('papers.no-room')}</p>
        <p>{leader}</p>
        <p><b>{canceled ? say('papers.canceled') : say('papers.day.seats', { taken: Math.max(0, session.capacity - session.seatsFree), seats: session.capacity })}</b></p>
        <p className={`${styles.prints} no-print`}>
          {may('attendance.stamp') && !canceled && <Link to="/sessions/$sessionId/slips" params={params} className="lk">{say('papers.slips')}<span className="vh"> {session.name}</span></Link>}
          <Link to="/sessions/$sessionId/roster" params={params} className="lk">{say('papers.roster')}<span className="vh"> {session.name}</span></Link>
        </p>
      </header>
      {session.people.length === 0
        ? <p className="dim">{say('papers.day.nobody')}</p>
        : <ul className={styles.roster}>{session.people.map((person) => <Person key={person.participantId} sheet={sheet} person={person} over={isOver(session.state)} />)}</ul>}
    </section>
  );
}

/** The desk is asked by name, and answers with a time. */
function ByName({ sheet }: { sheet: DaySheet }) {
  const { say, language } = useWords();
  const comers = comersOf(sheet.sessions, language);
  if (comers.length === 0) return null;
  return (
    <section className={styles.names} aria-labelledby="by-name">
      <h2 id="by-name">{say('papers.day.by-name')}</h2>
      <ul className={styles.roster}>
        {comers.map(({ participantId, displayName, times }) => (
          <li key={participantId}><span>{displayName}</span><span className="sm">{times.map((instant) => timeText(language, sheet.site.timeZone, instant)).join(', ')}</span></li>
        ))}
      </ul>
    </section>
  );
}

function DayChoice({ sheet }: { sheet: DaySheet }) {
  const { say } = useWords();
  const { sites } = useMe();
  const navigate = route.useNavigate();
  const to = (days: number) => ({ site: sheet.site.id, date: addDays(sheet.date, days) });
  return (
    <nav aria-label={say('today.days')} className={styles.days}>
      <Link className="btn" to="/papers/day" search={to(-1)} aria-label={say('today.before')}><Icon name="back" /></Link>
      {!sheet.isToday && <Link className="btn" to="/papers/day" search={{ site: sheet.site.id }}>{say('room.today')}</Link>}
      <Link className="btn" to="/papers/day" search={to(1)} aria-label={say('today.after')}><Icon name="on" /></Link>
      {sites.length > 1 && (
        <NativeSelect aria-label={say('today.site')} value={sheet.site.id} data={sites.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(event) => { void navigate({ search: (now) => ({ ...now, site: event.currentTarget.value }) }); }} />
      )}
    </nav>
  );
}

function Paper({ sheet }: { sheet: DaySheet }) {
  const { say, language } = useWords();
  return (
    <Sheet what={say('papers.day-sheet')} site={sheet.site.name} when={dayText(say, language, sheet.date)} asOf={sheet.asOf} timeZone={sheet.site.timeZone}
      back={<BackToDay siteId={sheet.site.id} date={sheet.date} />} choices={<DayChoice sheet={sheet} />}>
      <Opening sheet={sheet} />
      {sheet.sessions.map((session) => <Session key={session.id} sheet={sheet} session={session} />)}
      <ByName sheet={sheet} />
      <NoLongerShown people={sheet.noLongerShown} />
      <p className={styles.keep}>{say('papers.keep')}</p>
    </Sheet>
  );
}

export function DaySheetPage() {
  const { say } = useWords();
  const { may, sites } = useMe();
  const { site, date } = route.useSearch();
  const siteId = sites.find(({ id }) => id === site)?.id ?? sites[0]?.id;
  const asked = useMemo(() => reading(readDaySheet, { query: { siteId: siteId ?? '', date: date as CivilDate | undefined } }), [siteId, date]);
  const allowed = may('today.read') && siteId !== undefined;
  const sheet = useQuery({ ...asked, enabled: allowed });
  if (!allowed) return <Work><NotYours /></Work>;
  if (sheet.data !== undefined) return <Paper sheet={sheet.data} />;
  return <Work>{sheet.error === null ? <Waiting said={say('waiting')}><Blank width="100%" height={640} /></Waiting> : <UnreadNotice error={sheet.error} again={() => { void sheet.refetch(); }} />}</Work>;
}
