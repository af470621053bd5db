/** The floor and every test that is on, side by side: what each asks for, where the week stands now, and where it ends with what is booked. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMe } from '../app/me.ts';
import { Icon } from '../kit/Icon.tsx';
import { dateText, hoursSaid, hoursText } from '../kit/times.ts';
import { useWords } from '../kit/words.tsx';
import type { Say } from '../kit/words.tsx';
import type { Ledger } from './climb.ts';
import { hashOfTest } from './pick.ts';
import styles from './tests.module.css';

export type HoursTest = Ledger['tests'][number];
type Part = HoursTest['parts'][number];

/** What a part asks for. */
function wantedSaid(say: Say, { kind, wanted }: Part, test: HoursTest): string {
  const day = test.floorMinutesDay;
  switch (kind) {
    case 'minutes': case 'ceiling': return say(`tests.part.${kind}`, { wanted: hoursSaid(wanted) });
    case 'days': return day === null ? say('tests.part.days', { wanted }) : say('tests.part.days.of', { wanted, hours: hoursSaid(day) });
    case 'day-minutes': return say('tests.part.day-minutes', { hours: hoursSaid(day ?? 0) });
    case 'services': case 'gap': case 'weeks': return say(`tests.part.${kind}`, { wanted });
  }
}

function figureSaid(say: Say, { kind, wanted }: Part, figure: number): string {
  return kind === 'minutes' || kind === 'ceiling' ? hoursText(figure) : say(`tests.figure.${kind}`, { figure, wanted });
}

/** A figure leads to the rows it was counted from. */
function Opens({ test, children }: { test: HoursTest; children: ReactNode }) {
  const { say } = useWords();
  return (
    <Link className={styles.opens} from="/people/$participantId/hours" to="/people/$participantId/hours" search={(now) => now} hash={hashOfTest(test.ruleId)} hashScrollIntoView={false} resetScroll={false}>
      {children}<span className="vh"> {say('tests.opens', { test: test.name })}</span>
    </Link>
  );
}

/** The end of the week as a sign and a figure; the sign is never alone, its word is read out. */
function End({ part, test, children }: { part: Part; test: HoursTest; children: ReactNode }) {
  const { say } = useWords();
  if (test.state === 'pro-rata') return <>{children}</>;
  const isMet = part.state !== 'not-met';
  return <span className={isMet ? styles.met : styles.unmet}>{isMet ? <Icon name="check" /> : <i aria-hidden="true">×</i>}<span className="vh">{say(`tests.state.${part.state}`)}: </span>{children}</span>;
}

function TestRows({ test }: { test: HoursTest }) {
  const { say } = useWords();
  const name = test.saidBy === '' ? say('tests.level') : test.saidBy;
  return (
    <tbody>
      <tr className={styles.name}>
        <th scope="rowgroup" colSpan={3}>
          <b>{test.name}</b>
          <span className={`sm dim ${styles.sub}`}>{name}. {say(`rule.basis.${test.basis}`)}</span>
          {test.state === 'pro-rata' && <span className={styles.said}>{say('tests.state.pro-rata', { days: test.daysInForce })}</span>}
          {!test.isVerified && <span className={`${styles.said} c-amber`}>{say('tests.not-verified')}</span>}
        </th>
      </tr>
      {test.parts.map((part) => (
        <tr key={part.kind}>
          <th scope="row">{wantedSaid(say, part, test)}</th>
          <td><Opens test={test}>{figureSaid(say, part, part.now)}</Opens></td>
          <td><End part={part} test={test}><Opens test={test}>{figureSaid(say, part, part.forecast)}</Opens></End></td>
        </tr>
      ))}
    </tbody>
  );
}

export function Tests({ ledger }: { ledger: Ledger }) {
  const { say, language } = useWords();
  const { may } = useMe();
  if (ledger.tests.length === 0) return null;
  const isOver = ledger.week.today > ledger.week.ends;
  return (
    <section className={styles.tests} aria-labelledby="tests-title">
      <h2 id="tests-title">{say('tests.title', { tests: ledger.tests.length })}</h2>
      <table>
        <caption className="vh">{say('tests.title', { tests: ledger.tests.length })}</caption>
        <thead><tr><th scope="col">{say('tests.test')}</th><th scope="col">{say('tests.now')}</th><th scope="col">{isOver ? say('tests.ended') : say('tests.by', { day: dateText(language, ledger.week.ends, 'weekday') })}</th></tr></thead>
        {ledger.tests.map((test) => <TestRows key={test.ruleId} test={test} />)}
      </table>
      <details className={styles.fold}>
        <summary className="sm">{say('tests.sources')}</summary>
        <ul className={styles.sources}>
          {ledger.tests.map((test) => <li key={test.ruleId} className="sm"><b>{test.name}</b>. {say('tests.since', { date: `${dateText(language, test.validFrom, 'month-day')}, ${test.validFrom.slice(0, 4)}`, source: test.source.replace(/\.$/, '') })}</li>)}
        </ul>
      </details>
      {may('settings.read') && <p className="sm"><Link className="lk" to="/program/hours">{say('tests.rules')}</Link></p>}
    </section>
  );
}
