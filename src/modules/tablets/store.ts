/** All SQL of shared tablets and what is claimed at them. */
import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { ClaimEnd } from './words.ts';

export type TabletSaid = { name: string; roomId: string | null; listsNames: boolean };
export type Tablet = TabletSaid & { id: string; siteId: string; tokenHash: string; recordedBy: string; seenAt: Date | null; endedAt: Date | null };

const COLUMNS = sql`id, site_id as "siteId", room_id as "roomId", name, lists_names as "listsNames", token_hash as "tokenHash", recorded_by as "recordedBy", seen_at as "seenAt", ended_at as "endedAt"`;

export async function insertTablet(tx: Tx, orgId: string, one: TabletSaid & { id: string; siteId: string }, at: Date, by: string): Promise<void> {
  await sql`
    insert into tablets (org_id, id, site_id, room_id, name, lists_names, token_hash, recorded_at, recorded_by)
    values (${orgId}, ${one.id}, ${one.siteId}, ${one.roomId}, ${one.name}, ${one.listsNames}, '', ${at}, ${by})
  `.execute(tx);
}

/** Null when it is not there or not at one of these sites; null for sites: any, for the tablet itself. */
export async function lockTablet(tx: Tx, orgId: string, id: string, siteIds: readonly string[] | null): Promise<Tablet | null> {
  const { rows } = await sql<Tablet>`select ${COLUMNS} from tablets where org_id = ${orgId} and id = ${id} and (${siteIds === null} or site_id = any(${[...siteIds ?? []]}::uuid[])) for no key update`.execute(tx);
  return rows[0] ?? null;
}

export async function findTablet(tx: Tx, orgId: string, id: string): Promise<Tablet | null> {
  const { rows } = await sql<Tablet>`select ${COLUMNS} from tablets where org_id = ${orgId} and id = ${id}`.execute(tx);
  return rows[0] ?? null;
}

export async function updateTablet(tx: Tx, orgId: string, id: string, to: TabletSaid): Promise<void> {
  await sql`update tablets set name = ${to.name}, room_id = ${to.roomId}, lists_names = ${to.listsNames} where org_id = ${orgId} and id = ${id}`.execute(tx);
}

/** What the cookie of the tablet must hash to from now on; empty: it needs a code. */
export async function setToken(tx: Tx, orgId: string, id: string, tokenHash: string): Promise<void> {
  await sql`update tablets set token_hash = ${tokenHash} where org_id = ${orgId} and id = ${id}`.execute(tx);
}

export async function setSeen(tx: Tx, orgId: string, id: string, at: Date): Promise<void> {
  await sql`update tablets set seen_at = ${at} where org_id = ${orgId} and id = ${id} and (seen_at is null or seen_at < ${at})`.execute(tx);
}

export async function setTabletEnd(tx: Tx, orgId: string, id: string, end: { at: Date; by: string } | null): Promise<void> {
  await sql`update tablets set ended_at = ${end?.at ?? null}, ended_by = ${end?.by ?? null} where org_id = ${orgId} and id = ${id}`.execute(tx);
}

export async function findRoomOf(tx: Tx, orgId: string, roomId: string): Promise<{ siteId: string; isEnded: boolean } | null> {
  const { rows } = await sql<{ siteId: string; isEnded: boolean }>`select site_id as "siteId", ended_at is not null as "isEnded" from rooms where org_id = ${orgId} and id = ${roomId} for key share`.execute(tx);
  return rows[0] ?? null;
}

export type NewClaim = { id: string; tabletId: string; siteId: string; typed: string; participantId: string | null; sessionId: string | null };

export async function insertClaim(tx: Tx, orgId: string, one: NewClaim, at: Date): Promise<void> {
  await sql`
    insert into arrival_claims (org_id, id, tablet_id, site_id, typed, participant_id, session_id, claimed_at)
    values (${orgId}, ${one.id}, ${one.tabletId}, ${one.siteId}, ${one.typed}, ${one.participantId}, ${one.sessionId}, ${at})
  `.execute(tx);
}

/** How many claims this tablet made since then, and whether the same one waits already; ask with the tablet locked. */
export async function countClaims(tx: Tx, orgId: string, one: Pick<NewClaim, 'tabletId' | 'siteId' | 'typed' | 'participantId' | 'sessionId'>, since: Date, day: Date): Promise<{ recent: number; waits: boolean }> {
  const { rows } = await sql<{ recent: number; waits: boolean }>`
    select (select count(*)::integer from arrival_claims where org_id = ${orgId} and tablet_id = ${one.tabletId} and claimed_at > ${since}) as recent,
           exists (
             select 1 from arrival_claims
              where org_id = ${orgId} and site_id = ${one.siteId} and settled_at is null and claimed_at > ${day} and participant_id is not distinct from ${one.participantId}::uuid
                and session_id is not distinct from ${one.sessionId}::uuid and (participant_id is not null or lower(typed) = lower(${one.typed}))) as waits
  `.execute(tx);
  return rows[0] ?? { recent: 0, waits: false };
}

export type Claim = { id: string; participantId: string | null; sessionId: string | null; claimedAt: Date; settledAs: ClaimEnd | null };

export async function lockClaim(tx: Tx, orgId: string, id: string, siteIds: readonly string[]): Promise<Claim | null> {
  const { rows } = await sql<Claim>`
    select id, participant_id as "participantId", session_id as "sessionId", claimed_at as "claimedAt", settled_as as "settledAs"
      from arrival_claims where org_id = ${orgId} and id = ${id} and site_id = any(${[...siteIds]}::uuid[]) for no key update
  `.execute(tx);
  return rows[0] ?? null;
}

export async function setClaimEnd(tx: Tx, orgId: string, id: string, end: { as: ClaimEnd; at: Date; by: string } | null): Promise<void> {
  await sql`update arrival_claims set settled_as = ${end?.as ?? null}, settled_at = ${end?.at ?? null}, settled_by = ${end?.by ?? null} where org_id = ${orgId} and id = ${id}`.execute(tx);
}
