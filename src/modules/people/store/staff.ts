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

export async function insertStaff(tx: Tx, orgId: string, one: NewStaff, at: Date): Promise<void> {
  await sql`
    insert into staff (org_id, id, given_name, family_name, credential, started_on, recorded_at)
    values (${orgId}, ${one.id}, ${one.givenName}, ${one.familyName}, ${one.credential}, ${one.startedOn}, ${at})
  `.execute(tx);
  await sql`
    insert into staff_roles (org_id, id, staff_id, role, granted_at)
    select ${orgId}, id, ${one.id}, role, ${at}
      from unnest(${one.roles.map((role) => role.id)}::uuid[], ${one.roles.map((role) => role.role)}::text[]) as t (id, role)
  `.execute(tx);
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
