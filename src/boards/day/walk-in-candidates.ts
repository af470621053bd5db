/** People placed at a site by the first letters of their names, however they are spelled. */
import { sql } from 'kysely';
import type { OutputOf } from '../../platform/contract.ts';
import type { Tx } from '../../platform/database.ts';
import type { Answer } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import { displayNames, plainName } from '../../modules/people/index.ts';
import type { ParticipantId } from '../../modules/people/words.ts';
import { findSite } from '../../modules/program/index.ts';
import { dateIn } from '../../values/civil-date.ts';
import type { readWalkInCandidates as contract } from './today.contract.ts';

type Candidate = { participantId: ParticipantId; legalGivenName: string; legalFamilyName: string; chosenName: string | null; birthYear: number | null; programIds: string[] };

const SHOWN = 8;
/** What stands between the words of a name. */
const SPACES = /[ '’-]+/;

export const readWalkInCandidates: Answer<typeof contract> = async ({ tx, actor, now }, { body }) => {
  const site = await findSite(tx, actor.orgId, body.siteId, actor.placeIds);
  if (site === null) return refuse('not-found');
  const placed = await listPlaced(tx, actor.orgId, site.id, dateIn(site.timeZone, now));
  const typed = plainName(body.typed).split(SPACES);
  const found = placed.filter((person) => fits(person, typed)).slice(0, SHOWN);
  const names = displayNames(found);
  const people = found.map((person) => ({ participantId: person.participantId, displayName: names.get(person) ?? '', birthYear: person.birthYear, programIds: person.programIds }));
  return { value: { people } satisfies OutputOf<typeof contract> };
};

/** Each typed word begins a word of one of the names. */
function fits(person: Candidate, typed: readonly string[]): boolean {
  const words = plainName(`${person.chosenName ?? ''} ${person.legalGivenName} ${person.legalFamilyName}`).split(SPACES);
  return typed.every((word) => words.some((one) => one.startsWith(word)));
}

async function listPlaced(tx: Tx, orgId: string, siteId: string, today: string): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    select p.id as "participantId", p.legal_given_name as "legalGivenName", p.legal_family_name as "legalFamilyName", p.chosen_name as "chosenName",
           extract(year from p.birth_date)::integer as "birthYear", array_agg(distinct e.program_id)::text[] as "programIds"
      from episodes e join participants p on p.org_id = e.org_id and p.id = e.participant_id
     where e.org_id = ${orgId} and e.site_id = ${siteId} and e.admitted_on <= ${today} and (e.ended_on is null or e.ended_on >= ${today})
     group by p.org_id, p.id
     order by coalesce(nullif(p.chosen_name, ''), p.legal_given_name), p.legal_family_name, p.id
  `.execute(tx);
  return rows;
}
