/** The hours of one person in one week: the sentence, the stair to the floor, and the account behind every figure. */
import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi, useLocation } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import { readHoursLedger } from '../../boards/week/hours-ledger.contract.ts';
import type { ParticipantId } from '../../modules/people/words.ts';
import type { CivilDate } from '../../values/civil-date.ts';
import { addDays } from '../../values/civil-date.ts';
import { useMe } from '../app/me.ts';
import { Blank, Waiting } from '../kit/Blank.tsx';
import { HoursMeter } from '../kit/HoursMeter.tsx';
import { Icon } from '../kit/Icon.tsx';
import { useKeys } from '../kit/KeyLayer.tsx';
import { LiveStamp } from '../kit/LiveStamp.tsx';
import { NotYours } from '../kit/NotYours.tsx';
import { dateText, hoursSaid } from '../kit/times.ts';
import { UnreadNotice } from '../kit/UnreadNotice.tsx';
import { Work } from '../kit/Work.tsx';
import { Sentences, useWords } from '../kit/words.tsx';
import { PersonTabs } from '../people/PersonTabs.tsx';
import { reading } from '../queries.ts';
import { Account } from './Account.tsx';
import { Climb } from './Climb.tsx';
import { Figures } from './Figures.tsx';
import { Tests } from './Tests.tsx';
import { ledgerSaid, shortOf, stepsOf, topOf } from './climb.ts';
import type { Ledger } from './climb.ts';
import { pickOf } from './pick.ts';
import styles from './ledger.module.css';

const route = getRouteApi('/people/$participantId/hours');

function Week({ ledger }: { ledger: Ledger }) {
  const { say, language } = useWords();
  const steps = stepsOf(ledger);
  const picked = pickOf(ledger, useLocation({ select: (location) => location.hash }));
  const floor = ledger.floor?.minutes ?? null;
  const said = ledgerSaid(ledger, { hours: hoursSaid, weekday: (date) => dateText(language, date, 'weekday'), proRata: (hours) => say('floor.pro-rata', { hours }) });
  const sentence = said.map(({ id, values }) => say(id, values)).join(' ').replace(/<\/?b>/g, '');
  return (
    <div className={styles.columns}>
      <div>
        <section className={`card ${styles.chart}`} aria-labelledby="week-said">
          <p id="week-said" className={`${styles.say} ${shortOf(ledger) > 0 ? styles.under9 : ''}`}><Sentences said={said} /></p>
          {ledger.floor?.isProRata === true && <p className="dim">{say('ledger.pro-rata', { days: ledger.floor.days, floor: hoursSaid(ledger.floor.minutes) })}</p>}
          {ledger.holidays.map((holiday) => <p key={holiday.date} className="dim">{say('ledger.holiday', { day: dateText(language, holiday.date), name: holiday.name })}</p>)}
          <HoursMeter done={ledger.done.clinical} booked={Math.max(0, ledger.forecastMinutes - ledger.done.clinical)} floor={floor} alarms={ledger.floor?.isProRata !== true} sentence={null} />
          <Climb steps={steps} top={topOf(steps, floor ?? 0)} floor={floor} forecast={ledger.forecastMinutes} short={shortOf(ledger)} sentence={sentence} />
          <Figures ledger={ledger} picked={picked} />
          <p className="sm"><a className="lk" href="#account-title">{say('climb.table')}</a></p>
        </section>
        <Account ledger={ledger} picked={picked} />
        {ledger.floor !== null && <p className={`sm dim ${styles.rule}`}>{say('ledger.rule', { rule: ledger.floor.ruleName, source: ledger.floor.source, from: dateText(language, ledger.floor.validFrom, 'month-day'), year: ledger.floor.validFrom.slice(0, 4), minutesRule: ledger.minutesRule })}</p>}
      </div>
      <Tests ledger={ledger} />
    </div>
  );
}

function WeekBlank() {
  const { say } = useWords();
  return (
    <Waiting said={say('waiting')}>
      <h1><Blank width={260} height={30} /></h1>
      <div className={`card ${styles.chart}`}><Blank width={380} height={26} /><Blank width="100%" height={280} /></div>
    </Waiting>
  );
}

export function HoursLedgerPage() {
  const { say, language } = useWords();
  const { participantId } = route.useParams();
  const { day } = route.useSearch();
  const navigate = route.useNavigate();
  const asked = useMemo(() => reading(readHoursLedger, { params: { participantId: participantId as ParticipantId }, query: { day: day as CivilDate | undefined } }), [participantId, day]);
  const { may } = useMe();
  const allowed = may('hours.read');
  const maySee = may('people.read');
  const ledger = useQuery({ ...asked, enabled: allowed });
  const shown = ledger.data;
  const go = (days: number): void => { if (shown) void navigate({ search: { day: addDays(shown.week.starts, days) } }); };
  useKeys([{ key: 'ArrowLeft', word: 'key.week-before', act: () => go(-7) }, { key: 'ArrowRight', word: 'key.week-after', act: () => go(7) }]);
  useEffect(() => { document.title = say('ledger.window'); }, [say]);
  const inWeek = shown !== undefined && shown.week.today >= shown.week.starts && shown.week.today <= shown.week.ends;
  const turn = (days: number, word: 'ledger.before' | 'ledger.after', icon: 'back' | 'on') => shown && (
    <Link className="btn" to="/people/$participantId/hours" params={{ participantId }} search={{ day: addDays(shown.week.starts, days) }} aria-label={say(word)}><Icon name={icon} /></Link>
  );
  if (!allowed) return <Work><NotYours /></Work>;
  return (
    <Work>
      {maySee && <div className={styles.tabs}><PersonTabs participantId={participantId as ParticipantId} /></div>}
      {shown === undefined && (ledger.error === null ? <WeekBlank /> : <UnreadNotice error={ledger.error} again={() => { void ledger.refetch(); }} />)}
      {shown !== undefined && (
        <>
          <div className="head">
            <div><p className="sm dim">{shown.participant.siteName}{maySee && <> · <Link to="/people/$participantId" params={{ participantId }} className="lk" preload={false}>{shown.participant.displayName}</Link></>}</p><h1>{say('ledger.title', { name: shown.participant.displayName })}</h1></div>
            <nav className={styles.weeks} aria-label={say('ledger.weeks')}>
              {turn(-7, 'ledger.before', 'back')}
              <span className={styles.week}>{say('ledger.week', { date: dateText(language, shown.week.starts, 'month-day') })}</span>
              {turn(7, 'ledger.after', 'on')}
              {!inWeek && <Link className="btn" to="/people/$participantId/hours" params={{ participantId }} search={{}}>{say('ledger.this-week')}</Link>}
            </nav>
            <span className="grow" />
            <LiveStamp asOf={shown.asOf} receivedAt={ledger.dataUpdatedAt} timeZone={shown.participant.timeZone} live={false} />
          </div>
          <Week ledger={shown} />
        </>
      )}
    </Work>
  );
}
