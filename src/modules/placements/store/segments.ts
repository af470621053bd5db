/** All SQL of what an episode has from a day to a day: levels of care, phases, counselors. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Tx } from '../../../platform/database.ts';
import type { CivilDate } from '../../../values/civil-date.ts';
import type { Segment, SegmentsDecision } from '../rules/segments.ts';

export type Written = { at: Date; by: string | null };
type Days = { id: string; episodeId: string; startsOn: string; endedOn: string | null };

export async function insertLevelSegments(tx: Tx, orgId: string, rows: readonly (Days & { level: string })[], { at, by }: Written): Promise<void> {
  await sql`
    insert into level_segments (org_id, id, episode_id, level, starts_on, ended_on, recorded_at, recorded_by)
    select ${orgId}, t.id, t.episode_id, t.level, t.starts_on, t.ended_on, ${at}, ${by}
      from unnest(${rows.map((row) => row.id)}::uuid[], ${rows.map((row) => row.episodeId)}::uuid[], ${rows.map((row) => row.level)}::text[],
                  ${rows.map((row) => row.startsOn)}::date[], ${rows.map((row) => row.endedOn)}::date[]) as t (id, episode_id, level, starts_on, ended_on)
  `.execute(tx);
}

export async function insertPhaseSegment(tx: Tx, orgId: string, row: Days & { pathVersionId: string; phaseNo: number; reason: string }, { at, by }: Written): Promise<void> {
  await sql`
    insert into phase_segments (org_id, id, episode_id, path_version_id, phase_no, starts_on, ended_on, reason, recorded_at, recorded_by)
    values (${orgId}, ${row.id}, ${row.episodeId}, ${row.pathVersionId}, ${row.phaseNo}, ${row.startsOn}, ${row.endedOn}, ${row.reason}, ${at}, ${by})
  `.execute(tx);
}

export async function insertEpisodeCounselor(tx: Tx, orgId: string, row: Days & { staffId: string }, { at, by }: Written): Promise<void> {
  await sql`
    insert into episode_counselors (org_id, id, episode_id, staff_id, starts_on, ended_on, recorded_at, recorded_by)
    values (${orgId}, ${row.id}, ${row.episodeId}, ${row.staffId}, ${row.startsOn}, ${row.endedOn}, ${at}, ${by})
  `.execute(tx);
}

export type SegmentKind = 'level' | 'phase' | 'counselor';
const TABLES = { level: 'level_segments', phase: 'phase_segments', counselor: 'episode_counselors' } as const;
/** What a segment says, as one text; a phase is one of one version of a path. */
const VALUES: Readonly<Record<SegmentKind, RawBuilder<unknown>>> = { level: sql`level`, phase: sql`path_version_id || '/' || phase_no`, counselor: sql`staff_id::text` };

export const tableOf = (kind: SegmentKind): string => TABLES[kind];
export const phaseValue = (pathVersionId: string, phaseNo: number): string => `${pathVersionId}/${phaseNo}`;

/** Segments of one kind that hold, in order. Ask with the episode locked. */
export async function listSegments(tx: Tx, orgId: string, kind: SegmentKind, episodeId: string): Promise<Segment[]> {
  const { rows } = await sql<Segment>`
    select id, ${VALUES[kind]} as value, starts_on as "startsOn", ended_on as "endedOn"
      from ${sql.table(TABLES[kind])} where org_id = ${orgId} and episode_id = ${episodeId} and withdrawn_at is null order by starts_on
  `.execute(tx);
  return rows;
}

/** The first two steps of a decision: what is withdrawn frees its days, then the last day is moved. */
export async function clearSegments(tx: Tx, orgId: string, kind: SegmentKind, { withdraw, end }: SegmentsDecision, { at, by }: Written): Promise<void> {
  if (withdraw.length > 0) {
    const rows = sql`withdrawn_at = ${at}, withdrawn_by = ${by} where org_id = ${orgId} and id = any(${withdraw}::uuid[])`;
    if (kind === 'level') await sql`update level_segments set ${rows}`.execute(tx);
    if (kind === 'phase') await sql`update phase_segments set ${rows}`.execute(tx);
    if (kind === 'counselor') await sql`update episode_counselors set ${rows}`.execute(tx);
  }
  if (end === null) return;
  const row = sql`ended_on = ${end.endedOn}, ended_at = ${end.endedOn === null ? null : at}, ended_by = ${end.endedOn === null ? null : by} where org_id = ${orgId} and id = ${end.id}`;
  if (kind === 'level') await sql`update level_segments set ${row}`.execute(tx);
  if (kind === 'phase') await sql`update phase_segments set ${row}`.execute(tx);
  if (kind === 'counselor') await sql`update episode_counselors set ${row}`.execute(tx);
}

