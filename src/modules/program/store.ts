/** All SQL of the program as data. */
import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';

export type Site = { id: string; name: string; timeZone: string; graceMinutes: number };

/** One site among those the asker works at; null when it is another's, or is not. */
export async function findSite(tx: Tx, orgId: string, siteId: string, siteIds: readonly string[]): Promise<Site | null> {
  const { rows } = await sql<Site>`
    select id, name, time_zone as "timeZone", grace_minutes as "graceMinutes"
      from sites where org_id = ${orgId} and id = ${siteId} and id = any(${siteIds}::uuid[])
  `.execute(tx);
  return rows[0] ?? null;
}

export async function insertSite(tx: Tx, orgId: string, site: { id: string; name: string; timeZone: string }, at: Date): Promise<void> {
  await sql`insert into sites (org_id, id, name, time_zone, recorded_at) values (${orgId}, ${site.id}, ${site.name}, ${site.timeZone}, ${at})`.execute(tx);
}

export async function insertRoom(tx: Tx, orgId: string, room: { id: string; siteId: string; name: string }, at: Date): Promise<void> {
  await sql`insert into rooms (org_id, id, site_id, name, recorded_at) values (${orgId}, ${room.id}, ${room.siteId}, ${room.name}, ${at})`.execute(tx);
}

export async function insertProgram(tx: Tx, orgId: string, program: { id: string; name: string; population: string; specialty: string }, at: Date): Promise<void> {
  await sql`
    insert into programs (org_id, id, name, population, specialty, recorded_at)
    values (${orgId}, ${program.id}, ${program.name}, ${program.population}, ${program.specialty}, ${at})
  `.execute(tx);
}

/** Every site of the organization. */
export async function listSites(tx: Tx, orgId: string): Promise<Site[]> {
  const { rows } = await sql<Site>`
    select id, name, time_zone as "timeZone", grace_minutes as "graceMinutes" from sites where org_id = ${orgId} order by name
  `.execute(tx);
  return rows;
}

export async function listRooms(tx: Tx, orgId: string, siteId: string): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`select id, name from rooms where org_id = ${orgId} and site_id = ${siteId} order by name`.execute(tx);
  return rows;
}
