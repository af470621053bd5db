/** What one entry of the timeline says in words, and the shape that stands before it. */
import type { TimelineEntry } from '../../boards/people/timeline.contract.ts';
import type { SeatMark } from '../kit/seats.ts';
import { hoursSaid } from '../kit/times.ts';
import type { Say } from '../kit/words.tsx';

export type Telling = { say: Say; /** A local day as the page writes it. */ day: (date: string) => string; /** The local day of an instant, written so. */ dayOf: (instant: string, zone: string) => string };
export type Session = Extract<TimelineEntry, { is: 'session' }>;
type Task = Extract<TimelineEntry, { is: 'task-opened' | 'task-taken' | 'task-closed' }>;
export type Mark = SeatMark | 'canceled' | 'contact' | 'danger' | 'task' | 'pen' | 'plan' | 'place' | 'ended';

function absenceSaid(say: Say, { absence }: Session): string {
  if (absence?.reason == null) return say('line.missed');
  return say(absence.isExcused ? 'line.excused' : 'line.absent', { reason: say(`absence.${absence.reason}`) });
}

/** Came, how long, and what differed from the plan; the unsigned note is said by `warningOf`. */
function sessionSaid({ say }: Telling, entry: Session): string[] {
  if (entry.standing === 'canceled') return [entry.cancelReason === null || entry.cancelReason === '' ? say('line.canceled') : say('line.canceled.why', { reason: entry.cancelReason.replace(/\.$/, '') })];
  if (entry.standing === 'missed') return [absenceSaid(say, entry)];
  if (entry.standing === 'booked') return [say('line.awaited')];
  return [
    entry.standing === 'running' ? say('line.running') : say('line.attended', { attended: hoursSaid(entry.attendedMinutes), scheduled: hoursSaid(entry.scheduledMinutes) }),
    ...(entry.lateMinutes > 0 ? [say('line.late', { late: hoursSaid(entry.lateMinutes) })] : []),
    ...(entry.leftEarlyMinutes > 0 ? [say('line.left', { early: hoursSaid(entry.leftEarlyMinutes) })] : []),
    ...(entry.isMakeUp ? [say('line.make-up')] : []), ...(entry.isOverCap ? [say('line.over-cap')] : []),
  ];
}

function taskSaid({ say }: Telling, entry: Task): string {
  if (entry.kind === 'danger') {
    const about = say(`about.${entry.concern ?? 'other'}`);
    if (entry.is === 'task-closed') return say('line.danger.closed', { end: say(`ended.${entry.endedAs}`) });
    return say(entry.is === 'task-opened' ? 'line.danger' : 'line.danger.taken', { about });
  }
  if (entry.is === 'task-closed') return say(entry.kind === 'outreach' ? 'line.outreach.closed' : 'line.craving.closed', { end: say(`ended.${entry.endedAs}`) });
  if (entry.kind === 'outreach') return say(entry.is === 'task-opened' ? 'line.outreach' : 'line.outreach.taken');
  return say(entry.is === 'task-opened' ? 'line.craving' : 'line.craving.taken');
}

/** Sentences; the name of a session stands before them as a link. */
export function saidOf(telling: Telling, entry: TimelineEntry): string {
  const { say, day, dayOf } = telling;
  switch (entry.is) {
    case 'session': return sessionSaid(telling, entry).join(' ');
    case 'note-added': {
      const on = dayOf(entry.startsAt, entry.timeZone);
      return entry.kind === 'correction' && entry.attendedMinutes !== null ? say('line.added.correction.minutes', { day: on, attended: hoursSaid(entry.attendedMinutes) }) : say(`line.added.${entry.kind}`, { day: on });
    }
    case 'contact': {
      const facts = { kind: say(`contacts.kind.${entry.kind}`), who: entry.withWhom, minutes: entry.minutes };
      return say(entry.minutes > 0 ? 'line.contact.minutes' : 'line.contact', facts);
    }
    case 'task-opened': case 'task-taken': case 'task-closed': return taskSaid(telling, entry);
    case 'admitted': return say('line.admitted', { program: entry.programName, site: entry.siteName });
    case 'level': return say('line.level', { level: say(`care.${entry.level}`) });
    case 'phase': return say('line.phase', { no: entry.phaseNo, phase: entry.phaseName });
    case 'track': return entry.trackName === null ? say('line.no-track') : say('line.track', { track: entry.trackName });
    case 'counselor': return say('line.counselor', { name: entry.name });
    case 'seat-given': return say('line.seat-given', { name: entry.name, seat: entry.seatNo });
    case 'seat-ended': return say('line.seat-ended', { name: entry.name });
    case 'discharged': return entry.reason === null ? say('line.discharged', { day: day(entry.lastDay) }) : say('line.discharged.why', { day: day(entry.lastDay), reason: say(`discharge.${entry.reason}`) });
    case 'discharge-undone': return say('line.discharge-undone');
    case 'goal-added': return say('line.goal-added', { number: entry.number });
    case 'goal-ended': return say('line.goal-ended', { number: entry.number });
    case 'objective-added': return say('line.objective-added', { number: entry.number, text: entry.text });
    case 'objective-ended': return say('line.objective-ended', { number: entry.number, text: entry.text });
    case 'goal-reworded': return say('line.goal-reworded', { number: entry.number });
    case 'objective-reworded': return say('line.objective-reworded', { number: entry.number, text: entry.text });
    case 'reviewed': return say('line.reviewed', { day: day(entry.nextOn) });
    case 'plan-signed': return say('line.plan-signed', { no: entry.no, agreement: say(`agreement.${entry.agreement}`) });
    case 'plan-co-signed': return say('line.plan-co-signed', { no: entry.no });
  }
}

/** What is still to be done about it. */
export function warningOf(say: Say, entry: TimelineEntry): string | null {
  if (entry.is === 'session' && entry.standing === 'provisional') return say('line.unsigned');
  return entry.is === 'contact' && entry.risk === 'watch' ? say('contacts.risk.watch') : null;
}

const SESSION_MARKS: Readonly<Record<Session['standing'], Mark>> = { documented: 'here', provisional: 'here', running: 'here', booked: 'booked', missed: 'missing', canceled: 'canceled' };

function sessionMark(entry: Session): Mark {
  const mark = SESSION_MARKS[entry.standing];
  if (mark === 'missing') return entry.absence?.isExcused === true ? 'excused' : 'missing';
  if (mark !== 'here') return mark;
  if (entry.leftEarlyMinutes > 0) return 'left-early';
  if (entry.isMakeUp) return 'make-up';
  return entry.lateMinutes > 0 ? 'late' : 'here';
}

export function markOf(entry: TimelineEntry): Mark {
  switch (entry.is) {
    case 'session': return sessionMark(entry);
    case 'note-added': return 'pen';
    case 'contact': return entry.risk === 'danger' ? 'danger' : 'contact';
    case 'task-opened': case 'task-taken': case 'task-closed': return entry.kind === 'danger' ? 'danger' : 'task';
    case 'goal-added': case 'goal-ended': case 'objective-added': case 'objective-ended': case 'goal-reworded': case 'objective-reworded': case 'reviewed': case 'plan-signed': case 'plan-co-signed': return 'plan';
    case 'seat-ended': case 'discharged': return 'ended';
    default: return 'place';
  }
}
