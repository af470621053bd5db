/** The rules that the weeks of people are read by: floor and tests in force on their days, the level of each day, holidays, and the services before. */
import { sql } from 'kysely';
import type { OutputOf } from '../../platform/contract.ts';
import type { Tx } from '../../platform/database.ts';
import { datesOf, decideTest, floorOfWeek, weeksAtLevel } from '../../modules/attendance/index.ts';
import type { Service } from '../../modules/attendance/index.ts';
import { COUNTED_TYPES, RULE_COLUMNS, ruleOn } from '../../modules/program/index.ts';
import type { StoredRule } from '../../modules/program/index.ts';
import type { SessionId } from '../../modules/sessions/words.ts';
import { addDays, startOfDay, weekOf } from '../../values/civil-date.ts';
import type { CivilDate, Week } from '../../values/civil-date.ts';
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

/** Segments of episodes in order; each ends with its episode at the latest. */
async function listSegments(tx: Tx, orgId: string, episodeIds: readonly string[]): Promise<(Segment & { episodeId: string })[]> {
  const { rows } = await sql<Segment & { episodeId: string }>`
    select l.episode_id as "episodeId", l.level, l.starts_on as "startsOn", least(l.ended_on, e.ended_on) as "endedOn"
      from level_segments l join episodes e on e.org_id = l.org_id and e.id = l.episode_id
     where l.org_id = ${orgId} and l.episode_id = any(${episodeIds}::uuid[]) and l.withdrawn_at is null and (e.ended_on is null or l.starts_on <= e.ended_on)
     order by l.starts_on
  `.execute(tx);
  return rows;
}

/** In force and switched on for these populations on any day from `from` to `to`, floors and tests, the latest that began first. */
async function listRules(tx: Tx, orgId: string, asked: { populations: readonly string[]; from: string; to: string }): Promise<StoredRule[]> {
  const { rows } = await sql<StoredRule>`
    select id, ${RULE_COLUMNS}
      from hours_rules
     where org_id = ${orgId} and population = any(${asked.populations}::text[]) and valid_from <= ${asked.to} and (valid_to is null or valid_to >= ${asked.from}) and is_on and ended_at is null
     order by valid_from desc, said_by, name, id
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

type OfEpisode = { readonly episodeId: string; readonly population: string };

/** The ground of each episode of a site; three statements, whatever the number of people and rules. */
export async function loadGrounds(tx: Tx, orgId: string, siteId: string, episodes: readonly OfEpisode[], day: CivilDate): Promise<Map<string, Ground>> {
  const all = await listSegments(tx, orgId, episodes.map((one) => one.episodeId));
  const every = await listRules(tx, orgId, { populations: [...new Set(episodes.map((one) => one.population))], from: addDays(day, -6), to: addDays(day, 6) });
  const weeks = [weekOf(day, 1), ...every.map((rule) => weekOf(day, rule.weekStartsOn))];
  const starts = weeks.map((one) => one.starts).sort()[0] ?? day;
  const ends = weeks.map((one) => one.ends).sort().at(-1) ?? day;
  const holidays = await listHolidays(tx, orgId, siteId, addDays(starts, -LOOK_BACK_DAYS), ends);
  const segmentsOf = Map.groupBy(all, (segment) => segment.episodeId);
  return new Map(episodes.map(({ episodeId, population }) => {
    const rules = every.filter((rule) => rule.population === population);
    return [episodeId, groundOf({ segments: segmentsOf.get(episodeId) ?? [], rules, population, day, range: { starts, ends }, holidays })];
  }));
}

type GroundFacts = Pick<Ground, 'segments' | 'rules' | 'range' | 'holidays'> & { population: string; day: CivilDate };

function groundOf({ segments, rules, population, day, range, holidays }: GroundFacts): Ground {
  const floors = rules.filter((rule) => rule.purpose === 'floor');
  const levelOn = (date: CivilDate): string | null => segments.find((one) => one.startsOn <= date && (one.endedOn === null || one.endedOn >= date))?.level ?? null;
  const floorOn = (date: CivilDate): StoredRule | null => {
    const level = levelOn(date);
    return level === null ? null : ruleOn(floors, level, population, date);
  };
  return { week: weekOf(day, floorOn(day)?.weekStartsOn ?? 1), range, rules, segments, holidays, levelOn, floorOn };
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

/** A session as a rule sees it, with its id, so that the figure can open it. */
export type ServiceRow = Service & { readonly sessionId: SessionId };
type Facts = { services: readonly ServiceRow[]; before: Before; today: CivilDate; day: CivilDate };
const GIVES_NOTHING = new Set(['booked', 'missed', 'canceled']);

/** The newest service before a rule's own week: of those that were loaded, else of those before. */
function beforeWeek(week: Week, { services, before }: Facts): Before {
  const newest = (list: readonly Service[], older: CivilDate | null): CivilDate | null => list.filter((one) => one.date < week.starts).map((one) => one.date).sort().at(-1) ?? older;
  return {
    attended: newest(services.filter((one) => !GIVES_NOTHING.has(one.standing)), before.attended),
    scheduled: newest(services.filter((one) => one.standing !== 'canceled'), before.scheduled),
  };
}

/** The sessions that a rule counts in its week: its types, on days on which its level and the rule itself are in force. */
function countedBy(rule: StoredRule, week: Week, ground: Ground, services: readonly ServiceRow[]): SessionId[] {
  return services
    .filter(({ date, type }) => rule.sessionTypes.includes(type) && date >= week.starts && date <= week.ends && ground.levelOn(date) === rule.level
      && rule.validFrom <= date && (rule.validTo === null || rule.validTo >= date))
    .map((service) => service.sessionId);
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
    const rows = countedBy(rule, week, ground, facts.services);
    return [{ ruleId: id, name, saidBy, purpose, basis, source, validFrom: validFrom as CivilDate, isVerified, floorMinutesDay, state, daysInForce, parts: [...parts], rows }];
  });
}
