/** One week of one person against one dated rule: what is done, what is booked on top, and whether that meets it (W1 to W8). */
import type { HoursRule } from '../../program/words.ts';
import { addDays, daysBetween, weekOf, weekdayOf } from '../../../values/civil-date.ts';
import type { CivilDate, Week } from '../../../values/civil-date.ts';
import type { LedgerStanding, MinutesOfSession } from '../words.ts';

/** One session of the person as a rule sees it. A make-up is a service like any other, on the day on which it is attended (W8). */
export type Service = {
  /** The local date on which it starts (W3). */
  readonly date: CivilDate; readonly type: string; readonly standing: LedgerStanding;
  /** Whether the participant was there, or is to be. */
  readonly participantPresent: boolean;
  readonly minutes: MinutesOfSession;
  /** What a session that is not over can still give in all. */
  readonly reachable: MinutesOfSession;
};

export type WeekFacts = {
  readonly week: Week; readonly today: CivilDate;
  /** The level of care in force on each of the seven days; null before admission and after discharge. */
  readonly levels: readonly (string | null)[];
  readonly services: readonly Service[];
  /** The last day before the week with a session that was attended, and with one that stood in the timetable. */
  readonly before: { readonly attended: CivilDate | null; readonly scheduled: CivilDate | null };
  readonly holidays: readonly CivilDate[];
  /** Weeks in a row at the level, this one included. */
  readonly weekNo: number;
};

/**
 * met: by what is done, whatever happens to the rest. open: what is booked will meet it. not-met: not even with what is booked.
 * pro-rata: shown for the days of the level and never an alarm (W5). not-applicable: the level is not in force on any day, or there is nothing to judge.
 */
export type TestState = 'met' | 'open' | 'not-met' | 'pro-rata' | 'not-applicable';
export type TestPart = {
  readonly kind: 'minutes' | 'ceiling' | 'days' | 'day-minutes' | 'services' | 'gap' | 'weeks';
  readonly now: number; readonly forecast: number; readonly wanted: number; readonly state: 'met' | 'open' | 'not-met';
};
export type TestVerdict = { readonly state: TestState; readonly daysInForce: number; readonly parts: readonly TestPart[] };

type Sum = { now: number; forecast: number };
const NONE: Sum = { now: 0, forecast: 0 };
const DAYS = 7;

export function datesOf(week: Week): CivilDate[] {
  return Array.from({ length: DAYS }, (_, index) => addDays(week.starts, index));
}

/**
 * Planned: what enrollments and the timetable give, canceled sessions too. Scheduled: planned minutes of sessions that stand.
 * Attended and clinical: presence so far, and for what is not over all that can still be had (W7).
 */
function minutesOf({ standing, minutes, reachable }: Service, basis: HoursRule['basis']): Sum {
  const both = (value: number): Sum => ({ now: value, forecast: value });
  if (basis === 'planned') return both(minutes.scheduled);
  if (basis === 'scheduled') return standing === 'canceled' ? NONE : both(minutes.scheduled);
  if (standing === 'canceled' || standing === 'missed') return NONE;
  if (standing === 'booked') return { now: 0, forecast: reachable[basis] };
  if (standing === 'running') return { now: minutes[basis], forecast: Math.max(minutes[basis], reachable[basis]) };
  return both(minutes[basis]);
}

type Counted = { readonly date: CivilDate } & Readonly<Sum>;

function countedIn(rule: HoursRule, services: readonly Service[], dates: ReadonlySet<string>): Counted[] {
  return services
    .filter((service) => dates.has(service.date) && rule.sessionTypes.includes(service.type) && (service.participantPresent || !rule.participantPresent))
    .map((service) => ({ date: service.date, ...minutesOf(service, rule.basis) }));
}

function total(counted: readonly Counted[]): Sum {
  return counted.reduce((sum, one) => ({ now: sum.now + one.now, forecast: sum.forecast + one.forecast }), NONE);
}

function stateAtLeast({ now, forecast }: Sum, wanted: number): TestPart['state'] {
  if (now >= wanted) return 'met';
  return forecast >= wanted ? 'open' : 'not-met';
}

function perDay(counted: readonly Counted[]): Sum[] {
  return [...new Set(counted.map((one) => one.date))].map((date) => total(counted.filter((one) => one.date === date)));
}

/** Days that reach the least of a day. Without a number of days a week, every day with a session is asked (a rule that pays by the day). */
function daysPart(rule: HoursRule, counted: readonly Counted[], wantedDays: number | null): TestPart[] {
  if (rule.floorMinutesDay === null && wantedDays === null) return [];
  const days = perDay(counted);
  const least = rule.floorMinutesDay ?? 1;
  const sum: Sum = { now: days.filter((day) => day.now >= least).length, forecast: days.filter((day) => day.forecast >= least).length };
  const wanted = wantedDays ?? days.filter((day) => day.forecast > 0).length;
  if (wantedDays === null && wanted === 0) return [];
  return [{ kind: wantedDays === null ? 'day-minutes' : 'days', ...sum, wanted, state: stateAtLeast(sum, wanted) }];
}

/** Days without a service that lie between two days, holidays aside (Wyoming chapter 4, section 12, the one source of such a rule here). */
function daysWithout(from: CivilDate, to: CivilDate, holidays: readonly CivilDate[]): number {
  const between = daysBetween(from, to) - 1;
  return Math.max(0, between - holidays.filter((date) => date > from && date < to).length);
}

