/** People found by name, birth date or number, with where they stand: enough to know who is meant, no more. */
import { sql } from 'kysely';
import type { OutputOf } from '../../platform/contract.ts';
import type { Tx } from '../../platform/database.ts';
import type { Answer } from '../../platform/http.ts';
import { displayNames, findParticipants, readSearch } from '../../modules/people/index.ts';
import type { ParticipantId } from '../../modules/people/words.ts';
import { SEEN_AFTER_END_DAYS, weekSince } from '../../modules/placements/index.ts';
import { dateIn } from '../../values/civil-date.ts';
import type { CivilDate } from '../../values/civil-date.ts';
import { FOUND_SHOWN } from './find-people.contract.ts';
import type { findPeople as contract } from './find-people.contract.ts';

type FoundPerson = OutputOf<typeof contract>['people'][number];
type Row = {
  participantId: ParticipantId; legalGivenName: string; legalFamilyName: string; chosenName: string | null; birthYear: number | null; participantNumber: string;
  programName: string | null; siteName: string | null; admittedOn: CivilDate | null; endedOn: CivilDate | null; today: CivilDate | null;
};

export const findPeople: Answer<typeof contract> = async ({ tx, actor, now }, { body }) => {
  const asked = readSearch(body.text, body.language, dateIn('UTC', now));
  if (asked.whole === '') return { value: { people: [], hasMore: false } };
  const admits = actor.permissions.has('people.change') || actor.permissions.has('placement.change');
  const found = await findParticipants(tx, asked, { siteIds: actor.placeIds, admits, now, seenDays: SEEN_AFTER_END_DAYS, most: FOUND_SHOWN });
  const rows = await listFound(tx, actor.orgId, found.map((one) => one.participantId), actor.placeIds, now);
  const names = displayNames(rows);
  const why = new Map(found.map((one) => [one.participantId, one.why]));
  const people = rows.map((row): FoundPerson => ({
    participantId: row.participantId, displayName: names.get(row) ?? '', legalName: `${row.legalGivenName} ${row.legalFamilyName}`.trim(), birthYear: row.birthYear,
    participantNumber: row.participantNumber, programName: row.programName, siteName: row.siteName, ...standing(row), why: why.get(row.participantId) ?? 'name',
  }));
  return { value: { people, hasMore: found[0]?.hasMore ?? false } };
};

function standing({ admittedOn, endedOn, today }: Row): Pick<FoundPerson, 'state' | 'week'> {
  if (admittedOn === null || today === null) return { state: 'waiting', week: null };
  if (endedOn !== null && endedOn < today) return { state: 'left', week: null };
  return admittedOn > today ? { state: 'ahead', week: null } : { state: 'here', week: weekSince(admittedOn, today) };
}

/** In the order of `ids`, each with the episode that says most of today: open, else ahead, else the last that ended. */
async function listFound(tx: Tx, orgId: string, ids: readonly string[], siteIds: readonly string[], now: Date): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select p.id as "participantId", p.legal_given_name as "legalGivenName", p.legal_family_name as "legalFamilyName", p.chosen_name as "chosenName",
           extract(year from p.birth_date)::integer as "birthYear", p.participant_number as "participantNumber",
           e.program_name as "programName", e.site_name as "siteName", e.admitted_on as "admittedOn", e.ended_on as "endedOn", e.today
      from unnest(${ids}::uuid[]) with ordinality as f (id, no)
      join participants p on p.org_id = ${orgId} and p.id = f.id
      left join lateral (
        select g.name as program_name, s.name as site_name, e.admitted_on, e.ended_on, t.today
          from episodes e
          join programs g on g.org_id = e.org_id and g.id = e.program_id
          join sites s on s.org_id = e.org_id and s.id = e.site_id
         cross join lateral (select (${now}::timestamptz at time zone s.time_zone)::date as today) t
         where e.org_id = p.org_id and e.participant_id = p.id and e.site_id = any(${siteIds}::uuid[])
         order by coalesce(e.ended_on < t.today, false), e.admitted_on > t.today, e.admitted_on desc
         limit 1) e on true
     order by f.no
  `.execute(tx);
  return rows;
}
