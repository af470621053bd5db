/** Hours rules with their history, and paths with the people on each version. */
import { sql } from 'kysely';
import { versionsOf } from '../../platform/changes.ts';
import type { OutputOf } from '../../platform/contract.ts';
import type { Tx } from '../../platform/database.ts';
import type { Answer } from '../../platform/http.ts';
import { RULE_COLUMNS } from '../../modules/program/index.ts';
import type { StoredRule } from '../../modules/program/index.ts';
import { dateIn } from '../../values/civil-date.ts';
import type { CivilDate } from '../../values/civil-date.ts';
import type { readHoursRules as rulesContract, readPaths as pathsContract } from './hours-settings.contract.ts';

type Rules = OutputOf<typeof rulesContract>;
type Paths = OutputOf<typeof pathsContract>;

/** Today where the asker works; settings have no site of their own. */
async function todayOf(tx: Tx, orgId: string, siteIds: readonly string[], now: Date): Promise<CivilDate> {
  const { rows } = await sql<{ timeZone: string }>`
    select time_zone as "timeZone" from sites where org_id = ${orgId} order by (id = any(${siteIds}::uuid[])) desc, name limit 1
  `.execute(tx);
  return dateIn(rows[0]?.timeZone ?? 'UTC', now);
}

type RuleRow = StoredRule & { recordedAt: Date };

function standingOf(rule: StoredRule, today: string): Rules['rules'][number]['standing'] {
  if (rule.validFrom > today) return 'coming';
  return rule.validTo !== null && rule.validTo < today ? 'past' : 'in-force';
}

export const readHoursRules: Answer<typeof rulesContract> = async ({ tx, actor, now }) => {
  const { orgId } = actor;
  const today = await todayOf(tx, orgId, actor.placeIds, now);
  const { rows } = await sql<RuleRow>`
    select id, recorded_at as "recordedAt", ${RULE_COLUMNS}
      from hours_rules where org_id = ${orgId} and ended_at is null
     order by purpose, is_on desc, level, population desc, said_by, name, valid_from desc, id
  `.execute(tx);
  const versions = await versionsOf(tx, orgId, rows.map((row) => row.id));
  const rules = rows.map((row) => ({ ...row, version: versions.get(row.id) ?? 0, standing: standingOf(row, today), recordedAt: row.recordedAt.toISOString() }));
  return { value: { today, rules: rules as Rules['rules'] } };
};

type PathRow = Omit<Paths['paths'][number], 'savedAt'> & { savedAt: Date };

export const readPaths: Answer<typeof pathsContract> = async ({ tx, actor, now }) => {
  const { orgId } = actor;
  const today = await todayOf(tx, orgId, actor.placeIds, now);
  const { rows: paths } = await sql<PathRow>`
    select v.path_id as "pathId", v.id as "pathVersionId", v.version, v.program_id as "programId", p.name as "programName", p.population, v.name, v.weeks, v.phases,
           v.ended_at is not null as "isEnded", v.recorded_at as "savedAt", f.given_name || ' ' || f.family_name as "savedByName",
           coalesce((
             select json_agg(json_build_object('version', o.version, 'people', o.people) order by o.version desc)
               from (select w.version, count(distinct s.episode_id)::integer as people
                       from path_versions w
                       join phase_segments s on s.org_id = w.org_id and s.path_version_id = w.id and s.withdrawn_at is null
                            and s.starts_on <= ${today} and (s.ended_on is null or s.ended_on >= ${today})
                      where w.org_id = v.org_id and w.path_id = v.path_id
                      group by w.version) o), '[]') as people
      from (select distinct on (path_id) * from path_versions where org_id = ${orgId} order by path_id, version desc) v
      join programs p on p.org_id = v.org_id and p.id = v.program_id and p.ended_at is null
      left join staff f on f.org_id = v.org_id and f.id = v.recorded_by
     where v.org_id = ${orgId}
     order by v.ended_at is not null, p.name, v.weeks, v.name, v.path_id
  `.execute(tx);
  const { rows: programs } = await sql<Paths['programs'][number]>`
    select id, name, population, level from programs where org_id = ${orgId} and ended_at is null order by name, id
  `.execute(tx);
  const { rows: rules } = await sql<Paths['rules'][number]>`
    select id, ${RULE_COLUMNS} from hours_rules
     where org_id = ${orgId} and is_on and ended_at is null and valid_from <= ${today} and (valid_to is null or valid_to >= ${today})
     order by purpose, said_by, name, valid_from desc, id
  `.execute(tx);
  return { value: { today, paths: paths.map((path) => ({ ...path, savedAt: path.savedAt.toISOString() })), programs, rules } };
};
