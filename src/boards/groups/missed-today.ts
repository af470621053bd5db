/** Weekly times of today whose hour had passed before anybody planned them: a group that is started at noon has no session of the morning. */
import { weekdayOf } from '../../values/civil-date.ts';
import type { CivilDate } from '../../values/civil-date.ts';

type Time = { readonly id: string; readonly weekday: number; readonly startsAtLocal: string; readonly startsOn: string; readonly endedOn: string | null };
type Day = { readonly today: CivilDate; /** The clock of the site, HH:MM. */ readonly clock: string; readonly isHoliday: boolean; /** Local starts of what stands on that day for the group, canceled or not. */ readonly standing: readonly string[] };

export function missedToday(times: readonly Time[], { today, clock, isHoliday, standing }: Day): string[] {
  if (isHoliday) return [];
  return times
    .filter((time) => time.weekday === weekdayOf(today) && time.startsOn <= today && (time.endedOn === null || time.endedOn >= today) && time.startsAtLocal <= clock && !standing.includes(time.startsAtLocal))
    .map((time) => time.id);
}
