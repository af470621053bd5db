/** All SQL of curricula and their modules. */
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database.ts';

export type Module = { id: string; title: string; isEntryPoint: boolean; position: number };
export type CurriculumRow = { id: string; name: string; source: string; isEnded: boolean; modules: Module[] };

export async function insertCurriculum(tx: Tx, orgId: string, one: { id: string; name: string; source: string }, at: Date, by: string | null): Promise<void> {
  await sql`insert into curricula (org_id, id, name, source, recorded_at, recorded_by) values (${orgId}, ${one.id}, ${one.name}, ${one.source}, ${at}, ${by})`.execute(tx);
}

export async function insertModules(tx: Tx, orgId: string, curriculumId: string, modules: readonly Module[], at: Date, by: string | null): Promise<void> {
  if (modules.length === 0) return;
  await sql`
    insert into curriculum_modules (org_id, id, curriculum_id, position, title, is_entry_point, recorded_at, recorded_by)
    select ${orgId}, t.id, ${curriculumId}, t.position, t.title, t.is_entry_point, ${at}, ${by}
      from unnest(${modules.map((one) => one.id)}::uuid[], ${modules.map((one) => one.position)}::smallint[], ${modules.map((one) => one.title)}::text[], ${modules.map((one) => one.isEntryPoint)}::boolean[])
        as t (id, position, title, is_entry_point)
  `.execute(tx);
}

export async function endModules(tx: Tx, orgId: string, ids: readonly string[], at: Date, by: string): Promise<void> {
  await sql`update curriculum_modules set ended_at = ${at}, ended_by = ${by} where org_id = ${orgId} and id = any(${ids}::uuid[])`.execute(tx);
}

/** One curriculum with its current modules in order, locked; null when there is none. */
export async function lockCurriculum(tx: Tx, orgId: string, id: string): Promise<CurriculumRow | null> {
  const { rows: [row] } = await sql<Omit<CurriculumRow, 'modules'>>`
    select id, name, source, ended_at is not null as "isEnded" from curricula where org_id = ${orgId} and id = ${id} for no key update
  `.execute(tx);
  if (row === undefined) return null;
  const { rows: modules } = await sql<Module>`
    select id, title, is_entry_point as "isEntryPoint", position from curriculum_modules where org_id = ${orgId} and curriculum_id = ${id} and ended_at is null order by position
  `.execute(tx);
  return { ...row, modules };
}

export async function updateCurriculum(tx: Tx, orgId: string, id: string, to: { name: string; source: string }): Promise<void> {
  await sql`update curricula set name = ${to.name}, source = ${to.source} where org_id = ${orgId} and id = ${id}`.execute(tx);
}

export async function setCurriculumEnd(tx: Tx, orgId: string, id: string, end: { at: Date; by: string } | null): Promise<void> {
  await sql`update curricula set ended_at = ${end?.at ?? null}::timestamptz, ended_by = ${end?.by ?? null}::uuid where org_id = ${orgId} and id = ${id}`.execute(tx);
}

export async function listCurriculumNames(tx: Tx, orgId: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from curricula where org_id = ${orgId} and ended_at is null`.execute(tx);
  return rows.map((row) => row.name);
}
