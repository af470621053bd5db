/** All SQL of discharges: why an episode ended, and everything that ended with it. */
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database.ts';
import type { CivilDate } from '../../../values/civil-date.ts';
import type { DischargeReason } from '../words.ts';
import type { CutRow, SegmentKind } from './segments.ts';

type Ended = { cut: CutRow[]; withdrawn: string[] };
/** What was cut keeps the end that it had before, so that it comes back exactly. */
export type EndedWith = Record<SegmentKind, Ended> & { seats: Ended; bookings: string[]; tasks: string[] };

export type NewDischarge = {
  id: string; episodeId: string; participantId: string; lastDay: CivilDate; reason: DischargeReason; detail: string; nextEpisodeId: string | null; ended: EndedWith;
};

/** One that holds for each episode: of two at once discharges_episode_key refuses the second. */
export async function insertDischarge(tx: Tx, orgId: string, one: NewDischarge, at: Date, by: string): Promise<void> {
  await sql`
    insert into discharges (org_id, id, episode_id, participant_id, last_day, reason, detail, next_episode_id, ended, recorded_at, recorded_by)
    values (${orgId}, ${one.id}, ${one.episodeId}, ${one.participantId}, ${one.lastDay}, ${one.reason}, ${one.detail}, ${one.nextEpisodeId}, ${JSON.stringify(one.ended)}::jsonb, ${at}, ${by})
  `.execute(tx);
}

export type DischargeRow = { id: string; lastDay: CivilDate; nextEpisodeId: string | null; ended: EndedWith; recordedAt: Date };

/** The discharge of an episode that holds; null when there is none. Ask with the episode locked. */
export async function findDischarge(tx: Tx, orgId: string, episodeId: string): Promise<DischargeRow | null> {
  const { rows } = await sql<DischargeRow>`
    select id, last_day as "lastDay", next_episode_id as "nextEpisodeId", ended, recorded_at as "recordedAt" from discharges where org_id = ${orgId} and episode_id = ${episodeId} and undone_at is null
  `.execute(tx);
  return rows[0] ?? null;
}

export async function undoDischargeRow(tx: Tx, orgId: string, id: string, at: Date, by: string): Promise<void> {
  await sql`update discharges set undone_at = ${at}, undone_by = ${by} where org_id = ${orgId} and id = ${id}`.execute(tx);
}

/** Whose an episode at one of the asker's sites is; null when there is none to see. The row is not locked. */
export async function findHolder(tx: Tx, orgId: string, episodeId: string, siteIds: readonly string[]): Promise<string | null> {
  const { rows } = await sql<{ participantId: string }>`
    select participant_id as "participantId" from episodes where org_id = ${orgId} and id = ${episodeId} and site_id = any(${siteIds}::uuid[])
  `.execute(tx);
  return rows[0]?.participantId ?? null;
}
