/** The account: every row a session, planned, present and clinical side by side, and why they differ. */
import { Link } from '@tanstack/react-router';
import { useMe } from '../app/me.ts';
import { SeatShape } from '../kit/Seats.tsx';
import type { SeatMark } from '../kit/seats.ts';
import { dateText, dayTimeText, hoursText, timeText } from '../kit/times.ts';
import { useWords } from '../kit/words.tsx';
import type { Ledger, LedgerRow } from './climb.ts';
import { Picked } from './Figures.tsx';
import { comingOf, shortOf, totalsOf } from './climb.ts';
import type { PickedRows } from './pick.ts';
import { besideSaid } from './beside.ts';
import { whySaid } from './why.ts';
import styles from './ledger.module.css';

function markOf(row: LedgerRow): SeatMark {
  if (row.standing === 'booked') return 'booked';
  if (row.standing === 'canceled' || row.absence?.isExcused === true) return 'excused';
  if (row.standing === 'missed') return 'missing';
  if (row.differences.includes('left-early')) return 'left-early';
  if (row.isMakeUp) return 'make-up';
  return row.differences.includes('came-late') ? 'late' : 'here';
}

function Presence({ row, timeZone }: { row: LedgerRow; timeZone: string }) {
  const { say, language } = useWords();
  const time = (instant: string): string => timeText(language, timeZone, instant);
  if (row.stays.length === 0) return <>–</>;
  return row.stays.map((stay) => <span key={stay.arrivedAt} className={styles.stay}>{time(stay.arrivedAt)}–{stay.leftAt === null ? (row.standing === 'running' ? say('stamps.still') : time(row.endsAt)) : time(stay.leftAt)}</span>);
}

function Why({ row, coming, timeZone }: { row: LedgerRow; coming: number; timeZone: string }) {
  const { say, language } = useWords();
  const reasons = whySaid(row, (instant) => timeText(language, timeZone, instant)).map(({ id, values }) => say(id, values));
  const standing = row.standing === 'booked' || row.standing === 'canceled' || row.standing === 'running' ? [say(`ledger.${row.standing}`, { minutes: coming })] : [];
  return <>{[...standing, ...reasons].join('. ')}</>;
}

/** What else is to be known of a row: a correction with both figures, why somebody did not come, a make-up, a seat beyond the cap. */
function Beside({ row, timeZone }: { row: LedgerRow; timeZone: string }) {
  const { say, language } = useWords();
  const said = besideSaid(row, { time: (instant) => dayTimeText(language, timeZone, instant), hours: hoursText, reason: (reason) => say(`beside.reason.${reason}`) });
  return said.length === 0 ? null : <span className={styles.beside}>{said.map(({ id, values }) => say(id, values)).join(' ')}</span>;
}

function SignedLine({ row, timeZone }: { row: LedgerRow; timeZone: string }) {
  const { say, language } = useWords();
  if (row.note !== null) return <>{say('ledger.signed', { name: row.note.authorName, time: dayTimeText(language, timeZone, row.note.signedAt) })}</>;
  return row.standing === 'provisional' ? <span className="c-amber">{say('ledger.unsigned')}</span> : null;
}

