/** All SQL of staff: who works here, with which roles, and what roles allow. */
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database.ts';

export type StaffActor = { givenName: string; familyName: string; credential: string; roles: string[]; permissions: string[] };

/** A member of staff who works here now, with roles and what they allow; null when there is none or the work has ended. */
export async function findStaffActor(tx: Tx, orgId: string, staffId: string, now: Date): Promise<StaffActor | null> {
  const { rows } = await sql<StaffActor>`
    select s.given_name as "givenName", s.family_name as "familyName", s.credential,
           coalesce(array_agg(distinct r.role) filter (where r.role is not null), '{}') as roles,
           coalesce(array_agg(distinct p.permission) filter (where p.permission is not null), '{}') as permissions
      from staff s
      left join staff_roles r on r.org_id = s.org_id and r.staff_id = s.id and r.ended_at is null
      left join role_permissions p on p.org_id = r.org_id and p.role = r.role and p.ended_at is null
     where s.org_id = ${orgId} and s.id = ${staffId} and (s.ended_at is null or s.ended_at > ${now})
       -- the first day has begun somewhere on earth; a person may work at sites of several zones
       and s.started_on <= ((${now}::timestamptz at time zone 'UTC') + interval '14 hours')::date
     group by s.given_name, s.family_name, s.credential
  `.execute(tx);
  return rows[0] ?? null;
}

export async function insertRolePermissions(tx: Tx, orgId: string, rows: readonly { id: string; role: string; permission: string }[], at: Date): Promise<void> {
  await sql`
    insert into role_permissions (org_id, id, role, permission, granted_at)
    select ${orgId}, id, role, permission, ${at}
      from unnest(${rows.map((row) => row.id)}::uuid[], ${rows.map((row) => row.role)}::text[], ${rows.map((row) => row.permission)}::text[]) as t (id, role, permission)
  `.execute(tx);
}

export type NewStaff = { id: string; givenName: string; familyName: string; credential: string; startedOn: string; roles: readonly { id: string; role: string }[] };

/** @param by who granted the roles; null when the program itself did */
export async function insertStaff(tx: Tx, orgId: string, one: NewStaff, at: Date, by: string | null = null): Promise<void> {
  await sql`
    insert into staff (org_id, id, given_name, family_name, credential, started_on, recorded_at)
    values (${orgId}, ${one.id}, ${one.givenName}, ${one.familyName}, ${one.credential}, ${one.startedOn}, ${at})
  `.execute(tx);
  await insertStaffRoles(tx, orgId, one.id, one.roles, at, by);
}

export async function insertStaffRoles(tx: Tx, orgId: string, staffId: string, roles: readonly { id: string; role: string }[], at: Date, by: string | null): Promise<void> {
  await sql`
    insert into staff_roles (org_id, id, staff_id, role, granted_at, granted_by)
    select ${orgId}, id, ${staffId}, role, ${at}, ${by}
      from unnest(${roles.map((role) => role.id)}::uuid[], ${roles.map((role) => role.role)}::text[]) as t (id, role)
  `.execute(tx);
}

export async function endStaffRoles(tx: Tx, orgId: string, staffId: string, roles: readonly string[], at: Date, by: string): Promise<void> {
  await sql`
    update staff_roles set ended_at = ${at}, ended_by = ${by}
     where org_id = ${orgId} and staff_id = ${staffId} and role = any(${roles}::text[]) and ended_at is null
  `.execute(tx);
}

export type StaffRow = { id: string; givenName: string; familyName: string; credential: string; startedOn: string; endedOn: string | null };

/** One member of staff, locked, so that two who change the same person take turns; null when there is none. */
export async function lockStaff(tx: Tx, orgId: string, staffId: string): Promise<StaffRow | null> {
  const { rows } = await sql<StaffRow>`
    select id, given_name as "givenName", family_name as "familyName", credential, started_on as "startedOn", ended_on as "endedOn"
      from staff where org_id = ${orgId} and id = ${staffId} for no key update
  `.execute(tx);
  return rows[0] ?? null;
}

