/** All SQL of path templates: every save is a row, the newest one is the path. */
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database.ts';
import type { PathPhase } from '../words.ts';

export type PathVersion = { id: string; pathId: string; version: number; programId: string; name: string; weeks: number; phases: readonly PathPhase[] };

export async function insertPathVersions(tx: Tx, orgId: string, versions: readonly PathVersion[], at: Date, by: string | null): Promise<void> {
  await sql`
    insert into path_versions (org_id, id, path_id, version, program_id, name, weeks, phases, recorded_at, recorded_by)
    select ${orgId}, v."id", v."pathId", v."version", v."programId", v."name", v."weeks", v."phases", ${at}, ${by}
      from jsonb_to_recordset(${JSON.stringify(versions)}::jsonb) as v ("id" uuid, "pathId" uuid, "version" integer, "programId" uuid, "name" text, "weeks" smallint, "phases" jsonb)
  `.execute(tx);
}

/** Saves of an organization's paths go one after another, so that a name is given once and the newest version is seen. */
export async function lockPaths(tx: Tx, orgId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`path_versions ${orgId}`}, 0))`.execute(tx);
}

export type NewestVersion = Pick<PathVersion, 'id' | 'pathId' | 'version' | 'programId' | 'name'> & { isEnded: boolean };

/** The newest version of a path; null when there is none. Ask after lockPaths. */
export async function findNewestVersion(tx: Tx, orgId: string, pathId: string): Promise<NewestVersion | null> {
  const { rows } = await sql<NewestVersion>`
    select id, path_id as "pathId", version, program_id as "programId", name, ended_at is not null as "isEnded"
      from path_versions where org_id = ${orgId} and path_id = ${pathId} order by version desc limit 1
  `.execute(tx);
  return rows[0] ?? null;
}

/** Whether another path of the program, one that is still offered, has this name. */
export async function isPathNameTaken(tx: Tx, orgId: string, { programId, name, exceptPathId }: { programId: string; name: string; exceptPathId: string | null }): Promise<boolean> {
  const { rows } = await sql`
    select 1 from (
      select distinct on (path_id) path_id, name, ended_at from path_versions where org_id = ${orgId} and program_id = ${programId} order by path_id, version desc
    ) newest where lower(name) = lower(${name}) and ended_at is null and path_id is distinct from ${exceptPathId}::uuid limit 1
  `.execute(tx);
  return rows.length > 0;
}

/** Takes every version of a path out of what is offered, or brings them back. */
export async function endPathVersions(tx: Tx, orgId: string, pathId: string, ends: boolean, at: Date, by: string): Promise<void> {
  await sql`
    update path_versions set ended_at = ${ends ? at : null}, ended_by = ${ends ? by : null} where org_id = ${orgId} and path_id = ${pathId}
  `.execute(tx);
}

/** Whether people can be planned into this program: it is there and has not ended. */
export async function isProgramOpen(tx: Tx, orgId: string, programId: string): Promise<boolean> {
  const { rows } = await sql`select 1 from programs where org_id = ${orgId} and id = ${programId} and ended_at is null limit 1`.execute(tx);
  return rows.length > 0;
}
