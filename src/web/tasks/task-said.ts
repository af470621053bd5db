/** What a task is called, and by when it is due, in words: pure, so that it can be tried without a browser. */
import type { readTasks } from '../../boards/tasks/tasks.contract.ts';
import { addDays, dateIn } from '../../values/civil-date.ts';
import type { ValueOf } from '../call.ts';
import { dateText, dayTimeText, hoursSaid, minutesBetween, timeText } from '../kit/times.ts';
import type { Language } from '../kit/times.ts';
import type { Say } from '../kit/words.tsx';

type Standing = { isOverdue: boolean; taken: { name: string; at: string } | null; told: readonly { name: string }[]; closedAt: string | null };
export type Tasks = ValueOf<typeof readTasks>;
export type Task = Tasks['open'][number];
/** In which words, and on which clock. */
export type Telling = { say: Say; language: Language; zone: string; asOf: string };

export const isDanger = (task: Pick<Task, 'kind'>): boolean => task.kind === 'danger';

/** Given1 F.: self-harm or suicide. */
export function titleOf({ say }: Pick<Telling, 'say'>, task: Pick<Task, 'kind' | 'concern' | 'displayName' | 'detail' | 'session'>): string {
  const name = task.displayName;
  if (task.kind === 'danger') return say('task.danger', { name, about: say(`about.${task.concern ?? 'other'}`) });
  if (task.kind === 'craving') return say('task.craving', { name, craving: task.detail });
  return task.session === null ? say('task.outreach', { name }) : say('task.outreach.session', { name, session: task.session.name });
}

/** The time alone on the day itself, with its weekday for a week before and after, else with its date. */
export function whenOf({ language, zone, asOf }: Pick<Telling, 'language' | 'zone' | 'asOf'>, instant: string): string {
  const [day, today] = [dateIn(zone, new Date(instant)), dateIn(zone, new Date(asOf))];
  if (day === today) return timeText(language, zone, instant);
  const isNear = day > addDays(today, -7) && day < addDays(today, 7);
  return isNear ? dayTimeText(language, zone, instant) : `${dateText(language, day, 'month-day')}, ${timeText(language, zone, instant)}`;
}

export function dueOf(telling: Telling, task: Pick<Task, 'kind' | 'dueAt' | 'isOverdue'>): string {
  const { say, zone, asOf } = telling;
  const when = whenOf(telling, task.dueAt);
  if (isDanger(task)) return say(task.isOverdue ? 'task.take-late' : 'task.take-by', { when });
  if (task.isOverdue) return say('task.late', { when });
  return dateIn(zone, new Date(task.dueAt)) === dateIn(zone, new Date(asOf)) ? say('task.due.today', { time: when }) : say('task.due.day', { when });
}

/** How long danger has been open; its time to be taken while nobody has. */
export function sinceOf({ say, asOf }: Pick<Telling, 'say' | 'asOf'>, task: Pick<Task, 'openedAt'>, [now, span]: readonly ['band.just-now', 'band.open-for'] | readonly ['task.just-now', 'task.open-for']): string {
  const minutes = minutesBetween(task.openedAt, asOf);
  return minutes === 0 ? say(now) : say(span, { span: hoursSaid(minutes) });
}

/** Dana Whitlock and Omar Reyes. */
export function namesOf(language: Language, people: readonly { name: string }[]): string {
  return new Intl.ListFormat(language === 'es' ? 'es-US' : 'en-US', { type: 'conjunction' }).format(people.map((one) => one.name));
}

/** Who has a danger, or what to do while nobody has; words for somebody who cannot open the task. */
export function heldSaid(telling: Telling, { closedAt, taken, told, isOverdue }: Standing): string {
  const { say, language } = telling;
  if (closedAt !== null) return say('danger-standing.closed', { when: whenOf(telling, closedAt) });
  if (taken !== null) return say('danger-standing.taken', { name: taken.name, when: whenOf(telling, taken.at) });
  if (told.length === 0) return say('danger-standing.nobody');
  return say(isOverdue ? 'danger-standing.late' : 'danger-standing.open', { names: namesOf(language, told), people: told.length });
}

/** What a telephone link takes: digits and a plus. */
export function dialed(scheme: 'tel' | 'sms', number: string): string {
  return `${scheme}:${number.replace(/[^+\d]/g, '')}`;
}

/** The way to reach somebody by their own rule: a call, a text, or words why not. */
export function reachOf({ contactBy, telephone }: Task['reach']): { scheme: 'tel' | 'sms'; number: string } | null {
  if (telephone === '' || (contactBy !== 'phone' && contactBy !== 'text')) return null;
  return { scheme: contactBy === 'text' ? 'sms' : 'tel', number: telephone };
}