/** The roles that somebody holds now. */
export async function listRolesOf(tx: Tx, orgId: string, staffId: string): Promise<string[]> {
  const { rows } = await sql<{ role: string }>`select role from staff_roles where org_id = ${orgId} and staff_id = ${staffId} and ended_at is null order by role`.execute(tx);
  return rows.map((row) => row.role);
}

/**
 * Everybody who is an administrator and whose end is not written down. The rows are locked first and read after, so that two
 * administrators who take each other's role away come one after the other, and the second sees what the first did.
 */
export async function lockAdministrators(tx: Tx, orgId: string): Promise<string[]> {
  await sql`select id from staff_roles where org_id = ${orgId} and role = 'administrator' and ended_at is null order by id for no key update`.execute(tx);
  const { rows } = await sql<{ staffId: string }>`
    select r.staff_id as "staffId" from staff_roles r join staff s on s.org_id = r.org_id and s.id = r.staff_id
     where r.org_id = ${orgId} and r.role = 'administrator' and r.ended_at is null and s.ended_at is null
  `.execute(tx);
  return rows.map((row) => row.staffId);
}

export async function updateStaffNames(tx: Tx, orgId: string, staffId: string, to: Pick<StaffRow, 'givenName' | 'familyName' | 'credential'>): Promise<void> {
  await sql`
    update staff set given_name = ${to.givenName}, family_name = ${to.familyName}, credential = ${to.credential} where org_id = ${orgId} and id = ${staffId}
  `.execute(tx);
}

/** `holdsFrom` is the instant from which the person is nobody here any more (findStaffActor); nulls bring back. */
export async function updateStaffEnd(tx: Tx, orgId: string, staffId: string, end: { lastDay: string; holdsFrom: Date; by: string } | null): Promise<void> {
  await sql`
    update staff set ended_on = ${end?.lastDay ?? null}, ended_at = ${end?.holdsFrom ?? null}, ended_by = ${end?.by ?? null} where org_id = ${orgId} and id = ${staffId}
  `.execute(tx);
}

/** Whether anybody of this name works or has worked here, whatever the case of the letters. */
export async function isStaffNameKnown(tx: Tx, orgId: string, givenName: string, familyName: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from staff where org_id = ${orgId} and lower(given_name) = lower(${givenName}) and lower(family_name) = lower(${familyName}) limit 1
  `.execute(tx);
  return rows.length > 0;
}

export type Employed = StaffRow & { endedAt: Date | null; roles: string[] };

/** Everybody who works or has worked here, by name, with the roles held now. */
export async function listAllStaff(tx: Tx, orgId: string): Promise<Employed[]> {
  const { rows } = await sql<Employed>`
    select s.id, s.given_name as "givenName", s.family_name as "familyName", s.credential, s.started_on as "startedOn", s.ended_on as "endedOn", s.ended_at as "endedAt",
           coalesce(array_agg(r.role order by r.role) filter (where r.role is not null), '{}') as roles
      from staff s left join staff_roles r on r.org_id = s.org_id and r.staff_id = s.id and r.ended_at is null
     where s.org_id = ${orgId}
     group by s.org_id, s.id order by s.family_name, s.given_name, s.id
  `.execute(tx);
  return rows;
}

export type Colleague = { id: string; givenName: string; familyName: string; credential: string; roles: string[] };

/** Everybody who works here now, by name. */
export async function listStaff(tx: Tx, orgId: string): Promise<Colleague[]> {
  const { rows } = await sql<Colleague>`
    select s.id, s.given_name as "givenName", s.family_name as "familyName", s.credential,
           coalesce(array_agg(r.role order by r.role) filter (where r.role is not null), '{}') as roles
      from staff s left join staff_roles r on r.org_id = s.org_id and r.staff_id = s.id and r.ended_at is null
     where s.org_id = ${orgId} and s.ended_at is null
     group by s.org_id, s.id order by s.family_name, s.given_name, s.id
  `.execute(tx);
  return rows;
}
