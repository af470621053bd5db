/** Who sits in at a session with a person, by recorded permission: stands in the group room and on the board of the day. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { z } from 'zod';
import { readVisitors } from '../../boards/day/visitors.contract.ts';
import { supporterCame, takeBackVisit } from '../../modules/attendance/visits.contract.ts';
import type { ParticipantId } from '../../modules/people/words.ts';
import type { SessionId } from '../../modules/sessions/words.ts';
import { useMe } from '../app/me.ts';
import { Icon } from '../kit/Icon.tsx';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { timeText } from '../kit/times.ts';
import { UnreadNotice } from '../kit/UnreadNotice.tsx';
import { useAct } from '../kit/use-act.ts';
import { useWords } from '../kit/words.tsx';
import { reading } from '../queries.ts';
import { CameAlone } from './CameAlone.tsx';
import { STALE_VISITS, withRelation } from './said.ts';
import styles from './supporters.module.css';

type Props = { sessionId: SessionId; participantId: ParticipantId; displayName: string; isSigned: boolean; /** False where a heading stands above already. */ isTitled?: boolean; /** False where it is said above that the family came alone. */ isAlone?: boolean };
type Read = z.output<typeof readVisitors['output']>;
type Visitor = Read['visitors'][number];

/** Nobody brings anybody unasked: to a group whoever may not come is not even named. */
function isShown(read: Read, visitor: Visitor): boolean {
  return read.sessionType !== 'group' || visitor.mayCome || visitor.visit !== null;
}

function useVisits() {
  const came = useAct(supporterCame, STALE_VISITS);
  const back = useAct(takeBackVisit, STALE_VISITS);
  return { came, back, answer: came.answer ?? back.answer, busy: came.busy || back.busy };
}

function VisitorRow({ read, visitor, acts }: { read: Read; visitor: Visitor; acts: ReturnType<typeof useVisits> }) {
  const { say, language } = useWords();
  const { contactId, name, visit, mayCome, allowed } = visitor;
  const { sessionId, participantId } = read;
  const whom = withRelation(visitor);
  if (visit !== null) {
    return (
      <li>
        <Icon name="check" /><span><b>{whom}</b> <span className="sm dim">{say('visit.came-at', { time: timeText(language, read.timeZone, visit.at) })}</span></span>
        {(read.isOpen || read.isLongAgo) && <button type="button" className="btn small quiet" aria-disabled={acts.busy} aria-label={say('visit.take-back.of', { name })} onClick={() => { if (!acts.busy) void acts.back.carryOut({ params: { visitId: visit.visitId } }); }}>{say('visit.take-back')}</button>}
      </li>
    );
  }
  if (!mayCome) {
    const kinds = allowed.map((type) => say(`groups.type.${type}`)).join(', ');
    return <li className={styles.not}><Icon name="lock" /><span>{whom} <span className="sm">{allowed.length === 0 ? say('visit.none') : say('visit.only', { kinds })}</span></span></li>;
  }
  return (
    <li>
      <span className={styles.mark} aria-hidden="true" /><span>{whom}</span>
      {read.isOpen && !read.waits && <button type="button" className="btn small" aria-disabled={acts.busy} aria-label={say('visit.came.of', { name })} onClick={() => { if (!acts.busy) void acts.came.carryOut({ params: { sessionId, participantId }, body: { contactId } }); }}>{say('visit.came')}</button>}
    </li>
  );
}

/** What else is to be known: where permissions are written down, what stands in the way, and that a family that came alone stands in a contact note. */
function Beside({ read, visitors, displayName, isAlone }: { read: Read; visitors: readonly Visitor[]; displayName: string; isAlone: boolean }) {
  const { say } = useWords();
  const { may } = useMe();
  const params = { participantId: read.participantId };
  const came = visitors.filter(({ visit }) => visit !== null);
  const alone = isAlone && read.isOver && !read.hasCome && came.length > 0;
  const wanted = visitors.some(({ mayCome, visit }) => mayCome && visit === null);
  const locked = visitors.some(({ mayCome, visit }) => !mayCome && visit === null);
  return (
    <>
      {visitors.length === 0 && <p className="sm dim">{say('visit.nobody')}</p>}
      {(locked || visitors.length === 0) && may('people.read') && <p className="sm"><Link className="lk" to="/people/$participantId/details" params={params} preload={false}>{say('visit.way')}<span className="vh"> {displayName}</span></Link></p>}
      {wanted && read.isOpen && read.waits && <p className="sm dim">{say('visit.waits', { name: displayName })}</p>}
      {wanted && read.isLongAgo && <p className="sm dim">{say('visit.long-ago')}</p>}
      {alone && <CameAlone participantId={read.participantId} displayName={displayName} timeZone={read.timeZone} startsAt={read.startsAt} visitors={came} isNamed={false} />}
    </>
  );
}

export function Visitors({ sessionId, participantId, displayName, isSigned, isTitled = true, isAlone = true }: Props) {
  const { say } = useWords();
  const allowed = useMe().may('attendance.stamp') && !isSigned;
  const asked = useQuery({ ...reading(readVisitors, { params: { sessionId, participantId } }), enabled: allowed });
  const acts = useVisits();
  if (!allowed) return null;
  const read = asked.data;
  // Of somebody who left long ago nothing is shown, so there is nothing to ask again for.
  if (read === undefined) return asked.error === null || asked.error.refusal?.refused === 'not-found' ? null : <UnreadNotice error={asked.error} again={() => { void asked.refetch(); }} />;
  const visitors = read.visitors.filter((visitor) => isShown(read, visitor));
  if (!read.takesVisitors || (read.sessionType === 'group' && visitors.length === 0)) return null;
  return (
    <section className={styles.visitors} aria-label={say('visit.title.of', { name: displayName })}>
      {isTitled && <p className="label" aria-hidden="true">{say('visit.title')}</p>}
      {acts.answer !== null && <RefusalNotice answer={acts.answer} />}
      {visitors.length > 0 && <ul>{visitors.map((visitor) => <VisitorRow key={visitor.contactId} read={read} visitor={visitor} acts={acts} />)}</ul>}
      <Beside read={read} visitors={visitors} displayName={displayName} isAlone={isAlone} />
    </section>
  );
}
