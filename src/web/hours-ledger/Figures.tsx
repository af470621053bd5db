/** The figures of the week in a row; each opens the sessions it came from. */
import { Link } from '@tanstack/react-router';
import { hoursText } from '../kit/times.ts';
import { useWords } from '../kit/words.tsx';
import type { Ledger } from './climb.ts';
import { FIGURES, pickFigure } from './pick.ts';
import type { PickedRows } from './pick.ts';
import styles from './figures.module.css';

const ALWAYS = new Set<string>(['done', 'forecast']);

export function Figures({ ledger, picked }: { ledger: Ledger; picked: PickedRows | null }) {
  const { say } = useWords();
  const shown = FIGURES.map((name) => pickFigure(ledger, name)).filter(({ kind, minutes }) => ALWAYS.has(kind) || minutes > 0);
  return (
    <nav aria-label={say('ledger.figures')}>
      <ul className={styles.figures}>
        {shown.map(({ kind, minutes }) => (
          <li key={kind}>
            <Link from="/people/$participantId/hours" to="/people/$participantId/hours" search={(now) => now} hash={kind} hashScrollIntoView={false} resetScroll={false} aria-current={picked?.kind === kind ? 'true' : undefined}>
              <span className="sm">{say(`ledger.figure.${kind}`)}</span> <b>{hoursText(minutes)}</b>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Says above the account which rows are marked, and leads back to all of them. */
export function Picked({ picked }: { picked: PickedRows | null }) {
  const { say } = useWords();
  return (
    <p role="status" className={styles.picked}>
      {picked !== null && (
        <>
          <span>
            {picked.kind === 'test' ? say('ledger.picked.test', { test: picked.name, rows: picked.rows.size }) : say('ledger.picked', { figure: say(`ledger.figure.${picked.kind}`), hours: hoursText(picked.minutes), rows: picked.rows.size })}
            {picked.kind === 'test' && picked.elsewhere > 0 && <> {say('ledger.picked.elsewhere', { rows: picked.elsewhere })}</>}
          </span>
          <Link className="lk" from="/people/$participantId/hours" to="/people/$participantId/hours" search={(now) => now} resetScroll={false}>{say('ledger.picked.all')}</Link>
        </>
      )}
    </p>
  );
}
