/** All SQL of the figures by which a day is run. */
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database.ts';
import { FALLBACK } from '../rules/first-day-rules.ts';
import type { DayRuleRow } from '../rules/first-day-rules.ts';
import type { DayRule } from '../words.ts';

/** Where a site is not there to ask (W9). */
const GRACE = 20;

/** The grace time stands with the site itself, the others as dated rows. */
export type DayFigures = Readonly<Record<DayRule | 'grace-minutes', number>>;

/** The figures in force at a site on a local day: the newest row of the site, else of the organization; one statement. */
export async function loadDayFigures(tx: Tx, orgId: string, siteId: string, day: string): Promise<DayFigures> {
  const { rows } = await sql<{ rule: keyof DayFigures; value: number }>`
    (select distinct on (rule) rule, value from day_rules
      where org_id = ${orgId} and (site_id is null or site_id = ${siteId}) and valid_from <= ${day}
      order by rule, site_id nulls last, valid_from desc, recorded_at desc, id desc)
    union all select 'grace-minutes', grace_minutes from sites where org_id = ${orgId} and id = ${siteId}
  `.execute(tx);
  return { 'grace-minutes': GRACE, ...FALLBACK, ...Object.fromEntries(rows.map((row) => [row.rule, row.value])) };
}

export async function insertDayRules(tx: Tx, orgId: string, rows: readonly (DayRuleRow & { id: string; siteId: string | null })[], at: Date, by: string | null): Promise<void> {
  const column = (key: keyof (typeof rows)[number]) => rows.map((row) => row[key]);
  await sql`
    insert into day_rules (org_id, id, site_id, rule, value, valid_from, source, is_verified, recorded_at, recorded_by)
    select ${orgId}, t.id, t.site_id, t.rule, t.value, t.valid_from, t.source, t.is_verified, ${at}, ${by}
      from unnest(${column('id')}::uuid[], ${column('siteId')}::uuid[], ${column('rule')}::text[], ${column('value')}::integer[], ${column('validFrom')}::date[], ${column('source')}::text[],
                  ${column('isVerified')}::boolean[]) as t (id, site_id, rule, value, valid_from, source, is_verified)
  `.execute(tx);
}