function AccountRow({ row, coming, first, timeZone, picked }: { row: LedgerRow; coming: number; first: boolean; timeZone: string; picked: PickedRows | null }) {
  const { say, language } = useWords();
  const { may } = useMe();
  const counted = row.countsForFloor && row.standing !== 'canceled';
  const minutes = row.standing === 'booked' ? (counted ? coming : row.minutes.scheduled) : row.minutes.clinical;
  return (
    <tr className={`${row.standing === 'booked' || row.standing === 'canceled' ? styles.coming : ''} ${picked === null ? '' : picked.rows.has(row.sessionId) ? styles.picked : ''}`}>
      <th scope="row" className={styles.when}><span className={first ? '' : styles.again}>{dateText(language, row.date, 'day')}</span></th>
      <td className={styles.session}>
        <SeatShape mark={markOf(row)} />
        <span>
          {may('note.read')
            ? <Link className={styles.link} to="/sessions/$sessionId" params={{ sessionId: row.sessionId }} preload={false}>{row.name}</Link>
            : row.name}
          <span className="vh">, {say(`mark.${markOf(row)}`)}</span>
          <span className={styles.under}><SignedLine row={row} timeZone={timeZone} /></span>
          <Beside row={row} timeZone={timeZone} />
          <span className={styles.phone}>{row.stays.length > 0 && <><Presence row={row} timeZone={timeZone} />, </>}{say('ledger.of-planned', { hours: hoursText(row.minutes.scheduled) })}</span>
          <span className={styles.phone}><Why row={row} coming={coming} timeZone={timeZone} /></span>
        </span>
      </td>
      <td className={styles.figure}>{hoursText(row.minutes.scheduled)}</td>
      <td className={styles.figure}><Presence row={row} timeZone={timeZone} /></td>
      <td className={styles.total}>{counted ? <b>{hoursText(minutes)}</b> : <span className="dim">{hoursText(row.standing === 'canceled' ? 0 : minutes)}</span>}</td>
      <td className={styles.why}><Why row={row} coming={coming} timeZone={timeZone} /></td>
    </tr>
  );
}

function SumRow({ word, planned, clinical, why, brick = false }: { word: string; planned: number; clinical: number; why: string; brick?: boolean }) {
  return (
    <tr className={styles.sum}>
      <th scope="row" colSpan={2}>{word}<span className={styles.phone}>{why}</span></th>
      <td className={styles.figure}>{hoursText(planned)}</td>
      <td className={styles.figure} />
      <td className={`${styles.total} ${brick ? 'c-brick' : ''}`}>{hoursText(clinical)}</td>
      <td className={`${styles.why} ${brick ? 'c-brick' : ''}`}>{why}</td>
    </tr>
  );
}

export function Account({ ledger, picked }: { ledger: Ledger; picked: PickedRows | null }) {
  const { say } = useWords();
  const { past, coming, soFar, planned } = totalsOf(ledger.rows);
  const { timeZone } = ledger.participant;
  const short = shortOf(ledger);
  const comes = comingOf(ledger);
  const rows = (list: readonly LedgerRow[]) => list.map((row, index) => <AccountRow key={row.sessionId} row={row} coming={comes.get(row.sessionId) ?? 0} first={list[index - 1]?.date !== row.date} timeZone={timeZone} picked={picked} />);
  const unsigned = ledger.provisionalMinutes > 0 ? say('account.unsigned', { hours: hoursText(ledger.provisionalMinutes) }) : '';
  return (
    <section className={`card ${styles.account}`} aria-labelledby="account-title">
      <div className={styles.accounthead}><h2 id="account-title">{say('account.title')}</h2><span className="grow" /><span className="sm dim">{say('account.breaks')}</span></div>
      <Picked picked={picked} />
      {ledger.rows.length === 0 ? <p className={styles.none}>{say('account.none')}</p> : (
        <table>
          <caption className="vh">{say('account.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('account.day')}</th><th scope="col">{say('account.session')}</th>
              <th scope="col" className={styles.figure}>{say('account.planned')}</th><th scope="col" className={styles.figure}>{say('account.present')}</th>
              <th scope="col" className={styles.total}>{say('account.clinical')}</th><th scope="col" className={styles.why}>{say('account.why')}</th>
            </tr>
          </thead>
          <tbody>
            {rows(past)}
            <SumRow word={say('account.so-far')} planned={soFar.planned} clinical={ledger.done.clinical} why={unsigned} />
            {rows(coming)}
            {coming.length > 0 && <SumRow word={say('account.forecast')} planned={planned} clinical={ledger.forecastMinutes} brick={short > 0} why={short > 0 ? say('account.short', { hours: hoursText(short) }) : ''} />}
          </tbody>
        </table>
      )}
    </section>
  );
}
