/** The week’s hours of everybody at a site, those in trouble first. */
import { NativeSelect } from '@mantine/core';
import { Link, getRouteApi, useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';
import { addDays } from '../../values/civil-date.ts';
import type { CivilDate } from '../../values/civil-date.ts';
import { useMe } from '../app/me.ts';
import { Blank, Waiting } from '../kit/Blank.tsx';
import { ChoiceField } from '../kit/fields.tsx';
import { Icon } from '../kit/Icon.tsx';
import { useKeys } from '../kit/KeyLayer.tsx';
import { LiveStamp } from '../kit/LiveStamp.tsx';
import { NotYours } from '../kit/NotYours.tsx';
import { dateText, hoursSaid, hoursText } from '../kit/times.ts';
import { UnreadNotice } from '../kit/UnreadNotice.tsx';
import { Work } from '../kit/Work.tsx';
import { Rich, useWords } from '../kit/words.tsx';
import { Mend } from './Mend.tsx';
import { useBook } from './use-book.tsx';
import { useWeekHours } from './use-week.ts';
import { WeekMeter, topOfMeters } from './WeekMeter.tsx';
import { choicesOf, chosenOf, chosenPeople, floorSaid, hashOf } from './week-said.ts';
import type { Chosen, WeekBoard, WeekPerson } from './week-said.ts';
import styles from './week.module.css';

const route = getRouteApi('/week');

/** The forecast beside its floor, and in words where the week stands. */
function Figure({ person }: { person: WeekPerson }) {
  const { say } = useWords();
  const { floor, standing } = person;
  return (
    <span className={styles.figure}>
      <b className={standing === 'short' ? 'c-brick' : ''}>{hoursText(person.forecastMinutes)}</b>
      <span className="sm dim">{floor === null ? say('week.no-floor') : say('week.of', { floor: floor.isProRata ? say('floor.pro-rata', { hours: hoursSaid(floor.minutes) }) : hoursSaid(floor.minutes) })}</span>
    </span>
  );
}

function Standing({ person }: { person: WeekPerson }) {
  const { say } = useWords();
  const { standing, floor } = person;
  if (standing === 'short') return null;
  const said = standing === 'pro-rata' ? say('week.standing.pro-rata', { days: floor?.days ?? 0 }) : standing === 'open' ? say('week.standing.open', { booked: hoursSaid(person.bookedMinutes) }) : say(`week.standing.${standing}`);
  return <p className={`sm ${standing === 'met' ? 'c-moss' : 'dim'}`}>{standing === 'met' && <Icon name="check" />} {said}</p>;
}

function People({ board, people, day }: { board: WeekBoard; people: readonly WeekPerson[]; day: string | undefined }) {
  const { say } = useWords();
  const booking = useBook();
  const top = topOfMeters(board.people);
  const isOver = board.week.today > board.week.ends;
  return (
    <>
      <ul className={styles.people} aria-label={say('week.title')}>
        {people.map((person) => (
          <li key={person.participantId}>
            <div className={styles.who}>
              <Link className={styles.name} to="/people/$participantId/hours" params={{ participantId: person.participantId }} search={day === undefined ? {} : { day }} preload={false}>{person.displayName}</Link>
              <span className="sm dim">{[person.trackName, person.counselorName].filter((part) => part !== null).join(' · ')}</span>
            </div>
            <WeekMeter person={person} top={top} />
            <Figure person={person} />
            <div className={styles.mend}><Mend person={person} timeZone={board.site.timeZone} isOver={isOver} booking={booking} most={2} /><Standing person={person} /></div>
          </li>
        ))}
      </ul>
      {booking.toast}
    </>
  );
}

function Week({ board, day }: { board: WeekBoard; day: string | undefined }) {
  const { say, language } = useWords();
  const { may } = useMe();
  const navigate = route.useNavigate();
  const chosen = chosenOf(useLocation({ select: (location) => location.hash }));
  const choose = (to: Chosen): void => { void navigate({ search: (now) => now, hash: hashOf(to), replace: true }); };
  const people = chosenPeople(board.people, chosen);
  const options = (of: 'track' | 'counselor') => [{ value: '', label: say('week.everybody') }, ...choicesOf(board.people, of, say(of === 'track' ? 'week.no-track' : 'week.no-counselor'))];
  const said = floorSaid({ ...board, people }, hoursSaid);
  return (
    <>
      <p className={styles.say}><Rich text={say(said.id, said.values)} /></p>
      {board.holidays.map((holiday) => <p key={holiday.date} className="dim">{say('ledger.holiday', { day: dateText(language, holiday.date), name: holiday.name })}</p>)}
      {board.people.length > 0 && (
        <div className={styles.tools}>
          <ChoiceField label={say('week.track')} value={chosen.track} set={(track) => choose({ ...chosen, track })} options={options('track')} />
          <ChoiceField label={say('week.counselor')} value={chosen.counselor} set={(counselor) => choose({ ...chosen, counselor })} options={options('counselor')} />
          <p className="sm dim" role="status">{people.length === board.people.length ? '' : say('week.shown', { shown: people.length, people: board.people.length })}</p>
        </div>
      )}
      {people.length === 0 ? <p className={styles.empty}>{say(board.people.length === 0 ? 'week.empty' : 'week.empty.chosen')} {board.people.length === 0 && may('placement.change') && <Link className="lk" to="/people" search={{ site: board.site.id }}>{say('empty.people')}</Link>}</p> : <People board={board} people={people} day={day} />}
      <p className={`sm dim ${styles.legend}`}>{say('week.legend')}</p>
    </>
  );
}

function WeekBlank() {
  const { say } = useWords();
  return <Waiting said={say('waiting')}><p className={styles.say}><Blank width={480} height={20} /></p>{Array.from({ length: 8 }, (_, row) => <p key={row}><Blank width="100%" height={40} /></p>)}</Waiting>;
}

function WeekTurn({ week, day }: { week: WeekBoard['week']; day: string | undefined }) {
  const { say, language } = useWords();
  const turn = (days: number, word: 'ledger.before' | 'ledger.after', icon: 'back' | 'on') => (
    <Link className="btn" from="/week" to="/week" search={(now) => ({ ...now, day: addDays(week.starts, days) })} hash aria-label={say(word)}><Icon name={icon} /></Link>
  );
  return (
    <nav className={styles.turn} aria-label={say('ledger.weeks')}>
      {turn(-7, 'ledger.before', 'back')}
      <span className={styles.which}>{say('ledger.week', { date: dateText(language, week.starts, 'month-day') })}</span>
      {turn(7, 'ledger.after', 'on')}
      {day !== undefined && (week.today < week.starts || week.today > week.ends) && <Link className="btn" from="/week" to="/week" search={({ day: _, ...now }) => now} hash>{say('ledger.this-week')}</Link>}
    </nav>
  );
}

export function WeekHoursPage() {
  const { say } = useWords();
  const me = useMe();
  const { site, day } = route.useSearch();
  const navigate = route.useNavigate();
  const chosen = me.sites.find(({ id }) => id === site) ?? me.sites[0];
  const allowed = me.may('hours.read') && chosen !== undefined;
  const board = useWeekHours(chosen?.id ?? '', day, allowed);
  const shown = board.data;
  const go = (days: number): void => { if (shown) void navigate({ search: (now) => ({ ...now, day: addDays(shown.week.starts as CivilDate, days) }), hash: true }); };
  useKeys([{ key: 'ArrowLeft', word: 'key.week-before', act: () => go(-7) }, { key: 'ArrowRight', word: 'key.week-after', act: () => go(7) }]);
  useEffect(() => { document.title = say('week.window', { site: chosen?.name ?? '' }); }, [say, chosen?.name]);
  if (!allowed) return <Work><NotYours /></Work>;
  const inWeek = shown !== undefined && shown.week.today >= shown.week.starts && shown.week.today <= shown.week.ends;
  return (
    <Work>
      <div className="head">
        {(shown !== undefined || board.error === null) && <h1>{say('week.title')}</h1>}
        {me.sites.length > 1 && (
          <NativeSelect aria-label={say('today.site')} value={chosen.id} data={me.sites.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(event) => { const to = event.currentTarget.value; void navigate({ search: (now) => ({ ...now, site: to }) }); }} />
        )}
        {shown !== undefined && <WeekTurn week={shown.week} day={day} />}
        <span className="grow" />
        {me.may('census.read') && <Link className="lk" to="/census" search={{ site: chosen.id }}>{say('census.title')}</Link>}
        {shown !== undefined && <LiveStamp asOf={shown.asOf} receivedAt={board.dataUpdatedAt} timeZone={shown.site.timeZone} live={inWeek} />}
      </div>
      {shown === undefined && (board.error === null ? <WeekBlank /> : <UnreadNotice error={board.error} again={() => { void board.refetch(); }} />)}
      {shown !== undefined && <Week key={shown.site.id} board={shown} day={day} />}
    </Work>
  );
}
