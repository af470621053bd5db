/** All SQL of participants: who they are and what they are called. */
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database.ts';

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
