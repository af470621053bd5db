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

/** Neither the risk nor the end of a task is chosen beforehand: both are said on purpose. */
export function startOf(zone: string, asOf: string, task: OpenTask | undefined): Draft {
  const now = new Date(asOf);
  return {
    kind: 'phone', withWhom: '', day: dateIn(zone, now), time: new Intl.DateTimeFormat('en-US', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(now), minutes: 5, text: '', risk: '', concern: null,
    taskId: task?.id ?? '', closes: 'open',
  };
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
