/** Who has no individual session this week, which documents are due, how many notes wait for a signature, and who sat in beyond the seats. */
import { Link } from '@tanstack/react-router';
import { dateIn } from '../../values/civil-date.ts';
import { useMe } from '../app/me.ts';
import { Icon } from '../kit/Icon.tsx';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { dateText, hoursSaid, minutesBetween, timeText } from '../kit/times.ts';
import { useWords } from '../kit/words.tsx';
import { useNeeds } from './use-week.ts';
import { byCounselor, byKind } from './needs-said.ts';
import type { NeedsBoard } from './needs-said.ts';
import styles from './week.module.css';

type Named = { participantId: string; displayName: string };

/** Names in a row; each leads to the person, for whoever may read records. */
function Name({ person, note }: { person: Named; note?: string | undefined }) {
  const { may } = useMe();
  return (
    <span className={styles.named}>
      {may('people.read') ? <Link className="lk" to="/people/$participantId" params={{ participantId: person.participantId }} preload={false}>{person.displayName}</Link> : person.displayName}
      {note !== undefined && <span className="dim"> {note}</span>}
    </span>
  );
}

/** The first few stand open; a column that lists everybody hides what is under it. */
const OPEN = 5;

function Names<Person extends Named>({ people, noteOf }: { people: readonly Person[]; noteOf?: (person: Person) => string }) {
  const { say } = useWords();
  const list = (some: readonly Person[]) => <p className={`sm ${styles.names}`}>{some.map((person) => <Name key={person.participantId} person={person} note={noteOf?.(person)} />)}</p>;
  if (people.length <= OPEN + 1) return list(people);
  return <>{list(people.slice(0, OPEN))}<details className={styles.fold}><summary className="sm">{say('week.names.more', { people: people.length - OPEN })}</summary>{list(people.slice(OPEN))}</details></>;
}

function Individual({ board }: { board: NeedsBoard }) {
  const { say } = useWords();
  return byCounselor(board.withoutIndividual).map(({ counselorName, people }) => (
    <li key={counselorName ?? ''}>
      <Icon name="clock" />
      <div>
        <b>{say('week.individual', { people: people.length })}</b>
        <p className="sm dim">{counselorName ?? say('week.no-counselor')}</p>
        <Names people={people} />
      </div>
    </li>
  ));
}

function Documents({ board }: { board: NeedsBoard }) {
  const { say, language } = useWords();
  const age = (one: NeedsBoard['documents'][number]): string => (one.daysLate > 0
    ? say('week.late', { day: dateText(language, one.dueOn, 'month-day'), days: one.daysLate })
    : one.daysLate === 0 ? say('week.due.today') : say('week.due', { day: dateText(language, one.dueOn, 'day') }));
  return byKind(board.documents).map(({ kind, late, people }) => (
    <li key={kind}>
      <Icon name="pen" />
      <div>
        <b>{say(`week.document.${kind}`, { people: people.length, late })}</b>
        <Names people={people} noteOf={age} />
      </div>
    </li>
  ));
}

function Notes({ board }: { board: NeedsBoard }) {
  const { say } = useWords();
  const { may } = useMe();
  const { unsigned, overdue, oldestEndedAt } = board.notes;
  // Those of today stand above already, session by session.
  if (oldestEndedAt === null || dateIn(board.site.timeZone, new Date(oldestEndedAt)) === board.week.today) return null;
  const minutes = minutesBetween(oldestEndedAt, board.asOf);
  const age = minutes < 48 * 60 ? hoursSaid(minutes < 60 ? minutes : minutes - (minutes % 60)) : say('week.days', { days: Math.floor(minutes / 1440) });
  return (
    <li>
      <Icon name="pen" />
      <div>
        <b>{say('week.notes', { notes: unsigned, age })}</b>
        <p className="sm dim">{say('week.notes.norm', { notes: overdue, hours: board.figures.noteDueHours })}</p>
        {may('signatures.read') && <Link className="lk sm" to="/signatures" search={{ site: board.site.id }}>{say('week.notes.open')}</Link>}
      </div>
    </li>
  );
}

/** Each time that somebody sat in is said with its session and reason; the session is the way on (W10). */
function Beyond({ board }: { board: NeedsBoard }) {
  const { say, language } = useWords();
  const { may } = useMe();
  if (board.overCap.length === 0) return null;
  const { timeZone } = board.site;
  // With its date: the same day of the week before is still told.
  const when = (instant: string): string => `${dateText(language, dateIn(timeZone, new Date(instant)), 'day')}, ${timeText(language, timeZone, instant)}`;
  return (
    <li>
      <Icon name="warn" />
      <div>
        <b>{say('week.beyond', { people: new Set(board.overCap.map((one) => one.participantId)).size })}</b>
        {board.overCap.map((one) => (
          <div key={`${one.sessionId}${one.participantId}`} className="sm">
            <Name person={one} />
            <p className="dim">
              {may('note.read') ? <Link className="lk" to="/sessions/$sessionId" params={{ sessionId: one.sessionId }} preload={false}>{one.sessionName}</Link> : one.sessionName}
              {', '}<span className="nw">{when(one.startsAt)}</span>
            </p>
            <p className="dim">{say('week.beyond.because', { reason: one.reason })}</p>
          </div>
        ))}
      </div>
    </li>
  );
}

export function WeekNeeds({ siteId }: { siteId: string; timeZone: string }) {
  const { say } = useWords();
  const needs = useNeeds(siteId);
  const board = needs.data;
  if (board === undefined) return needs.error === null ? null : <section className={styles.column} aria-label={say('week.needs')}><h2>{say('week.needs')}</h2><RefusalNotice answer={needs.error.refusal ?? { offline: true }} /></section>;
  const isNothing = board.withoutIndividual.length + board.documents.length === 0;
  return (
    <section className={styles.column} aria-labelledby="week-needs">
      <h2 id="week-needs">{say('week.needs')}</h2>
      {isNothing && <p className="dim">{say('week.needs.nothing')}</p>}
      <ul className={styles.needs}>
        <Beyond board={board} />
        <Notes board={board} />
        <Documents board={board} />
        <Individual board={board} />
      </ul>
    </section>
  );
}
