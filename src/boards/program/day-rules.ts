/** Figures of the day with their history: two statements. */
import { sql } from 'kysely';
import type { OutputOf } from '../../platform/contract.ts';
import type { Answer } from '../../platform/http.ts';
import { DAY_RULE_BOUNDS, newestFirst, standingsOf } from '../../modules/program/index.ts';
import { DAY_RULES } from '../../modules/program/words.ts';
import type { DayRule } from '../../modules/program/words.ts';
import { dateIn } from '../../values/civil-date.ts';
import type { readDayRules as contract } from './day-rules.contract.ts';

type Board = OutputOf<typeof contract>;
type Figure = Board['rules'][number]['figures'][number];
type Row = Omit<Figure, 'standing' | 'recordedAt'> & { rule: DayRule; recordedAt: Date };

export const readDayRules: Answer<typeof contract> = async ({ tx, actor, now }) => {
  const { orgId } = actor;
  const { rows: sites } = await sql<Board['sites'][number]>`
    select id, name, time_zone as "timeZone" from sites where org_id = ${orgId} and ended_at is null order by (id = any(${actor.placeIds}::uuid[])) desc, name
  `.execute(tx);
  const { rows } = await sql<Row>`
    select d.id, d.site_id as "siteId", s.name as "siteName", d.rule, d.value, d.valid_from as "validFrom", d.source, d.is_verified as "isVerified", d.recorded_at as "recordedAt",
           f.given_name || ' ' || f.family_name as "recordedByName"
      from day_rules d
      left join sites s on s.org_id = d.org_id and s.id = d.site_id
      left join staff f on f.org_id = d.org_id and f.id = d.recorded_by
     where d.org_id = ${orgId}
  `.execute(tx);
  const today = dateIn(sites[0]?.timeZone ?? 'UTC', now);
  const standings = standingsOf(rows, today);
  const rules = DAY_RULES.map((rule) => ({
    rule, ...DAY_RULE_BOUNDS[rule],
    figures: rows.filter((row) => row.rule === rule).sort(newestFirst).map(({ rule: _, recordedAt, ...row }) => ({ ...row, standing: standings.get(row.id) ?? 'past', recordedAt: recordedAt.toISOString() })),
  }));
  return { value: { today, sites, rules } };
};
