/** The day of one site: a sentence first, then what runs, what comes and what was, with rosters that one tap stamps. */
import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, Navigate, getRouteApi } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import { readToday } from '../../boards/day/today.contract.ts';
import type { CivilDate } from '../../values/civil-date.ts';
import { addDays } from '../../values/civil-date.ts';
import { useMe } from '../app/me.ts';
import { Blank, Waiting } from '../kit/Blank.tsx';
import { Icon } from '../kit/Icon.tsx';
import { useKeys } from '../kit/KeyLayer.tsx';
import { LiveStamp } from '../kit/LiveStamp.tsx';
import { NoLongerShown } from '../kit/NoLongerShown.tsx';
import { Notice } from '../kit/Notice.tsx';
import { dateText, timeText } from '../kit/times.ts';
import { UndoToast } from '../kit/UndoToast.tsx';
import { UnreadNotice } from '../kit/UnreadNotice.tsx';
import { Work } from '../kit/Work.tsx';
import { Sentences, useWords } from '../kit/words.tsx';
import { reading } from '../queries.ts';
import { AddSession } from '../session-day/AddSession.tsx';
import { Claims } from '../tablets/Claims.tsx';
import { DangerBand } from '../tasks/DangerBand.tsx';
import { DangerLines } from '../tasks/DangerStanding.tsx';
import { OpenTasks } from '../tasks/OpenTasks.tsx';
import { UnderFloor } from '../week/UnderFloor.tsx';
import { WeekNeeds } from '../week/WeekNeeds.tsx';
import { CheckIn } from './CheckIn.tsx';
import { Legend } from './Legend.tsx';
import { NeedsSomebody } from './NeedsSomebody.tsx';
import type { TodayBoard } from './opening.ts';
import { isOpenForArrivals, openingOf, partsOf } from './opening.ts';
import { SessionCard, SessionLine } from './SessionCard.tsx';
import { useStamps } from './use-stamps.ts';
import type { Stamps } from './use-stamps.ts';
import styles from './today.module.css';

const route = getRouteApi('/');

/** The rows of the day, in the order of work. */
function Day({ board, stamps }: { board: TodayBoard; stamps: Stamps }) {
  const { say } = useWords();
  const { may } = useMe();
  const parts = partsOf(board);
  const place = { asOf: board.asOf, timeZone: board.site.timeZone, siteId: board.site.id };
  const lines = (title: 'today.next' | 'today.earlier', sessions: typeof parts.next) => sessions.length > 0 && (
    <section aria-labelledby={title}>
      <div className="section"><h2 id={title}>{say(title)}</h2></div>
      {sessions.map((session) => (
        <SessionLine key={session.id} session={session} place={place} stamps={stamps} unfold={title === 'today.next' && board.isToday && isOpenForArrivals(session, board.asOf)} />
      ))}
    </section>
  );
  return (
    <div className={styles.grid}>
      <div className={styles.day}>
        {parts.running.length > 0 && (
          <section aria-labelledby="running">
            <div className="section"><h2 id="running">{say('today.running')}</h2><span className="grow" /><Legend /></div>
            <div className={styles.runs}>{parts.running.map((session) => <SessionCard key={session.id} session={session} place={place} stamps={stamps} />)}</div>
          </section>
        )}
        {lines('today.next', parts.next)}
        {lines('today.earlier', parts.earlier)}
        {board.sessions.length === 0 && <p className={styles.empty}>{say('today.empty')} {may('schedule.read') && <Link to="/groups" search={{ site: board.site.id }} className="lk">{say('today.empty.way')}</Link>}</p>}
      </div>
      {board.isToday && (
        <div>
          {may('attendance.stamp') && <Claims siteId={board.site.id} timeZone={board.site.timeZone} />}
          {may('hours.read') && <UnderFloor siteId={board.site.id} timeZone={board.site.timeZone} />}
          <NeedsSomebody board={board} />
          {may('task.read') && <OpenTasks siteId={board.site.id} timeZone={board.site.timeZone} />}
          {may('hours.read') && <WeekNeeds siteId={board.site.id} timeZone={board.site.timeZone} />}
        </div>
      )}
    </div>
  );
}

function DayBlank() {
  const { say } = useWords();
  return (
    <Waiting said={say('waiting')}>
      <p className={styles.say}><Blank width={520} height={20} /></p>
      <div className={styles.runs}>
        {[0, 1, 2].map((card) => <div key={card} className={`card ${styles.session} ${styles.top}`}>{Array.from({ length: 10 }, (_, row) => <p key={row} className={styles.person}><Blank width={16} height={16} /><Blank width={120} /></p>)}</div>)}
      </div>
    </Waiting>
  );
}

