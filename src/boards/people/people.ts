/** The people of a site, those who wait to be admitted, and what can be chosen for them. */
import { sql } from 'kysely';
import type { OutputOf } from '../../platform/contract.ts';
import type { Tx } from '../../platform/database.ts';
import type { Answer } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import { displayNames } from '../../modules/people/index.ts';
import type { ParticipantId } from '../../modules/people/words.ts';
import { weekSince } from '../../modules/placements/index.ts';
import { findSite } from '../../modules/program/index.ts';
import { dateIn } from '../../values/civil-date.ts';
import type { CivilDate } from '../../values/civil-date.ts';
import { foldWord, wordsOf } from '../../values/names-in-text.ts';
import type { readPeople as contract, readPlacementChoices as choicesContract } from './people.contract.ts';

type List = OutputOf<typeof contract>;
type Choices = OutputOf<typeof choicesContract>;
type Named = { participantId: ParticipantId; legalGivenName: string; legalFamilyName: string; chosenName: string | null; birthYear: number | null };
type PlacedRow = Named & Omit<List['people'][number], keyof Named | 'displayName' | 'alsoNamed' | 'week'>;
type WaitingRow = Named & { enteredAt: Date; all: number };

/** More who wait are counted, not listed: a page of them is a day's work. */
const WAITING_SHOWN = 50;
/** Who was entered longer ago and never admitted is found by search: nobody waits that long, and the list need not look past everybody who was ever here. */
const WAITING_DAYS = 365;

export const readPeople: Answer<typeof contract> = async ({ tx, actor, now }, { query }) => {
  const site = await findSite(tx, actor.orgId, query.siteId, actor.placeIds);
  if (site === null) return refuse('not-found');
  const today = dateIn(site.timeZone, now);
  const placed = await listPlaced(tx, actor.orgId, site.id, today);
  const admits = actor.permissions.has('people.change') || actor.permissions.has('placement.change');
  const waiting = admits ? await listWaiting(tx, actor.orgId, now) : [];
  const names = namesOf([...placed, ...waiting]);
  const people = placed.map(({ legalGivenName, legalFamilyName, chosenName: _, ...row }) => ({
    ...row, displayName: names.get(row.participantId) ?? '', alsoNamed: alsoNamed({ legalGivenName, legalFamilyName }), week: weekSince(row.admittedOn, today),
  }));
  const list: List = {
    asOf: now.toISOString(), site: { id: site.id, name: site.name, timeZone: site.timeZone }, today,
    people: people.sort((one, other) => one.displayName.localeCompare(other.displayName, 'en') || one.episodeId.localeCompare(other.episodeId)),
    waiting: waiting.map((row) => ({ participantId: row.participantId, displayName: names.get(row.participantId) ?? '', alsoNamed: alsoNamed(row), birthYear: row.birthYear, enteredAt: row.enteredAt.toISOString() })),
    waitingMore: (waiting[0]?.all ?? 0) - waiting.length,
  };
  return { value: list };
};

/** Each word once, as typing finds it. */
function alsoNamed({ legalGivenName, legalFamilyName }: Pick<Named, 'legalGivenName' | 'legalFamilyName'>): string {
  return [...new Set(wordsOf(`${legalGivenName} ${legalFamilyName}`).map((word) => foldWord(word.text)))].join(' ');
}

function namesOf(people: readonly Named[]): Map<string, string> {
  const once = [...new Map(people.map((person) => [person.participantId, person])).values()];
  return new Map([...displayNames(once)].map(([person, name]) => [person.participantId, name]));
}

/** Episodes that are open on a day or begin later, with what is in force on it, or on the first day of one that is ahead. */
async function listPlaced(tx: Tx, orgId: string, siteId: string, today: CivilDate): Promise<PlacedRow[]> {
  const onDay = (row: string) => {
    const [startsOn, endedOn, withdrawnAt] = [sql.ref(`${row}.starts_on`), sql.ref(`${row}.ended_on`), sql.ref(`${row}.withdrawn_at`)];
    return sql`${withdrawnAt} is null and ${startsOn} <= greatest(${today}::date, e.admitted_on) and (${endedOn} is null or ${endedOn} >= greatest(${today}::date, e.admitted_on))`;
  };
  const { rows } = await sql<PlacedRow>`
    select e.id as "episodeId", e.participant_id as "participantId", p.legal_given_name as "legalGivenName", p.legal_family_name as "legalFamilyName", p.chosen_name as "chosenName",
           extract(year from p.birth_date)::integer as "birthYear", g.name as "programName", t.name as "trackName", e.admitted_on as "admittedOn",
           l.level, v.weeks, v.phases -> (h.phase_no - 1) ->> 'name' as "phaseName", f.given_name || ' ' || f.family_name as "counselorName",
           (select count(distinct n.series_id)::integer from enrollments n join series k on k.org_id = n.org_id and k.id = n.series_id and (k.ended_on is null or k.ended_on >= ${today})
             where n.org_id = e.org_id and n.episode_id = e.id and n.withdrawn_at is null and (n.ended_on is null or n.ended_on >= ${today})) as seats
      from episodes e
      join participants p on p.org_id = e.org_id and p.id = e.participant_id
      join programs g on g.org_id = e.org_id and g.id = e.program_id
      left join tracks t on t.org_id = e.org_id and t.id = e.track_id
      left join level_segments l on l.org_id = e.org_id and l.episode_id = e.id and ${onDay('l')}
      left join phase_segments h on h.org_id = e.org_id and h.episode_id = e.id and ${onDay('h')}
      left join path_versions v on v.org_id = h.org_id and v.id = h.path_version_id
      left join episode_counselors c on c.org_id = e.org_id and c.episode_id = e.id and ${onDay('c')}
      left join staff f on f.org_id = c.org_id and f.id = c.staff_id
     where e.org_id = ${orgId} and e.site_id = ${siteId} and (e.ended_on is null or e.ended_on >= ${today})
  `.execute(tx);
  return rows;
}

