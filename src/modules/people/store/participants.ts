/** All SQL of participants: who they are and what they are called. */
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database.ts';
import type { CivilDate } from '../../../values/civil-date.ts';
import type { ContactWay } from '../words.ts';

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

/** Holds these people, in order of their ids, until the end of the transaction: what must not happen to one person twice at once takes turns. */
export async function lockParticipants(tx: Tx, orgId: string, ids: readonly string[]): Promise<void> {
  await sql`select 1 from participants where org_id = ${orgId} and id = any(${ids}::uuid[]) order by id for no key update`.execute(tx);
}

export type NamedParticipant = { participantId: string; legalGivenName: string; legalFamilyName: string; chosenName: string | null };

export async function listNames(tx: Tx, orgId: string, ids: readonly string[]): Promise<NamedParticipant[]> {
  const { rows } = await sql<NamedParticipant>`
    select id as "participantId", legal_given_name as "legalGivenName", legal_family_name as "legalFamilyName", chosen_name as "chosenName"
      from participants where org_id = ${orgId} and id = any(${ids}::uuid[])
  `.execute(tx);
  return rows;
}

/** Everything written about a person; empty text where nothing is known. */
export type Details = {
  legalGivenName: string; legalFamilyName: string; chosenName: string; pronouns: string; participantNumber: string; birthDate: CivilDate | null; language: string;
  telephone: string; email: string; contactBy: ContactWay; mayLeaveMessage: boolean; contactNote: string;
};

export async function insertPerson(tx: Tx, orgId: string, id: string, one: Details, at: Date, by: string): Promise<void> {
  await sql`
    insert into participants (org_id, id, participant_number, legal_given_name, legal_family_name, chosen_name, pronouns, birth_date, language,
                              telephone, email, contact_by, may_leave_message, contact_note, recorded_at, recorded_by)
    values (${orgId}, ${id}, ${one.participantNumber}, ${one.legalGivenName}, ${one.legalFamilyName}, nullif(${one.chosenName}, ''), nullif(${one.pronouns}, ''), ${one.birthDate}, ${one.language},
            ${one.telephone}, ${one.email}, ${one.contactBy}, ${one.mayLeaveMessage}, ${one.contactNote}, ${at}, ${by})
  `.execute(tx);
}

export async function updatePerson(tx: Tx, orgId: string, id: string, one: Details): Promise<void> {
  await sql`
    update participants
       set participant_number = ${one.participantNumber}, legal_given_name = ${one.legalGivenName}, legal_family_name = ${one.legalFamilyName}, chosen_name = nullif(${one.chosenName}, ''),
           pronouns = nullif(${one.pronouns}, ''), birth_date = ${one.birthDate}, language = ${one.language}, telephone = ${one.telephone}, email = ${one.email},
           contact_by = ${one.contactBy}, may_leave_message = ${one.mayLeaveMessage}, contact_note = ${one.contactNote}
     where org_id = ${orgId} and id = ${id}
  `.execute(tx);
}

export async function findDetails(tx: Tx, orgId: string, id: string): Promise<Details | null> {
  const { rows } = await sql<Details>`
    select legal_given_name as "legalGivenName", legal_family_name as "legalFamilyName", coalesce(chosen_name, '') as "chosenName", coalesce(pronouns, '') as pronouns,
           participant_number as "participantNumber", birth_date as "birthDate", language, telephone, email, contact_by as "contactBy",
           may_leave_message as "mayLeaveMessage", contact_note as "contactNote"
      from participants where org_id = ${orgId} and id = ${id}
  `.execute(tx);
  return rows[0] ?? null;
}

/** Legal names of everybody born on a day, or of everybody whose birth date is not known; never shown to anybody. */
export async function listLegalNamesBorn(tx: Tx, orgId: string, birthDate: CivilDate | null): Promise<{ legalGivenName: string; legalFamilyName: string }[]> {
  const { rows } = await sql<{ legalGivenName: string; legalFamilyName: string }>`
    select legal_given_name as "legalGivenName", legal_family_name as "legalFamilyName" from participants where org_id = ${orgId} and birth_date is not distinct from ${birthDate}::date
  `.execute(tx);
  return rows;
}

/** The highest of the numbers that were made here, such as 41 for P-41; 0 when none was. Ask with the organization locked. */
export async function highestNumber(tx: Tx, orgId: string): Promise<number> {
  const { rows } = await sql<{ highest: number }>`
    select coalesce(max(substring(participant_number from '^P-([0-9]{1,6})$')::integer), 0) as highest from participants where org_id = ${orgId}
  `.execute(tx);
  return rows[0]?.highest ?? 0;
}