export function TodayPage() {
  const { say, language } = useWords();
  const me = useMe();
  const { site, date } = route.useSearch();
  const navigate = route.useNavigate();
  const chosen = me.sites.find(({ id }) => id === site) ?? me.sites[0];
  const asked = useMemo(() => reading(readToday, { query: { siteId: chosen?.id ?? '', date: date as CivilDate | undefined } }), [chosen?.id, date]);
  const allowed = me.may('today.read') && chosen !== undefined;
  const board = useQuery({ ...asked, enabled: allowed, refetchInterval: 15_000 });
  const stamps = useStamps(asked.queryKey);
  const shown = board.data;
  const go = (days: number): void => { if (shown) void navigate({ search: (now) => ({ ...now, date: addDays(shown.date, days) }) }); };
  useKeys([
    { key: 'ArrowLeft', word: 'key.day-before', act: () => go(-1) },
    { key: 'ArrowRight', word: 'key.day-after', act: () => go(1) },
  ]);
  useEffect(() => { document.title = say('today.window', { site: chosen?.name ?? '' }); }, [say, chosen?.name]);
  const last = stamps.recent[0];
  // Whoever has no day of their own begins where their work is.
  if (!me.may('today.read') && me.may('settings.read')) return <Navigate to="/program" replace />;
  if (!allowed) return <Work><h1>{say('room.today')}</h1><Notice tone="amber" sentence={say('refusal.not-your-role.sentence')} way={say(chosen === undefined ? 'today.no-site' : 'today.not-yours')} /></Work>;
  return (
    <Work>
      <div className="head">
        {(shown !== undefined || board.error === null) && <h1>{shown ? dateText(language, shown.date) : <Blank width={320} height={30} />}</h1>}
        {me.sites.length > 1 && (
          <NativeSelect aria-label={say('today.site')} value={chosen.id} data={me.sites.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(event) => { void navigate({ search: (now) => ({ ...now, site: event.currentTarget.value }) }); }} />
        )}
        <nav className={styles.days} aria-label={say('today.days')}>
          <Link className="btn" from="/" to="/" search={(now) => ({ ...now, ...(shown ? { date: addDays(shown.date, -1) } : {}) })} aria-label={say('today.before')}><Icon name="back" /></Link>
          {shown && !shown.isToday && <Link className="btn" from="/" to="/" search={site === undefined ? {} : { site }}>{say('room.today')}</Link>}
          <Link className="btn" from="/" to="/" search={(now) => ({ ...now, ...(shown ? { date: addDays(shown.date, 1) } : {}) })} aria-label={say('today.after')}><Icon name="on" /></Link>
        </nav>
        <span className="grow" />
        {shown?.isToday === true && me.may('attendance.stamp') && <CheckIn board={shown} stamps={stamps} />}
        {shown && me.may('session.change') && <AddSession siteId={shown.site.id} timeZone={shown.site.timeZone} date={shown.date} done={() => { void board.refetch(); }} />}
        {shown && <Link className="lk no-print" to="/papers/day" search={{ site: shown.site.id, date: shown.date }} preload={false}>{say('papers.day-sheet')}</Link>}
        {shown && <LiveStamp asOf={shown.asOf} receivedAt={board.dataUpdatedAt} timeZone={shown.site.timeZone} live={shown.isToday} />}
      </div>
      {board.error !== null && shown === undefined && <UnreadNotice error={board.error} again={() => { void board.refetch(); }} />}
      {board.error === null && shown === undefined && <DayBlank />}
      {shown && <p className={styles.say}><Sentences said={openingOf(shown, (instant) => timeText(language, shown.site.timeZone, instant))} /></p>}
      {shown?.isToday === true && !me.may('task.read') && me.may('danger.mark') && <DangerLines siteId={shown.site.id} />}
      {shown?.isToday === true && me.may('task.read') && <DangerBand siteId={shown.site.id} timeZone={shown.site.timeZone} />}
      {shown && <NoLongerShown people={shown.noLongerShown} />}
      {shown && <Day board={shown} stamps={stamps} />}
      {last === undefined && stamps.toast}
      {last !== undefined && shown && (
        <UndoToast text={say(last.kind === 'arrive' ? 'roster.arrived' : 'roster.gone', { name: last.name, time: timeText(language, shown.site.timeZone, last.at) })} undo={() => { void stamps.takeBack(last); }} />
      )}
    </Work>
  );
}
