/** Which sessions a group's weekly times give, and what must be added, changed or withdrawn so that the plan says so (W3, W11). */
import type { PlannedBreak } from '../../schedules/words.ts';
import { addDays, instantOf, weekdayOf } from '../../../values/civil-date.ts';
import type { CivilDate, LocalTime } from '../../../values/civil-date.ts';
import { addMinutes } from '../../../values/minutes.ts';

export type TimeFacts = {
  readonly weekday: number; readonly startsAtLocal: LocalTime; readonly minutes: number; readonly breaks: readonly PlannedBreak[];
  readonly roomId: string | null; readonly telehealthLink: string; readonly facilitatorId: string | null;
  readonly startsOn: CivilDate; readonly endedOn: CivilDate | null;
};
export type GroupFacts = {
  readonly seriesId: string; readonly name: string; readonly capacity: number; readonly startsOn: CivilDate; readonly endedOn: CivilDate | null;
  readonly times: readonly TimeFacts[];
  /** Modules of the group's curriculum in order; empty without one. */
  readonly moduleIds: readonly string[];
  /** The module of the last session that was held, from which the course goes on; null before the first. */
  readonly lastModuleId: string | null;
};

/** What a session is by its plan; everything in it may be brought up to date until somebody touches the session. */
export type Plan = {
  readonly name: string; readonly plannedStart: Date; readonly plannedEnd: Date; readonly breaks: readonly PlannedBreak[]; readonly capacity: number;
  readonly roomId: string | null; readonly telehealthLink: string; readonly facilitatorId: string | null; readonly moduleId: string | null;
};
/** A session is keyed by its group and the local date and time first planned (W11). */
export type Key = { readonly firstPlannedOn: CivilDate; readonly firstPlannedAtLocal: LocalTime };
export type Wanted = Key & Plan;
export type Existing = Key & Plan & { readonly id: string; readonly isWithdrawn: boolean; readonly isCanceled: boolean; /** Somebody moved, canceled, stamped or wrote: the plan leaves it alone. */ readonly isTouched: boolean };

const keyOf = (one: Key): string => `${one.firstPlannedOn} ${one.firstPlannedAtLocal}`;
const holds = (days: { startsOn: CivilDate; endedOn: CivilDate | null }, date: CivilDate): boolean => days.startsOn <= date && (days.endedOn === null || days.endedOn >= date);

/**
 * The sessions of a group that begin after `now`, up to and including `to`, in order of their start. The wall time holds across a clock
 * change; the length is in minutes that pass. A day without sessions gives none (W5). Modules are given out afterwards.
 */
export function wantedOf(group: GroupFacts, frame: { zone: string; from: CivilDate; to: CivilDate; now: Date; holidays: ReadonlySet<string> }): Wanted[] {
  const wanted: Wanted[] = [];
  for (let date = frame.from; date <= frame.to; date = addDays(date, 1)) {
    if (!holds(group, date) || frame.holidays.has(date)) continue;
    for (const time of group.times) {
      if (time.weekday !== weekdayOf(date) || !holds(time, date)) continue;
      const plannedStart = instantOf(frame.zone, date, time.startsAtLocal);
      if (plannedStart <= frame.now) continue;
      wanted.push({
        firstPlannedOn: date, firstPlannedAtLocal: time.startsAtLocal, name: group.name, plannedStart, plannedEnd: addMinutes(plannedStart, time.minutes), breaks: time.breaks,
        capacity: group.capacity, roomId: time.roomId, telehealthLink: time.telehealthLink, facilitatorId: time.facilitatorId, moduleId: null,
      });
    }
  }
  return wanted.sort((a, b) => a.plannedStart.getTime() - b.plannedStart.getTime());
}

/**
 * Gives out the modules in turn: each session the one after the session before it. What a canceled session would have taught is taught by
 * the next; a session that somebody touched keeps its own, and the course goes on from there.
 */
export function withModules(group: GroupFacts, wanted: readonly Wanted[], existing: readonly Existing[]): Wanted[] {
  const modules = group.moduleIds;
  if (modules.length === 0) return [...wanted];
  const known = new Map(existing.map((one) => [keyOf(one), one]));
  let last = group.lastModuleId === null ? -1 : modules.indexOf(group.lastModuleId);
  return wanted.map((one) => {
    const found = known.get(keyOf(one));
    if (found?.isCanceled === true) return one;
    const own = found?.isTouched === true && found.moduleId !== null ? modules.indexOf(found.moduleId) : -1;
    last = own >= 0 ? own : (last + 1) % modules.length;
    return { ...one, moduleId: modules[last] ?? null };
  });
}

function differs(a: Plan, b: Plan): boolean {
  return a.name !== b.name || a.plannedStart.getTime() !== b.plannedStart.getTime() || a.plannedEnd.getTime() !== b.plannedEnd.getTime() || a.capacity !== b.capacity
    || a.roomId !== b.roomId || a.telehealthLink !== b.telehealthLink || a.facilitatorId !== b.facilitatorId || a.moduleId !== b.moduleId
    || JSON.stringify(a.breaks.map((one) => [one.startMinute, one.minutes])) !== JSON.stringify(b.breaks.map((one) => [one.startMinute, one.minutes]));
}

export type PlanChanges = { readonly add: readonly Wanted[]; /** Rows to bring up to date; a withdrawn one comes back by it. */ readonly change: readonly (Wanted & { id: string })[]; readonly withdraw: readonly string[] };

/** Carried out, the plan equals what is wanted wherever nobody touched a session; deciding again then changes nothing. */
export function decidePlan(wanted: readonly Wanted[], existing: readonly Existing[]): PlanChanges {
  const known = new Map(existing.map((one) => [keyOf(one), one]));
  const kept = new Set(wanted.map(keyOf));
  const change: (Wanted & { id: string })[] = [];
  for (const one of wanted) {
    const found = known.get(keyOf(one));
    if (found !== undefined && !found.isTouched && (found.isWithdrawn || differs(one, found))) change.push({ ...one, id: found.id });
  }
  return {
    add: wanted.filter((one) => !known.has(keyOf(one))), change,
    withdraw: existing.filter((one) => !one.isTouched && !one.isWithdrawn && !kept.has(keyOf(one))).map((one) => one.id),
  };
}