function longestGap(days: readonly CivilDate[], previous: CivilDate | null, until: CivilDate, holidays: readonly CivilDate[]): number {
  const points = [...(previous === null ? [] : [previous]), ...[...new Set(days)].sort()];
  const gaps = points.map((from, index) => daysWithout(from, points[index + 1] ?? until, holidays));
  return Math.max(0, ...gaps);
}

/** Days until the week's end have passed without a service whatever comes after, so they count already. */
function gapPart(rule: HoursRule, counted: readonly Counted[], facts: WeekFacts): TestPart[] {
  if (rule.longestGapDays === null) return [];
  const isFixed = rule.basis === 'planned' || rule.basis === 'scheduled';
  const previous = isFixed ? facts.before.scheduled : facts.before.attended;
  const end = addDays(facts.week.ends, 1);
  const done = counted.filter((one) => one.now > 0).map((one) => one.date);
  const booked = counted.filter((one) => one.forecast > 0).map((one) => one.date);
  const limit = rule.longestGapDays;
  const now = longestGap(done, previous, isFixed || facts.today > end ? end : facts.today, facts.holidays);
  const forecast = longestGap(booked, previous, end, facts.holidays);
  const ifNothingMore = longestGap(done, previous, end, facts.holidays);
  return [{ kind: 'gap', now, forecast, wanted: limit, state: now > limit || forecast > limit ? 'not-met' : ifNothingMore > limit ? 'open' : 'met' }];
}

function partsOf(rule: HoursRule, counted: readonly Counted[], facts: WeekFacts, share: (figure: number) => number): TestPart[] {
  const sum = total(counted);
  const services: Sum = { now: counted.filter((one) => one.now > 0).length, forecast: counted.filter((one) => one.forecast > 0).length };
  const parts: TestPart[] = [];
  if (rule.floorMinutesWeek !== null) {
    const wanted = share(rule.floorMinutesWeek);
    parts.push({ kind: 'minutes', ...sum, wanted, state: stateAtLeast(sum, wanted) });
  }
  if (rule.ceilingMinutesWeek !== null) parts.push({ kind: 'ceiling', ...sum, wanted: rule.ceilingMinutesWeek, state: sum.forecast > rule.ceilingMinutesWeek ? 'not-met' : 'met' });
  parts.push(...daysPart(rule, counted, rule.daysWeek === null ? null : share(rule.daysWeek)));
  if (rule.servicesWeek !== null) {
    const wanted = share(rule.servicesWeek);
    parts.push({ kind: 'services', ...services, wanted, state: stateAtLeast(services, wanted) });
  }
  parts.push(...gapPart(rule, counted, facts));
  if (rule.weeksMax !== null) parts.push({ kind: 'weeks', now: facts.weekNo, forecast: facts.weekNo, wanted: rule.weeksMax, state: facts.weekNo > rule.weeksMax ? 'not-met' : 'met' });
  return parts;
}

/** A holiday lowers what can be planned, not the floor (W5): it is left out of gaps only. */
export function decideTest(rule: HoursRule, facts: WeekFacts): TestVerdict {
  const dates = datesOf(facts.week).filter((date, index) => facts.levels[index] === rule.level && rule.validFrom <= date && (rule.validTo === null || rule.validTo >= date));
  const daysInForce = dates.length;
  if (daysInForce === 0) return { state: 'not-applicable', daysInForce, parts: [] };
  const counted = countedIn(rule, facts.services, new Set(dates));
  const parts = partsOf(rule, counted, facts, (figure) => Math.floor((figure * daysInForce) / DAYS));
  if (parts.length === 0) return { state: 'not-applicable', daysInForce, parts };
  if (daysInForce < DAYS) return { state: 'pro-rata', daysInForce, parts };
  const state = parts.some((part) => part.state === 'not-met') ? 'not-met' : parts.some((part) => part.state === 'open') ? 'open' : 'met';
  return { state, daysInForce, parts };
}

/**
 * The floor of a week whose days may stand under different rules: each day brings a seventh of its own (W5), rounded down once.
 * @param rules the floor in force on each of the seven days, null where there is none
 */
export function floorOfWeek(rules: readonly (Pick<HoursRule, 'floorMinutesWeek'> & { readonly id: string } | null)[]): { minutes: number; isProRata: boolean; days: number } | null {
  const ids = new Set(rules.map((rule) => rule?.id ?? null));
  const days = rules.filter((rule) => rule !== null && rule.floorMinutesWeek !== null).length;
  if (days === 0) return null;
  const minutes = Math.floor(rules.reduce((sum, rule) => sum + (rule?.floorMinutesWeek ?? 0), 0) / DAYS);
  return { minutes, isProRata: ids.size > 1, days };
}

/** Weeks in a row at the level of a day, counted from the week in which that stretch began. Segments that touch at one level are one stretch. */
export function weeksAtLevel(segments: readonly { level: string; startsOn: CivilDate; endedOn: CivilDate | null }[], day: CivilDate, week: Week): number {
  const ordered = [...segments].sort((a, b) => (a.startsOn < b.startsOn ? 1 : -1));
  const current = ordered.find((one) => one.startsOn <= day && (one.endedOn === null || one.endedOn >= day));
  if (current === undefined) return 1;
  let began = current.startsOn;
  for (const one of ordered) if (one.level === current.level && one.endedOn !== null && addDays(one.endedOn, 1) === began) began = one.startsOn;
  const first = weekOf(began, weekdayOf(week.starts));
  return Math.max(1, Math.floor(daysBetween(first.starts, week.starts) / DAYS) + 1);
}
