/** What to look at first about a person, the most pressing first: what it is, why, and where it is mended. */
import type { readLook } from '../../boards/people/record.contract.ts';
import { dateIn } from '../../values/civil-date.ts';
import type { ValueOf } from '../call.ts';
import { hoursSaid } from '../kit/times.ts';
import type { Say } from '../kit/words.tsx';
import type { Episode } from '../people/back.ts';
import type { Person } from '../people/PersonHead.tsx';
import { missingFor } from '../people/reach-said.ts';

export type Look = ValueOf<typeof readLook>;
/** Where the way out leads. */
export type Way = 'week' | 'plan' | 'tasks' | 'session' | 'details' | 'plan-session' | 'change';
export type LookNote = { key: string; tone: 'danger' | 'amber'; title: string; detail: string; way: Way | null; sessionId?: string };
type Asked = { say: Say; day: (date: string) => string; when: (instant: string, zone: string) => string };

/** Where no way is left, the sentence about it says how much is missing. */
function weekNotes({ say }: Asked, { week }: Look): LookNote[] {
  if (week === null) return [];
  const { person, hasIndividual } = week;
  return [
    ...(person.standing === 'short' && person.floor !== null
      ? [{ key: 'short', tone: 'amber' as const, title: say('look.short', { hours: hoursSaid(person.forecastMinutes), floor: hoursSaid(person.floor.minutes) }), detail: person.ways.length === 0 ? '' : say('look.short.over', { short: hoursSaid(person.gapMinutes) }), way: 'week' as const }] : []),
    ...(hasIndividual === false ? [{ key: 'individual', tone: 'amber' as const, title: say('look.individual'), detail: say('look.individual.say'), way: 'plan-session' as const }] : []),
  ];
}

type Task = Look['tasks'][number];

function dangerNote({ say, when }: Asked, task: Task, zone: string): LookNote {
  const values = { when: when(task.openedAt, zone), name: task.takenBy ?? '' };
  return { key: task.taskId, tone: 'danger', title: say('look.danger', { about: say(`about.${task.concern ?? 'other'}`) }), detail: say(task.takenBy === null ? 'look.danger.nobody' : 'look.danger.taken', values), way: 'tasks' };
}

/** Several at once are one note: each of them stands under Contacts and tasks. */
function otherTasks({ say, when }: Asked, { tasks, timeZone }: Look): LookNote[] {
  const open = tasks.filter((task) => task.kind !== 'danger');
  const [first] = open;
  if (first === undefined) return [];
  const values = { when: when(first.dueAt, timeZone), name: first.takenBy ?? '' };
  const detail = first.isOverdue ? say('look.task.late', values) : say(first.takenBy === null ? 'look.task.due' : 'look.task.taken', values);
  if (open.length === 1) return [{ key: first.taskId, tone: 'amber', title: say(first.kind === 'outreach' ? 'look.outreach' : 'look.craving'), detail, way: 'tasks' }];
  return [{ key: 'tasks', tone: 'amber', title: say('look.tasks', { tasks: open.length }), detail: say(first.isOverdue ? 'look.tasks.late' : 'look.tasks.due', values), way: 'tasks' }];
}

function planNote({ say, day }: Asked, { plan }: Look): LookNote[] {
  if (plan === null) return [];
  return [{ key: 'plan', tone: 'amber', title: say(`look.${plan.kind}`, { late: plan.daysLate > 0 ? 'yes' : 'no', day: day(plan.dueOn) }), detail: say(`look.${plan.kind}.say`), way: 'plan' }];
}

function unsignedNote({ say, when }: Asked, { unsigned }: Look): LookNote[] {
  if (unsigned === null) return [];
  const detail = say('look.unsigned.say', { notes: unsigned.notes, name: unsigned.name, when: when(unsigned.startsAt, unsigned.timeZone) });
  return [{ key: 'unsigned', tone: 'amber', title: say('look.unsigned', { notes: unsigned.notes }), detail, way: 'session', sessionId: unsigned.sessionId }];
}

/** Nobody owes a note yet, and no absence holds: the room asks who came. */
function unsaidNote({ say, when }: Asked, { unsaid }: Look): LookNote[] {
  if (unsaid === null) return [];
  const detail = say('look.unsaid.say', { sessions: unsaid.sessions, name: unsaid.name, when: when(unsaid.startsAt, unsaid.timeZone) });
  return [{ key: 'unsaid', tone: 'amber', title: say('look.unsaid', { sessions: unsaid.sessions }), detail, way: 'session', sessionId: unsaid.sessionId }];
}

/** What the list of contacts and the placement tell by themselves, to whoever may open the page. */
export function ownNotes({ say, day }: Pick<Asked, 'say' | 'day'>, person: Person, episode: Episode | null): LookNote[] {
  const isHere = episode !== null && (episode.endedOn === null || episode.endedOn >= person.today);
  /* Who waits is called about the first day, and needs the same people around; who has left needs nobody. */
  const waits = person.episodes.length === 0;
  const missing = isHere || waits ? missingFor(person) : null;
  const hasEmergency = person.contacts.some((contact) => contact.kind === 'emergency' && !contact.hasEnded);
  return [
    ...(person.lacksGuardian ? [{ key: 'guardian', tone: 'amber' as const, title: say('record.no-guardian', { age: person.age ?? 0 }), detail: say('look.guardian.say'), way: 'details' as const }] : []),
    ...(waits ? [{ key: 'admit', tone: 'amber' as const, title: say('look.waits'), detail: say('look.waits.say'), way: null }] : []),
    ...(missing !== null ? [{ key: 'reach', tone: 'amber' as const, title: say(`look.no-${missing}`), detail: say('look.no-way.say', { reach: say(`record.reach.${person.contactBy}`) }), way: 'change' as const }] : []),
    ...((isHere || waits) && !hasEmergency ? [{ key: 'emergency', tone: 'amber' as const, title: say('look.emergency'), detail: say('look.emergency.say'), way: 'details' as const }] : []),
    ...(isHere && episode.endedOn !== null ? [{ key: 'ends', tone: 'amber' as const, title: say('look.ends', { day: day(episode.endedOn) }), detail: say('look.ends.say'), way: 'details' as const }] : []),
  ];
}

/** Danger, then hours, notes, other tasks, the plan. */
export function readNotes(asked: Asked, look: Look): LookNote[] {
  const danger = look.tasks.filter((task) => task.kind === 'danger').map((task) => dangerNote(asked, task, look.timeZone));
  return [...danger, ...weekNotes(asked, look), ...unsaidNote(asked, look), ...unsignedNote(asked, look), ...otherTasks(asked, look), ...planNote(asked, look)];
}

/** The local day of an instant on the day itself is its time alone; `time` and `day` write them. */
export function whenIn(today: string, write: { time: (instant: string, zone: string) => string; day: (date: string) => string }): Asked['when'] {
  return (instant, zone) => {
    const date = dateIn(zone, new Date(instant));
    return date === today ? write.time(instant, zone) : `${write.day(date)}, ${write.time(instant, zone)}`;
  };
}
