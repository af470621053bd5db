/** A weekly time as a form holds it while it is typed, and as the act takes it. */
import type { z } from 'zod';
import type { weeklyTime } from '../../modules/schedules/words.ts';
import type { LocalTime } from '../../values/civil-date.ts';
import type { GroupTime } from './week.ts';

export type WeeklyTime = z.output<typeof weeklyTime>;
/** What is chosen as the room: the id of one, nothing yet, or a link in place of a room. */
export const NOT_SETTLED = '';
export const BY_LINK = 'link';
export type TimeForm = {
  readonly key: number; readonly weekday: string; readonly startsAtLocal: string; readonly minutes: number | null;
  readonly breaks: readonly { readonly startMinute: number | null; readonly minutes: number | null }[]; readonly place: string; readonly link: string; readonly facilitatorId: string;
};

const THREE_HOURS = 180;
export const FIRST_TIME: TimeForm = { key: 1, weekday: '1', startsAtLocal: '09:00', minutes: THREE_HOURS, breaks: [], place: NOT_SETTLED, link: '', facilitatorId: '' };

/** Another time is most often the same one two days later: Monday, Wednesday, Friday. */
export function anotherTime(times: readonly TimeForm[]): TimeForm {
  const last = times.at(-1) ?? FIRST_TIME;
  const key = Math.max(0, ...times.map((time) => time.key)) + 1;
  return { ...last, key, weekday: String((Number(last.weekday) + 1) % 7 + 1) };
}

export function formOf(time: GroupTime, key: number): TimeForm {
  const place = time.room?.id ?? (time.telehealthLink === '' ? NOT_SETTLED : BY_LINK);
  return {
    key, weekday: String(time.weekday), startsAtLocal: time.startsAtLocal, minutes: time.minutes, breaks: time.breaks.map(({ startMinute, minutes }) => ({ startMinute, minutes })),
    place, link: time.telehealthLink, facilitatorId: time.facilitator?.id ?? '',
  };
}

/** The times that hold on a day, as a form begins with them. */
export function formsOn(times: readonly GroupTime[], day: string): TimeForm[] {
  return times.filter((time) => time.startsOn <= day && (time.endedOn === null || time.endedOn >= day)).map((time, index) => formOf(time, index + 1));
}

/** A room may have a link beside it; the link goes only when the form shows it. */
export function timeOf(form: TimeForm): WeeklyTime {
  const isRoom = form.place !== NOT_SETTLED && form.place !== BY_LINK;
  return {
    weekday: Number(form.weekday) as WeeklyTime['weekday'], startsAtLocal: form.startsAtLocal as LocalTime, minutes: form.minutes ?? 0,
    breaks: lengthOf(form).breaks.map(({ startMinute, minutes }) => ({ startMinute: startMinute ?? 0, minutes })),
    roomId: isRoom ? form.place : null, telehealthLink: form.place === NOT_SETTLED ? '' : form.link.trim(), facilitatorId: form.facilitatorId === '' ? null : form.facilitatorId,
  };
}

/** What is typed so far, for the sum of the week. */
export function lengthOf(form: TimeForm): { minutes: number; breaks: { startMinute: number | null; minutes: number }[] } {
  return { minutes: form.minutes ?? 0, breaks: form.breaks.flatMap((one) => (one.minutes === null ? [] : [{ startMinute: one.startMinute, minutes: one.minutes }])) };
}
