/** What stands in the form of a contact note at first, and what of it is sent. */
import type { RequestOf } from '../call.ts';
import type { writeContactNote } from '../../modules/tasks/contract.ts';
import type { Concern, TaskEnd, TaskId, TaskKind } from '../../modules/tasks/words.ts';
import { dateIn, instantOf } from '../../values/civil-date.ts';
import type { CivilDate, LocalTime } from '../../values/civil-date.ts';

export type Body = RequestOf<typeof writeContactNote>['body'];
export type Draft = {
  kind: Body['kind']; withWhom: string; day: string; time: string; minutes: number | null; text: string; risk: Body['risk'] | ''; concern: Concern | null; taskId: string; closes: TaskEnd | 'open';
};
export type OpenTask = { id: TaskId; kind: TaskKind; openedAt: string };

/** What is known beforehand of a contact that happened elsewhere; how long it took is then said on purpose. */
export type Begun = { kind: Body['kind']; withWhom: string; happenedAt: string };

/** Neither the risk nor the end of a task is chosen beforehand: both are said on purpose. */
export function startOf(zone: string, asOf: string, task: OpenTask | undefined, begun?: Begun): Draft {
  const now = new Date(begun?.happenedAt ?? asOf);
  return {
    kind: begun?.kind ?? 'phone', withWhom: begun?.withWhom ?? '', day: dateIn(zone, now), time: new Intl.DateTimeFormat('en-US', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(now), minutes: begun === undefined ? 5 : null, text: '', risk: '', concern: null,
    taskId: task?.id ?? '', closes: 'open',
  };
}

/** A draft that was kept may answer a task that is closed by now: then it answers none. */
export function answering(draft: Draft, tasks: readonly OpenTask[]): Draft {
  return draft.taskId === '' || tasks.some((task) => task.id === draft.taskId) ? draft : { ...draft, taskId: '', closes: 'open' };
}

/** Null while the day, the time, the minutes or the risk are not there yet. */
export function bodyOf(zone: string, draft: Draft): Body | null {
  if (draft.day === '' || draft.time === '' || draft.minutes === null) return null;
  const { kind, withWhom, text, risk, minutes } = draft;
  if (risk === '') return null;
  return {
    kind, withWhom, text, risk, minutes, happenedAt: instantOf(zone, draft.day as CivilDate, draft.time as LocalTime).toISOString(), concern: risk === 'danger' ? draft.concern : null,
    taskId: draft.taskId === '' ? null : draft.taskId as TaskId, closes: draft.taskId === '' || draft.closes === 'open' ? null : draft.closes,
  };
}
