/** The hours of this week and what comes next: sessions with the way into them, the next step on the path, seats and days that change. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { readLook, readNext } from '../../boards/people/record.contract.ts';
import { addDays, weekOf } from '../../values/civil-date.ts';
import { useMe } from '../app/me.ts';
import type { ValueOf } from '../call.ts';
import { Blank } from '../kit/Blank.tsx';
import { HoursMeter } from '../kit/HoursMeter.tsx';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { hoursSaid, spanText } from '../kit/times.ts';
import { Rich, useWords } from '../kit/words.tsx';
import type { Person } from '../people/PersonHead.tsx';
import { reading } from '../queries.ts';
import type { Look } from './look.ts';
import { weekDay } from './when.ts';
import styles from './record.module.css';

type Next = ValueOf<typeof readNext>;
const AT_FIRST = 3;

function Meter({ look }: { look: Look }) {
  const { say } = useWords();
  if (look.week === null) return null;
  const { floor, doneMinutes, bookedMinutes, forecastMinutes, standing, gapMinutes } = look.week.person;
  const [done, booked] = [hoursSaid(doneMinutes), hoursSaid(bookedMinutes)];
  const sentence = floor === null ? say('week.meter.no-floor', { done, booked })
    : gapMinutes > 0 ? say('week.meter.short', { done, booked, short: hoursSaid(gapMinutes), floor: hoursSaid(floor.minutes) }) : say('week.meter', { done, booked, floor: hoursSaid(floor.minutes) });
  return (
    <div className={styles.meter}>
      <HoursMeter done={doneMinutes} booked={bookedMinutes} floor={floor === null ? null : floor.minutes} alarms={floor?.isProRata !== true} sentence={sentence} />
      <p aria-hidden="true">
        <span><b>{say('next.done', { done })}</b>{bookedMinutes > 0 && <span className="dim"> {say('next.booked', { booked })}</span>}</span>
        {floor !== null && <b className={standing === 'short' ? 'c-brick' : ''}>{say('next.of', { hours: hoursSaid(forecastMinutes), floor: hoursSaid(floor.minutes) })}</b>}
      </p>
      {floor === null ? <p className="sm dim">{say('next.no-floor')}</p> : floor.isProRata && <p className="sm dim">{say('next.pro-rata', { days: floor.days })}</p>}
    </div>
  );
}

function standingSaid(say: ReturnType<typeof useWords>['say'], { canceled, standing, isMakeUp }: Next['sessions'][number]): string {
  if (canceled !== null) return canceled.reason === '' ? say('next.canceled') : say('next.canceled.why', { reason: canceled.reason });
  if (standing === 'expected') return isMakeUp ? say('standing.make-up') : say('next.booked.word');
  return say(`standing.${standing}`);
}

function Sessions({ next, sessions }: { next: Next; sessions: Next['sessions'] }) {
  const { say, language } = useWords();
  const { may } = useMe();
  const several = new Set(next.sessions.map((one) => one.siteName)).size > 1;
  return (
    <ol className={styles.sessions}>
      {sessions.map((one) => {
        const when = `${one.date === next.today ? say('when.today') : weekDay(language, one.date, next.today)} ${spanText(language, one.timeZone, one.startsAt, one.endsAt)}`;
        const place = [one.roomName ?? (one.telehealthLink === '' ? null : say('groups.online')), several ? one.siteName : null, one.leader].filter((part) => part !== null).join(', ');
        return (
          <li key={one.sessionId} data-off={one.canceled !== null}>
            <div>
              <p><b>{when}</b></p>
              <p className="sm">{may('note.draft') ? <Link to="/sessions/$sessionId" params={{ sessionId: one.sessionId }} preload={false} aria-label={say('next.open', { name: one.name, when })}>{one.name}</Link> : one.name}</p>
              {place !== '' && <p className="least dim">{place}</p>}
            </div>
            <span className={`sm ${one.standing === 'missing' && one.canceled === null ? 'c-brick' : one.isMakeUp ? 'c-plum' : 'dim'}`}>{standingSaid(say, one)}</span>
          </li>
        );
      })}
    </ol>
  );
}

/** Under "This week" stands what is in it; what comes later says so. */
function Weeks({ next, open }: { next: Next; open: number }) {
  const { say } = useWords();
  const { ends } = weekOf(next.today);
  const shown = next.sessions.slice(0, open);
  const of = (from: string, to: string): Next['sessions'] => shown.filter(({ date }) => date > from && date <= to);
  const later = [{ title: 'next.week.next', sessions: of(ends, addDays(ends, 7)) }, { title: 'next.week.later', sessions: of(addDays(ends, 7), addDays(ends, 21)) }] as const;
  const now = of('', ends);
  return (
    <>
      {now.length === 0 ? <p className="dim">{say('next.week.none')}</p> : <Sessions next={next} sessions={now} />}
      {later.map(({ title, sessions }) => sessions.length > 0 && <div key={title}><h3 className="label">{say(title)}</h3><Sessions next={next} sessions={sessions} /></div>)}
    </>
  );
}

