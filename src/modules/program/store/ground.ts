/** All SQL of sites, rooms, programs and tracks: looked at, changed, ended and brought back. */
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database.ts';
import type { Level, Population, Specialty } from '../words.ts';

export type Site = { id: string; name: string; timeZone: string; graceMinutes: number };

/** One site among those the asker works at; null when it is another's, or is not. */
export async function findSite(tx: Tx, orgId: string, siteId: string, siteIds: readonly string[]): Promise<Site | null> {
  const { rows } = await sql<Site>`
    select id, name, time_zone as "timeZone", grace_minutes as "graceMinutes"
      from sites where org_id = ${orgId} and id = ${siteId} and id = any(${siteIds}::uuid[])
  `.execute(tx);
  return rows[0] ?? null;
}

/** Every site of the organization that has not ended. */
export async function listSites(tx: Tx, orgId: string): Promise<Site[]> {
  const { rows } = await sql<Site>`
    select id, name, time_zone as "timeZone", grace_minutes as "graceMinutes" from sites where org_id = ${orgId} and ended_at is null order by name
  `.execute(tx);
  return rows;
}

export async function listRooms(tx: Tx, orgId: string, siteId: string): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from rooms where org_id = ${orgId} and site_id = ${siteId} and ended_at is null order by name
  `.execute(tx);
  return rows;
}

export type NewSite = { id: string; name: string; timeZone: string; telephone?: string; address?: string; graceMinutes?: number };

export async function insertSite(tx: Tx, orgId: string, site: NewSite, at: Date): Promise<void> {
  await sql`
    insert into sites (org_id, id, name, time_zone, telephone, address, grace_minutes, recorded_at)
    values (${orgId}, ${site.id}, ${site.name}, ${site.timeZone}, ${site.telephone ?? ''}, ${site.address ?? ''}, ${site.graceMinutes ?? 20}, ${at})
  `.execute(tx);
}

export async function insertRoom(tx: Tx, orgId: string, room: { id: string; siteId: string; name: string }, at: Date): Promise<void> {
  await sql`insert into rooms (org_id, id, site_id, name, recorded_at) values (${orgId}, ${room.id}, ${room.siteId}, ${room.name}, ${at})`.execute(tx);
}

export async function insertProgram(tx: Tx, orgId: string, program: { id: string; name: string; population: string; specialty: string; level?: string }, at: Date): Promise<void> {
  await sql`
    insert into programs (org_id, id, name, population, specialty, level, recorded_at)
    values (${orgId}, ${program.id}, ${program.name}, ${program.population}, ${program.specialty}, ${program.level ?? 'iop'}, ${at})
  `.execute(tx);
}

export async function insertTrack(tx: Tx, orgId: string, track: { id: string; programId: string; siteId: string; name: string }, at: Date, by: string | null): Promise<void> {
  await sql`
    insert into tracks (org_id, id, program_id, site_id, name, recorded_at, recorded_by)
    values (${orgId}, ${track.id}, ${track.programId}, ${track.siteId}, ${track.name}, ${at}, ${by})
  `.execute(tx);
}

type Standing = { id: string; name: string; isEnded: boolean };
export type SiteRow = Standing & { timeZone: string; telephone: string; address: string; graceMinutes: number };
export type ProgramRow = Standing & { population: Population; specialty: Specialty; level: Level };

export async function lockSiteRow(tx: Tx, orgId: string, id: string): Promise<SiteRow | null> {
  const { rows } = await sql<SiteRow>`
    select id, name, ended_at is not null as "isEnded", time_zone as "timeZone", telephone, address, grace_minutes as "graceMinutes"
      from sites where org_id = ${orgId} and id = ${id} for no key update
  `.execute(tx);
  return rows[0] ?? null;
}

export type AtSite = Standing & { timeZone: string };

export async function lockRoom(tx: Tx, orgId: string, id: string): Promise<AtSite | null> {
  const { rows } = await sql<AtSite>`
    select r.id, r.name, r.ended_at is not null as "isEnded", s.time_zone as "timeZone"
      from rooms r join sites s on s.org_id = r.org_id and s.id = r.site_id where r.org_id = ${orgId} and r.id = ${id} for no key update of r
  `.execute(tx);
  return rows[0] ?? null;
}

export async function lockProgram(tx: Tx, orgId: string, id: string): Promise<ProgramRow | null> {
  const { rows } = await sql<ProgramRow>`
    select id, name, ended_at is not null as "isEnded", population, specialty, level from programs where org_id = ${orgId} and id = ${id} for no key update
  `.execute(tx);
  return rows[0] ?? null;
}

export async function lockTrack(tx: Tx, orgId: string, id: string): Promise<AtSite | null> {
  const { rows } = await sql<AtSite>`
    select t.id, t.name, t.ended_at is not null as "isEnded", s.time_zone as "timeZone"
      from tracks t join sites s on s.org_id = t.org_id and s.id = t.site_id where t.org_id = ${orgId} and t.id = ${id} for no key update of t
  `.execute(tx);
  return rows[0] ?? null;
}

export async function updateSite(tx: Tx, orgId: string, id: string, to: Omit<SiteRow, 'id' | 'isEnded'>): Promise<void> {
  await sql`
    update sites set name = ${to.name}, time_zone = ${to.timeZone}, telephone = ${to.telephone}, address = ${to.address}, grace_minutes = ${to.graceMinutes}
     where org_id = ${orgId} and id = ${id}
  `.execute(tx);
}

export async function updateProgram(tx: Tx, orgId: string, id: string, to: Omit<ProgramRow, 'id' | 'isEnded'>): Promise<void> {
  await sql`
    update programs set name = ${to.name}, population = ${to.population}, specialty = ${to.specialty}, level = ${to.level} where org_id = ${orgId} and id = ${id}
  `.execute(tx);
}

const NAMED = { rooms: sql`rooms`, tracks: sql`tracks` };
const ENDED = { ...NAMED, sites: sql`sites`, programs: sql`programs` };

export async function rename(tx: Tx, orgId: string, table: keyof typeof NAMED, id: string, name: string): Promise<void> {
  await sql`update ${NAMED[table]} set name = ${name} where org_id = ${orgId} and id = ${id}`.execute(tx);
}

/** Ends a row today, or brings it back. */
export async function setEnd(tx: Tx, orgId: string, table: keyof typeof ENDED, id: string, end: { day: string; at: Date; by: string } | null): Promise<void> {
  await sql`
    update ${ENDED[table]} set ended_on = ${end?.day ?? null}::date, ended_at = ${end?.at ?? null}::timestamptz, ended_by = ${end?.by ?? null}::uuid where org_id = ${orgId} and id = ${id}
  `.execute(tx);
}

export async function countSites(tx: Tx, orgId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::integer as count from sites where org_id = ${orgId} and ended_at is null`.execute(tx);
  return rows[0]?.count ?? 0;
}

/** Holds site, program and track as they are until the end of the transaction: whoever would end one of them waits, and then finds who uses it. */
export async function holdGround(tx: Tx, orgId: string, { siteId, programId, trackId }: { siteId: string; programId: string; trackId: string | null }): Promise<void> {
  await sql`select 1 from sites where org_id = ${orgId} and id = ${siteId} for share`.execute(tx);
  await sql`select 1 from programs where org_id = ${orgId} and id = ${programId} for share`.execute(tx);
  if (trackId !== null) await sql`select 1 from tracks where org_id = ${orgId} and id = ${trackId} for share`.execute(tx);
}

/** Whether a site and a program are there and have not ended. */
export async function areOpen(tx: Tx, orgId: string, siteId: string, programId: string): Promise<boolean> {
  const { rows } = await sql<{ open: boolean }>`
    select exists (select 1 from sites where org_id = ${orgId} and id = ${siteId} and ended_at is null)
       and exists (select 1 from programs where org_id = ${orgId} and id = ${programId} and ended_at is null) as open
  `.execute(tx);
  return rows[0]?.open === true;
}
