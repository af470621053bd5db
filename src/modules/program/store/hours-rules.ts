/** All SQL of hours rules. */
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database.ts';
import type { HoursRule } from '../words.ts';

/** `by` null: written when the organization was furnished. */
export async function insertHoursRules(tx: Tx, orgId: string, rules: readonly (HoursRule & { id: string })[], at: Date, by: string | null = null): Promise<void> {
  await sql`
    insert into hours_rules (org_id, id, name, level, population, unit, basis, session_types, participant_present, purpose, said_by, is_on, floor_minutes_week, floor_minutes_day,
                             days_week, services_week, longest_gap_days, weeks_max, ceiling_minutes_week, week_starts_on, valid_from, valid_to, source, is_verified, recorded_at, recorded_by)
    select ${orgId}, r."id", r."name", r."level", r."population", r."unit", r."basis", r."sessionTypes", r."participantPresent", r."purpose", r."saidBy", r."isOn", r."floorMinutesWeek", r."floorMinutesDay",
           r."daysWeek", r."servicesWeek", r."longestGapDays", r."weeksMax", r."ceilingMinutesWeek", r."weekStartsOn", r."validFrom", r."validTo", r."source", r."isVerified", ${at}, ${by}
      from jsonb_to_recordset(${JSON.stringify(rules)}::jsonb) as r (
        "id" uuid, "name" text, "level" text, "population" text, "unit" text, "basis" text, "sessionTypes" text[], "participantPresent" boolean, "purpose" text, "saidBy" text, "isOn" boolean,
        "floorMinutesWeek" integer, "floorMinutesDay" integer, "daysWeek" smallint, "servicesWeek" smallint, "longestGapDays" smallint, "weeksMax" smallint, "ceilingMinutesWeek" integer,
        "weekStartsOn" smallint, "validFrom" date, "validTo" date, "source" text, "isVerified" boolean)
  `.execute(tx);
}

/** Columns of a rule as HoursRule names them, for whoever selects from hours_rules. */
export const RULE_COLUMNS = sql`
  name, level, population, unit, basis, session_types as "sessionTypes", participant_present as "participantPresent", purpose, said_by as "saidBy", is_on as "isOn",
  floor_minutes_week as "floorMinutesWeek", floor_minutes_day as "floorMinutesDay", days_week as "daysWeek", services_week as "servicesWeek", longest_gap_days as "longestGapDays",
  weeks_max as "weeksMax", ceiling_minutes_week as "ceilingMinutesWeek", week_starts_on as "weekStartsOn", valid_from as "validFrom", valid_to as "validTo", source, is_verified as "isVerified"`;

/** Floors of a level and population that had begun by a day and not ended before it, newest first. */
export async function listHoursRules(tx: Tx, orgId: string, level: string, population: string, date: string): Promise<HoursRule[]> {
  const { rows } = await sql<HoursRule>`
    select ${RULE_COLUMNS}
      from hours_rules
     where org_id = ${orgId} and level = ${level} and population = ${population} and valid_from <= ${date} and (valid_to is null or valid_to >= ${date})
       and purpose = 'floor' and is_on and ended_at is null
     order by valid_from desc
  `.execute(tx);
  return rows;
}

export type StoredRule = HoursRule & { readonly id: string };

/** What is in force and switched on for a population on any day from `from` to `to`, floors and tests, the latest that began first. */
export async function listRulesIn(tx: Tx, orgId: string, asked: { population: string; from: string; to: string }): Promise<StoredRule[]> {
  const { rows } = await sql<StoredRule>`
    select id, ${RULE_COLUMNS}
      from hours_rules
     where org_id = ${orgId} and population = ${asked.population} and valid_from <= ${asked.to} and (valid_to is null or valid_to >= ${asked.from}) and is_on and ended_at is null
     order by valid_from desc, said_by, name, id
  `.execute(tx);
  return rows;
}

/** Acts on rules of one organization go one after another: that two floors never overlap is decided by looking at all of them. */
export async function lockHoursRules(tx: Tx, orgId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`hours_rules ${orgId}`}, 0))`.execute(tx);
}

export type LockedRule = StoredRule & { readonly recordedAt: Date; readonly isTakenOut: boolean };

export async function lockHoursRule(tx: Tx, orgId: string, ruleId: string): Promise<LockedRule | null> {
  const { rows } = await sql<LockedRule>`
    select id, recorded_at as "recordedAt", ended_at is not null as "isTakenOut", ${RULE_COLUMNS} from hours_rules where org_id = ${orgId} and id = ${ruleId} for no key update
  `.execute(tx);
  return rows[0] ?? null;
}

/** Every floor that was not taken out, past ones too. */
export async function listFloors(tx: Tx, orgId: string): Promise<StoredRule[]> {
  const { rows } = await sql<StoredRule>`select id, ${RULE_COLUMNS} from hours_rules where org_id = ${orgId} and purpose = 'floor' and ended_at is null`.execute(tx);
  return rows;
}

export type RuleStand = { validTo: string | null; isOn: boolean; isTakenOut: boolean };

/** All that can change about a rule: its last day, whether it is on, whether it was taken out. */
export async function updateRuleStand(tx: Tx, orgId: string, ruleId: string, stand: RuleStand, at: Date, by: string): Promise<void> {
  await sql`
    update hours_rules
       set valid_to = ${stand.validTo}, is_on = ${stand.isOn},
           ended_at = case when ${stand.isTakenOut} then coalesce(ended_at, ${at}) end, ended_by = case when ${stand.isTakenOut} then coalesce(ended_by, ${by}) end
     where org_id = ${orgId} and id = ${ruleId}
  `.execute(tx);
}

/** Switches tests on that a furnished organization applies from its first day. */
export async function switchOnTests(tx: Tx, orgId: string, tests: readonly { name: string; saidBy: string }[]): Promise<void> {
  await sql`
    update hours_rules set is_on = true
     where org_id = ${orgId} and purpose = 'test'
       and (name, said_by) in (select t.name, t.said_by from unnest(${tests.map((one) => one.name)}::text[], ${tests.map((one) => one.saidBy)}::text[]) as t (name, said_by))
  `.execute(tx);
}