/** What the path and the schedule change, in sentences. */
function Changes({ next }: { next: Next }) {
  const { say, language } = useWords();
  const day = (date: string): string => weekDay(language, date, next.today);
  const step = next.path?.step ?? null;
  const stepSaid = step === null ? [] : [
    step.on <= next.today ? say('next.step.late', { phase: step.phaseName, day: day(step.on) }) : say('next.step', { phase: step.phaseName, day: day(step.on), set: step.isSet ? 'yes' : 'no' }),
    ...(step.minutesAfter === null || step.minutesAfter === step.minutesBefore ? [] : [step.minutesBefore === null ? say('next.step.hours.after', { after: hoursSaid(step.minutesAfter) }) : say('next.step.hours', { before: hoursSaid(step.minutesBefore), after: hoursSaid(step.minutesAfter) })]),
    ...(step.levelChanges ? [say('next.step.level', { level: say(`care.${step.level}`) })] : []),
  ];
  const lines = [
    ...(stepSaid.length > 0 ? [stepSaid.join(' ')] : []), ...(next.path === null ? [] : [say('next.path-end', { day: day(next.path.endsOn) })]),
    ...next.seats.map((seat) => say(`next.seat.${seat.does}`, { name: seat.name, day: day(seat.on) })), ...next.holidays.map((one) => say('next.holiday', { day: day(one.date), name: one.name })),
  ];
  if (lines.length === 0) return null;
  return <ul className={styles.changes}>{lines.map((line) => <li key={line}><Rich text={line} /></li>)}</ul>;
}

export function ThisWeek({ person }: { person: Person }) {
  const { say } = useWords();
  const { may } = useMe();
  const { participantId } = person;
  const [isOpen, setOpen] = useState(false);
  const readsHours = may('hours.read');
  const look = useQuery(reading(readLook, { params: { participantId } }));
  const next = useQuery(reading(readNext, { params: { participantId } }));
  const shown = next.data;
  const first = shown === undefined ? AT_FIRST : isOpen ? shown.sessions.length : AT_FIRST;
  const hidden = shown === undefined ? 0 : shown.sessions.length - first;
  return (
    <section aria-labelledby="next">
      <div className={styles.head}><h2 id="next">{say(readsHours ? 'next.week' : 'next.title')}</h2><span className="grow" />{readsHours && look.data?.week != null && <Link className="lk sm" to="/people/$participantId/hours" params={{ participantId }} search={{}}>{say('record.hours')}</Link>}</div>
      <div className={`card ${styles.week ?? ''}`}>
        {readsHours && look.data === undefined && look.error === null && <div className={styles.meter} aria-busy="true"><Blank width="100%" height={12} /></div>}
        {look.data !== undefined && <Meter look={look.data} />}
        {shown === undefined && (next.error === null ? <p aria-busy="true"><Blank width={180} /></p>
          : <RefusalNotice answer={next.error.refusal ?? { offline: true }}><button type="button" className="btn small" onClick={() => { void next.refetch(); }}>{say('again')}</button></RefusalNotice>)}
        {shown !== undefined && (shown.sessions.length === 0 ? <p className="dim">{say('next.empty')} {may('enrollment.change') && person.episodes.length > 0 && <Link to="/groups" search={{}} className="lk">{say('next.give-seat')}</Link>}</p> : readsHours ? <Weeks next={shown} open={first} /> : <Sessions next={shown} sessions={shown.sessions.slice(0, first)} />)}
        {hidden > 0 && <p><button type="button" className="btn small quiet" onClick={() => setOpen(true)}>{say('next.more', { sessions: hidden })}</button></p>}
        {shown !== undefined && isOpen && shown.more > 0 && <p className="sm dim">{say('next.rest', { sessions: shown.more })}</p>}
      </div>
      {shown !== undefined && <Changes next={shown} />}
    </section>
  );
}
