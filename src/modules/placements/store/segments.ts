/** All SQL of what an episode has from a day to a day: levels of care, phases, counselors. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Tx } from '../../../platform/database.ts';
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