/** A row as it was before it was cut to a last day. */
export type CutRow = { id: string; endedOn: string | null; endedAt: string | null; endedBy: string | null };

/** Segments of one kind that hold, with the end that was written for each. Ask with the episode locked. */
export async function listEnds(tx: Tx, orgId: string, kind: SegmentKind, episodeId: string): Promise<(CutRow & { startsOn: CivilDate; endedOn: CivilDate | null })[]> {
  const { rows } = await sql<{ id: string; startsOn: CivilDate; endedOn: CivilDate | null; endedAt: Date | null; endedBy: string | null }>`
    select id, starts_on as "startsOn", ended_on as "endedOn", ended_at as "endedAt", ended_by as "endedBy"
      from ${sql.table(TABLES[kind])} where org_id = ${orgId} and episode_id = ${episodeId} and withdrawn_at is null order by starts_on
  `.execute(tx);
  return rows.map((row) => ({ ...row, endedAt: row.endedAt?.toISOString() ?? null }));
}

/** Cuts segments to a last day and withdraws those that would have begun after it. */
export async function endSegments(tx: Tx, orgId: string, kind: SegmentKind, ending: { cut: readonly { id: string }[]; withdrawn: readonly { id: string }[] }, { lastDay, at, by }: Written & { lastDay: string }): Promise<void> {
  const withdrawn = sql`withdrawn_at = ${at}, withdrawn_by = ${by} where org_id = ${orgId} and id = any(${ending.withdrawn.map((one) => one.id)}::uuid[])`;
  const cut = sql`ended_on = ${lastDay}, ended_at = ${at}, ended_by = ${by} where org_id = ${orgId} and id = any(${ending.cut.map((one) => one.id)}::uuid[])`;
  for (const row of [withdrawn, cut]) {
    if (kind === 'level') await sql`update level_segments set ${row}`.execute(tx);
    if (kind === 'phase') await sql`update phase_segments set ${row}`.execute(tx);
    if (kind === 'counselor') await sql`update episode_counselors set ${row}`.execute(tx);
  }
}

/** Brings back what was cut and withdrawn, each as it was; false where one of them was changed since. */
export async function reopenSegments(tx: Tx, orgId: string, kind: SegmentKind, { cut, withdrawn }: { cut: readonly CutRow[]; withdrawn: readonly string[] }, lastDay: string): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    select id from ${sql.table(TABLES[kind])} where org_id = ${orgId}
       and ((id = any(${cut.map((row) => row.id)}::uuid[]) and ended_on = ${lastDay} and withdrawn_at is null) or (id = any(${withdrawn}::uuid[]) and withdrawn_at is not null))
  `.execute(tx);
  if (rows.length < cut.length + withdrawn.length) return false;
  const asCut = sql`ended_on = t."endedOn", ended_at = t."endedAt", ended_by = t."endedBy"
    from jsonb_to_recordset(${JSON.stringify(cut)}::jsonb) as t (id uuid, "endedOn" date, "endedAt" timestamptz, "endedBy" uuid) where r.org_id = ${orgId} and r.id = t.id`;
  const again = sql`withdrawn_at = null, withdrawn_by = null where r.org_id = ${orgId} and r.id = any(${withdrawn}::uuid[])`;
  for (const row of [asCut, again]) {
    if (kind === 'level') await sql`update level_segments r set ${row}`.execute(tx);
    if (kind === 'phase') await sql`update phase_segments r set ${row}`.execute(tx);
    if (kind === 'counselor') await sql`update episode_counselors r set ${row}`.execute(tx);
  }
  return true;
}

/** How often each placement was changed, its segments included: the version that a page shows and an act must name. */
export async function versionsOfEpisodes(tx: Tx, orgId: string, episodeIds: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ episodeId: string; version: number }>`
    with part (episode_id, row_id) as (
      select id, id from episodes where org_id = ${orgId} and id = any(${episodeIds}::uuid[])
      union all select episode_id, id from level_segments where org_id = ${orgId} and episode_id = any(${episodeIds}::uuid[])
      union all select episode_id, id from phase_segments where org_id = ${orgId} and episode_id = any(${episodeIds}::uuid[])
      union all select episode_id, id from episode_counselors where org_id = ${orgId} and episode_id = any(${episodeIds}::uuid[]))
    select part.episode_id as "episodeId", count(c.id)::integer as version
      from part left join changes c on c.org_id = ${orgId} and c.row_id = part.row_id group by part.episode_id
  `.execute(tx);
  return new Map(rows.map((row) => [row.episodeId, row.version]));
}

