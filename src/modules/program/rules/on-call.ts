/** Which days a span means, who may be on call on them, and what may be taken off (W18). */
import { refuse } from '../../../platform/outcome.ts';
import type { Outcome } from '../../../platform/outcome.ts';
import { addDays, daysBetween, weekdayOf } from '../../../values/civil-date.ts';
import type { CivilDate } from '../../../values/civil-date.ts';
import { ON_CALL_ROLES } from '../words.ts';

export type Span = { readonly from: CivilDate; readonly to: CivilDate; readonly weekdays: readonly number[] };

/** Every day from the first to the last, both included. */
export function daysFrom(from: CivilDate, to: CivilDate): CivilDate[] {
  return Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, index) => addDays(from, index));
}

/** A span that can be looked at: the first day before the last, and not too many. */
export function decideSpan({ from, to }: Pick<Span, 'from' | 'to'>, most: number): Outcome<CivilDate[], 'span-backwards' | 'span-too-long'> {
  if (to < from) return refuse('span-backwards');
  if (daysBetween(from, to) >= most) return refuse('span-too-long', { most });
  return { value: daysFrom(from, to) };
}

/** A span that can be changed: what is over stays as it was. */
export function decideDays(span: Span, today: string, most: number): Outcome<CivilDate[], 'span-backwards' | 'span-too-long' | 'no-day-in-span' | 'day-is-over'> {
  const days = decideSpan(span, most);
  if ('refused' in days) return days;
  if (span.from < today) return refuse('day-is-over', { today });
  const wanted = days.value.filter((date) => span.weekdays.includes(weekdayOf(date)));
  return wanted.length === 0 ? refuse('no-day-in-span') : { value: wanted };
}

/** From a day to a day, both included; without an end while it goes on. */
export type Stretch = { readonly startsOn: string; readonly endedOn: string | null };
const covers = (stretch: Stretch, date: string): boolean => stretch.startsOn <= date && (stretch.endedOn === null || stretch.endedOn >= date);

export type Candidate = { readonly roles: readonly string[]; readonly employment: Stretch; /** Stretches of work at the site. */ readonly atSite: readonly Stretch[] };

/** A clinician who is employed and works at the site on that day. */
export function mayBeOnCall({ roles, employment, atSite }: Candidate, date: string): boolean {
  return roles.some((role) => (ON_CALL_ROLES as readonly string[]).includes(role)) && covers(employment, date) && atSite.some((stretch) => covers(stretch, date));
}

/** How long whoever wrote a change may take it back in one step: an undo stands ten seconds, and waits while it is pointed at. */
export const TAKE_BACK_MS = 120_000;

export type OnCallRow = { readonly id: string; readonly recordedAt: Date; readonly recordedBy: string | null; readonly endedAt: Date | null; readonly endedBy: string | null };

/** Only one's own change, only shortly after it was made, and only while its days still stand as it left them. */
export function decideTakeBack(
  { written, ended }: { written: readonly OnCallRow[]; ended: readonly OnCallRow[] }, by: string, now: Date,
): Outcome<null, 'on-call-changed' | 'take-back-passed'> {
  const own = (at: Date | null, who: string | null): boolean => at !== null && who === by && now.getTime() - at.getTime() <= TAKE_BACK_MS;
  if (written.some((row) => row.endedAt !== null) || ended.some((row) => row.endedAt === null)) return refuse('on-call-changed');
  if (!written.every((row) => own(row.recordedAt, row.recordedBy)) || !ended.every((row) => own(row.endedAt, row.endedBy))) return refuse('take-back-passed');
  return { value: null };
}
