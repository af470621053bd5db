/** The rules that a week is read by: floor and tests in force on its days, the level of each day, holidays, and the services before it. */
import { sql } from 'kysely';
import type { OutputOf } from '../platform/contract.ts';
import type { Tx } from '../platform/database.ts';
import { datesOf, decideTest, floorOfWeek, weeksAtLevel } from '../modules/attendance/index.ts';
import type { Service } from '../modules/attendance/index.ts';
import type { Placement } from '../modules/placements/index.ts';
import { COUNTED_TYPES, listRulesIn, ruleOn } from '../modules/program/index.ts';
import type { StoredRule } from '../modules/program/index.ts';
import { addDays, startOfDay, weekOf } from '../values/civil-date.ts';
import type { CivilDate, Week } from '../values/civil-date.ts';
import type { readHoursLedger as contract } from './hours-ledger.contract.ts';

type Ledger = OutputOf<typeof contract>;
type Segment = { level: string; startsOn: CivilDate; endedOn: CivilDate | null };
type Holiday = { date: CivilDate; name: string };

export type Ground = {
  readonly week: Week;
  /** Every day of every rule's own week around the day that was asked for. */
  readonly range: Week;
  readonly rules: readonly StoredRule[]; readonly segments: readonly Segment[]; readonly holidays: readonly Holiday[];
  levelOn(date: CivilDate): string | null;
  floorOn(date: CivilDate): StoredRule | null;
};

/** A segment ends with its episode at the latest. */
async function listSegments(tx: Tx, orgId: string, episodeId: string): Promise<Segment[]> {
  const { rows } = await sql<Segment>`
    select l.level, l.starts_on as "startsOn", least(l.ended_on, e.ended_on) as "endedOn"
      from level_segments l join episodes e on e.org_id = l.org_id and e.id = l.episode_id
     where l.org_id = ${orgId} and l.episode_id = ${episodeId} and l.withdrawn_at is null and (e.ended_on is null or l.starts_on <= e.ended_on)
     order by l.starts_on
  `.execute(tx);
  return rows;
}

/* As far back as a gap of the longest that a rule may name, 60 days, needs to be seen. */
const LOOK_BACK_DAYS = 67;

async function listHolidays(tx: Tx, orgId: string, siteId: string, from: CivilDate, to: CivilDate): Promise<Holiday[]> {
  const { rows } = await sql<Holiday>`
    select date, min(name) as name from holidays
     where org_id = ${orgId} and (site_id is null or site_id = ${siteId}) and date between ${from} and ${to} and ended_at is null
     group by date order by date
  `.execute(tx);
  return rows;
}

/** Three statements, whatever the number of rules. */
export async function loadRules(tx: Tx, orgId: string, placement: Placement, day: CivilDate): Promise<Ground> {
  const segments = await listSegments(tx, orgId, placement.episodeId);
  const rules = await listRulesIn(tx, orgId, { population: placement.population, from: addDays(day, -6), to: addDays(day, 6) });
  const floors = rules.filter((rule) => rule.purpose === 'floor');
  const levelOn = (date: CivilDate): string | null => segments.find((one) => one.startsOn <= date && (one.endedOn === null || one.endedOn >= date))?.level ?? null;
  const floorOn = (date: CivilDate): StoredRule | null => {
    const level = levelOn(date);
    return level === null ? null : ruleOn(floors, level, placement.population, date);
  };
  const week = weekOf(day, floorOn(day)?.weekStartsOn ?? 1);
  const weeks = [week, ...rules.map((rule) => weekOf(day, rule.weekStartsOn))];
  const starts = weeks.map((one) => one.starts).sort()[0] ?? week.starts;
  const ends = weeks.map((one) => one.ends).sort().at(-1) ?? week.ends;
  const holidays = await listHolidays(tx, orgId, placement.siteId, addDays(starts, -LOOK_BACK_DAYS), ends);
  return { week, range: { starts, ends }, rules, segments, holidays, levelOn, floorOn };
}

/** The floor of the days of the week, by the rule of the day that was asked for or else of the first day that has one. */
export function floorOf({ week, floorOn }: Ground, day: CivilDate): Ledger['floor'] {
  const rules = datesOf(week).map(floorOn);
  const floor = floorOfWeek(rules);
  const rule = floorOn(day) ?? rules.find((one) => one !== null);
  if (floor === null || rule === undefined) return null;
  return { ...floor, ruleName: rule.name, source: rule.source, validFrom: rule.validFrom as CivilDate };
}

type Before = { attended: CivilDate | null; scheduled: CivilDate | null };

/** The last day before the range with a session of the person; asked only where a rule looks at gaps. */
export async function loadServicesBefore(tx: Tx, orgId: string, { participantId, zone, ground }: { participantId: string; zone: string; ground: Ground }): Promise<Before> {
  if (ground.rules.every((rule) => rule.longestGapDays === null)) return { attended: null, scheduled: null };
  const until = startOfDay(zone, ground.range.starts);
  const from = startOfDay(zone, addDays(ground.range.starts, -LOOK_BACK_DAYS));
  const { rows } = await sql<Before>`
    select max(x.date) filter (where x.came) as attended, max(x.date) as scheduled
      from (select (p.planned_start_at at time zone ${zone}::text)::date as date,
                   exists (select 1 from stays y where y.org_id = p.org_id and y.attendance_id = p.attendance_id and y.withdrawn_at is null) as came
              from session_people p
             where p.org_id = ${orgId} and p.participant_id = ${participantId} and p.planned_start_at >= ${from} and p.planned_start_at < ${until}
               and p.canceled_at is null and p.session_type = any(${[...COUNTED_TYPES]}::text[])) x
  `.execute(tx);
  return rows[0] ?? { attended: null, scheduled: null };
}

type Facts = { services: readonly Service[]; before: Before; today: CivilDate; day: CivilDate };
const GIVES_NOTHING = new Set(['booked', 'missed', 'canceled']);

/** The newest service before a rule's own week: of those that were loaded, else of those before. */
function beforeWeek(week: Week, { services, before }: Facts): Before {
  const newest = (list: readonly Service[], older: CivilDate | null): CivilDate | null => list.filter((one) => one.date < week.starts).map((one) => one.date).sort().at(-1) ?? older;
  return {
    attended: newest(services.filter((one) => !GIVES_NOTHING.has(one.standing)), before.attended),
    scheduled: newest(services.filter((one) => one.standing !== 'canceled'), before.scheduled),
  };
}

/** Every rule that says something of this week, floors first; each in its own week around the day that was asked for. */
export function testsOf(ground: Ground, facts: Facts): Ledger['tests'] {
  const inOrder = [...ground.rules].sort((a, b) => Number(a.purpose === 'test') - Number(b.purpose === 'test'));
  return inOrder.flatMap((rule) => {
    const week = weekOf(facts.day, rule.weekStartsOn);
    const { state, daysInForce, parts } = decideTest(rule, {
      week, today: facts.today, levels: datesOf(week).map(ground.levelOn), services: facts.services, before: beforeWeek(week, facts),
      holidays: ground.holidays.map((one) => one.date), weekNo: weeksAtLevel(ground.segments, facts.day, week),
    });
    if (state === 'not-applicable') return [];
    const { id, name, saidBy, purpose, basis, source, validFrom, isVerified, floorMinutesDay } = rule;
    return [{ ruleId: id, name, saidBy, purpose, basis, source, validFrom: validFrom as CivilDate, isVerified, floorMinutesDay, state, daysInForce, parts: [...parts] }];
  });
}
