/** All SQL of people: organizations, staff with their roles, participants. */
import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';

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

export async function findOrganization(tx: Tx, orgId: string): Promise<{ name: string; kind: 'real' | 'demo' } | null> {
  const { rows } = await sql<{ name: string; kind: 'real' | 'demo' }>`select name, kind from organizations where org_id = ${orgId}`.execute(tx);
  return rows[0] ?? null;
}

export type NewOrganization = { orgId: string; name: string; kind: 'real' | 'demo'; at: Date };

export async function insertOrganization(tx: Tx, organization: NewOrganization): Promise<void> {
  await sql`
    insert into organizations (org_id, name, kind, created_at)
    values (${organization.orgId}, ${organization.name}, ${organization.kind}, ${organization.at})
  `.execute(tx);
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

export type NewParticipant = {
  id: string; participantNumber: string; legalGivenName: string; legalFamilyName: string; chosenName: string | null;
  pronouns: string | null; birthDate: string | null; language: string;
};

/** Inserts people whose number is new; returns how many rows were written. One statement whatever their count. */
export async function insertParticipants(tx: Tx, orgId: string, people: readonly NewParticipant[], at: Date, by: string | null): Promise<number> {
  const result = await sql`
    insert into participants (org_id, id, participant_number, legal_given_name, legal_family_name, chosen_name, pronouns, birth_date, language, recorded_at, recorded_by)
    select ${orgId}, t.id, t.number, t.given, t.family, t.chosen, t.pronouns, t.birth_date, t.language, ${at}, ${by}
      from unnest(
        ${people.map((one) => one.id)}::uuid[], ${people.map((one) => one.participantNumber)}::text[], ${people.map((one) => one.legalGivenName)}::text[],
        ${people.map((one) => one.legalFamilyName)}::text[], ${people.map((one) => one.chosenName)}::text[], ${people.map((one) => one.pronouns)}::text[],
        ${people.map((one) => one.birthDate)}::date[], ${people.map((one) => one.language)}::text[]
      ) as t (id, number, given, family, chosen, pronouns, birth_date, language)
    on conflict on constraint participants_number_key do nothing
  `.execute(tx);
  return Number(result.numAffectedRows ?? 0n);
}

export type KnownParticipant = NewParticipant;

/** People by their numbers, in any order. */
export async function listParticipantsByNumber(tx: Tx, orgId: string, numbers: readonly string[]): Promise<KnownParticipant[]> {
  const { rows } = await sql<KnownParticipant>`
    select id, participant_number as "participantNumber", legal_given_name as "legalGivenName", legal_family_name as "legalFamilyName",
           chosen_name as "chosenName", pronouns, birth_date as "birthDate", language
      from participants where org_id = ${orgId} and participant_number = any(${numbers}::text[])
  `.execute(tx);
  return rows;
}

/** Everybody's id in order, for the account of an act that discloses them all. */
export async function listParticipantIds(tx: Tx, orgId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from participants where org_id = ${orgId} order by id`.execute(tx);
  return rows.map((row) => row.id);
}

export type NamedParticipant = { participantId: string; legalGivenName: string; legalFamilyName: string; chosenName: string | null };

export async function listNames(tx: Tx, orgId: string, ids: readonly string[]): Promise<NamedParticipant[]> {
  const { rows } = await sql<NamedParticipant>`
    select id as "participantId", legal_given_name as "legalGivenName", legal_family_name as "legalFamilyName", chosen_name as "chosenName"
      from participants where org_id = ${orgId} and id = any(${ids}::uuid[])
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
