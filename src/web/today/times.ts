/** What the times typed in the panel come to: a stamp, an absence, or a correction that needs a reason. */
import type { z } from 'zod';
import type { readTimes } from '../../boards/day/today.contract.ts';
import type { AbsenceReason } from '../../modules/attendance/words.ts';
import { addDays, dateIn, instantOf } from '../../values/civil-date.ts';
import type { LocalTime } from '../../values/civil-date.ts';

export type Times = z.output<typeof readTimes['output']>;
/** One stay as typed, 'HH:MM' or empty; `was` is the stay that it changes, null for one that is added. */
export type TypedStay = { arrived: string; left: string; was: Times['stays'][number] | null };
export type Absence = { reason: AbsenceReason; excused: boolean; detail: string };
export type Typed = { wasHere: boolean; stays: readonly TypedStay[]; absence: Absence };
type Stay = { arrivedAt: string; leftAt: string | null };
export type Plan =
  | { kind: 'nothing' } | { kind: 'arrive'; at: string } | { kind: 'leave'; at: string } | { kind: 'absence'; absence: Absence }
  | { kind: 'correct'; stays: Stay[]; absence: Absence | null };

export const NO_ABSENCE: Absence = { reason: 'unknown', excused: false, detail: '' };
const HALF_A_DAY_MS = 43_200_000;

/** 'HH:MM' of an instant in a zone, as a time field writes it. */
export function clockOf(zone: string, instant: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(instant));
}

/** The instant nearest to the session at which the clock there shows this time. */
export function instantNear(zone: string, near: string, clock: string): string {
  const day = dateIn(zone, new Date(near));
  const candidates = [addDays(day, -1), day, addDays(day, 1)].map((date) => instantOf(zone, date, clock as LocalTime));
  return (candidates.find((one) => Math.abs(one.getTime() - Date.parse(near)) <= HALF_A_DAY_MS) ?? instantOf(zone, day, clock as LocalTime)).toISOString();
}

/** What the fields show first: what is recorded; where nothing is, an arrival now, or at the start once the session is over. */
export function typedFrom(times: Times, zone: string): Typed {
  const stays = times.stays.map((stay) => ({ arrived: clockOf(zone, stay.arrivedAt), left: stay.leftAt === null ? '' : clockOf(zone, stay.leftAt), was: stay }));
  const arrived = clockOf(zone, times.asOf < times.endsAt ? times.asOf : times.startsAt);
  return {
    wasHere: times.absence === null, stays: stays.length > 0 ? stays : [{ arrived, left: '', was: null }],
    absence: times.absence === null ? NO_ABSENCE : { ...times.absence, detail: times.absence.detail ?? '' },
  };
}

/** A time that was not touched keeps its seconds. */
function stayOf({ arrived, left, was }: TypedStay, times: Times, zone: string): Stay {
  const instant = (clock: string, before: string | null | undefined): string => (before && clockOf(zone, before) === clock ? before : instantNear(zone, times.startsAt, clock));
  return { arrivedAt: instant(arrived, was?.arrivedAt), leftAt: left === '' ? null : instant(left, was?.leftAt) };
}

const same = (one: Stay | undefined, other: Stay | undefined): boolean => one?.arrivedAt === other?.arrivedAt && one?.leftAt === other?.leftAt;

/** What a stamp can still say is a stamp; everything else is a correction with a reason, and once the note is signed all of it is (W14). */
export function planTimes(times: Times, typed: Typed, zone: string): Plan {
  const before = times.stays;
  if (!typed.wasHere) {
    if (times.absence !== null && JSON.stringify({ ...times.absence, detail: times.absence.detail ?? '' }) === JSON.stringify(typed.absence)) return { kind: 'nothing' };
    return before.length > 0 || times.noteSigned ? { kind: 'correct', stays: [], absence: typed.absence } : { kind: 'absence', absence: typed.absence };
  }
  const stays = typed.stays.filter(({ arrived }) => arrived !== '').map((stay) => stayOf(stay, times, zone));
  const last = stays.at(-1);
  if (last === undefined || (stays.length === before.length && stays.every((stay, index) => same(stay, before[index])))) return { kind: 'nothing' };
  const correction: Plan = { kind: 'correct', stays, absence: null };
  if (times.noteSigned) return correction;
  const untouched = stays.slice(0, -1).every((stay, index) => same(stay, before[index]));
  const isAdded = stays.length === before.length + 1 && untouched && before.every(({ leftAt }) => leftAt !== null);
  if (isAdded && last.leftAt === null && last.arrivedAt < times.endsAt) return { kind: 'arrive', at: last.arrivedAt };
  const was = before.at(-1);
  const hasOnlyLeft = stays.length === before.length && untouched && was?.leftAt === null && was.arrivedAt === last.arrivedAt;
  return hasOnlyLeft && last.leftAt !== null ? { kind: 'leave', at: last.leftAt } : correction;
}