/** The newest of those who were entered within a year and never had an episode, each with how many there are. */
async function listWaiting(tx: Tx, orgId: string, now: Date): Promise<WaitingRow[]> {
  const { rows } = await sql<WaitingRow>`
    select p.id as "participantId", p.legal_given_name as "legalGivenName", p.legal_family_name as "legalFamilyName", p.chosen_name as "chosenName",
           extract(year from p.birth_date)::integer as "birthYear", p.recorded_at as "enteredAt", (count(*) over ())::integer as "all"
      from participants p
     where p.org_id = ${orgId} and p.recorded_at > ${now}::timestamptz - make_interval(days => ${WAITING_DAYS})
       and not exists (select 1 from episodes e where e.org_id = p.org_id and e.participant_id = p.id)
     order by p.recorded_at desc, p.id
     limit ${WAITING_SHOWN}
  `.execute(tx);
  return rows;
}

export const readPlacementChoices: Answer<typeof choicesContract> = async ({ tx, actor, now }, { query }) => {
  const site = await findSite(tx, actor.orgId, query.siteId, actor.placeIds);
  if (site === null) return refuse('not-found');
  const today = dateIn(site.timeZone, now);
  return { value: { today, programs: await listPrograms(tx, actor.orgId, site.id), counselors: await listCounselors(tx, actor.orgId, site.id, today) } };
};

/** Programs that take people, with their tracks at a site and the newest version of each path that goes on. */
async function listPrograms(tx: Tx, orgId: string, siteId: string): Promise<Choices['programs']> {
  const { rows } = await sql<Choices['programs'][number]>`
    select g.id as "programId", g.name, g.population, g.level,
           (select coalesce(jsonb_agg(jsonb_build_object('trackId', t.id, 'name', t.name) order by t.name), '[]')
              from tracks t where t.org_id = g.org_id and t.program_id = g.id and t.site_id = ${siteId} and t.ended_on is null) as tracks,
           (select coalesce(jsonb_agg(jsonb_build_object('pathId', v.path_id, 'pathVersionId', v.id, 'name', v.name, 'weeks', v.weeks, 'phases',
                     (select jsonb_agg(jsonb_build_object('name', h.phase ->> 'name', 'weeks', h.phase -> 'weeks', 'level', h.phase ->> 'level') order by h.no)
                        from jsonb_array_elements(v.phases) with ordinality as h (phase, no))) order by v.name, v.path_id), '[]')
              from path_versions v
             where v.org_id = g.org_id and v.program_id = g.id and v.ended_at is null
               and not exists (select 1 from path_versions n where n.org_id = v.org_id and n.path_id = v.path_id and n.version > v.version)) as paths
      from programs g where g.org_id = ${orgId} and g.ended_on is null order by g.name
  `.execute(tx);
  return rows;
}

/** Who writes notes at a site, by name. */
async function listCounselors(tx: Tx, orgId: string, siteId: string, today: CivilDate): Promise<Choices['counselors']> {
  const { rows } = await sql<Choices['counselors'][number]>`
    select f.id as "staffId", f.given_name || ' ' || f.family_name || case when f.credential = '' then '' else ', ' || f.credential end as name
      from site_staff w join staff f on f.org_id = w.org_id and f.id = w.staff_id
     where w.org_id = ${orgId} and w.site_id = ${siteId} and w.starts_on <= ${today} and (w.ended_on is null or w.ended_on >= ${today}) and (f.ended_on is null or f.ended_on >= ${today})
       and exists (select 1 from staff_roles r join role_permissions p on p.org_id = r.org_id and p.role = r.role and p.ended_at is null and p.permission = 'note.draft'
                    where r.org_id = f.org_id and r.staff_id = f.id and r.ended_at is null)
     order by f.family_name, f.given_name, f.id
  `.execute(tx);
  return rows;
}
