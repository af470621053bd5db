/** All SQL of hours rules. */
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database.ts';
import type { HoursRule } from '../words.ts';

export async function insertHoursRules(tx: Tx, orgId: string, rules: readonly (HoursRule & { id: string })[], at: Date): Promise<void> {
  for (const rule of rules) {
    await sql`
      insert into hours_rules (org_id, id, name, level, population, unit, basis, session_types, participant_present, purpose, said_by, is_on, floor_minutes_week, floor_minutes_day,
                               days_week, services_week, longest_gap_days, weeks_max, ceiling_minutes_week, week_starts_on, valid_from, valid_to, source, is_verified, recorded_at)
      values (${orgId}, ${rule.id}, ${rule.name}, ${rule.level}, ${rule.population}, ${rule.unit}, ${rule.basis}, ${rule.sessionTypes}::text[], ${rule.participantPresent},
              ${rule.purpose}, ${rule.saidBy}, ${rule.isOn}, ${rule.floorMinutesWeek}, ${rule.floorMinutesDay}, ${rule.daysWeek}, ${rule.servicesWeek}, ${rule.longestGapDays}, ${rule.weeksMax},
              ${rule.ceilingMinutesWeek}, ${rule.weekStartsOn}, ${rule.validFrom}, ${rule.validTo}, ${rule.source}, ${rule.isVerified}, ${at})
    `.execute(tx);
  }
}

const RULE_COLUMNS = sql`
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
