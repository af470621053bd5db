/** The sessions ahead of a group, with holidays in their place; each opens its own page. */
import { Link } from '@tanstack/react-router';
import { useMe } from '../app/me.ts';
import { Row, Rows } from '../kit/Rows.tsx';
import { spanText } from '../kit/times.ts';
import { useWords } from '../kit/words.tsx';
import { aheadOf } from './ahead.ts';
import type { Ahead } from './ahead.ts';
import { dayText } from './days.ts';
import type { GroupBoard } from './seat-rows.ts';
import styles from './group.module.css';

function SessionRow({ date, session, board }: Extract<Ahead, { session: object }> & { board: GroupBoard }) {
  const { say, language } = useWords();
  const { may } = useMe();
  const title = `${dayText(language, date, board.today)}, ${spanText(language, board.site.timeZone, session.startsAt, session.endsAt)}`;
  const where = [session.roomName ?? '', session.facilitatorName ?? say('groups.nobody-leads'), say('group.ahead.seats', { taken: session.seatsTaken, seats: board.group.capacity })].filter((part) => part !== '').join(' · ');
  return (
    <Row ended={session.isCanceled} title={session.isCanceled ? <del>{title}</del> : title}
      detail={(
        <>
          {session.moduleTitle !== null && <span className={styles.module}>{session.moduleTitle}{session.isEntryPoint && <span className={styles.entry}>{say('group.ahead.entry')}</span>}</span>}
          <span>{where}</span>
          {session.isCanceled && <span className="c-brick">{say('group.ahead.canceled', { reason: session.reason })}</span>}
          {session.isMoved && <span className="c-amber">{say('group.ahead.moved', { reason: session.reason })}</span>}
        </>
      )}
      acts={may('session.change') && (
        <Link className="lk sm" to="/sessions/$sessionId/plan" params={{ sessionId: session.id }} preload={false}>{session.isCanceled ? say('open') : say('group.ahead.open')}<span className="vh"> {title}</span></Link>
      )} />
  );
}

export function SessionsAhead({ board }: { board: GroupBoard }) {
  const { say, language } = useWords();
  const rows = aheadOf(board);
  return (
    <section className={styles.ahead} aria-labelledby="ahead-title">
      <div className="section"><h2 id="ahead-title">{say('group.ahead')}</h2></div>
      {rows.length === 0 && <p className={styles.empty}>{say('group.ahead.none')}</p>}
      {rows.length > 0 && (
        <Rows>
          {rows.map((row) => (row.session === null
            ? <Row key={`${row.date} ${row.name}`} ended title={<span className={styles.holiday}>{say('group.ahead.holiday', { date: dayText(language, row.date, board.today), name: row.name })}</span>} />
            : <SessionRow key={row.session.id} date={row.date} session={row.session} board={board} />))}
        </Rows>
      )}
    </section>
  );
}
