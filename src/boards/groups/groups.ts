/** The groups of a site, and what a form about them may choose from. */
import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { Answer } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import { findSite, listPlanFrames } from '../../modules/program/index.ts';
import { ON_CALL_ROLES } from '../../modules/program/words.ts';
import { LONGEST_MINUTES } from '../../modules/sessions/words.ts';
import { dateIn } from '../../values/civil-date.ts';
import type { CivilDate } from '../../values/civil-date.ts';
import { listGroups } from './group-rows.ts';
import type { readGroupChoices as choicesContract, readGroups as contract } from './groups.contract.ts';

export const readGroups: Answer<typeof contract> = async ({ tx, actor, now }, { query }) => {
  const site = await findSite(tx, actor.orgId, query.siteId, actor.placeIds);
  if (site === null) return refuse('not-found');
  const today = dateIn(site.timeZone, now);
  const [{ groups }, frames, until] = await Promise.all([
    listGroups(tx, actor.orgId, sql`g.site_id = ${site.id}`, today), listPlanFrames(tx, actor.orgId, [site.id]),
    sql<{ date: CivilDate | null }>`select max(first_planned_on) as date from sessions where org_id = ${actor.orgId} and site_id = ${site.id} and planned_start_at >= ${now} and withdrawn_at is null`.execute(tx),
  ]);
  return { value: {
    asOf: now.toISOString(), site: { id: site.id, name: site.name, timeZone: site.timeZone }, today, planWeeks: frames.get(site.id)?.planWeeks ?? 0,
    plannedUntil: until.rows[0]?.date ?? null, groups,
  } };
};

type Named = { id: string; name: string };

export const readGroupChoices: Answer<typeof choicesContract> = async ({ tx, actor, now }, { query }) => {
  const { orgId } = actor;
  const site = await findSite(tx, orgId, query.siteId, actor.placeIds);
  if (site === null) return refuse('not-found');
  const today = dateIn(site.timeZone, now);
  const [rooms, programs, tracks, curricula, staff] = await Promise.all([
    sql<Named>`select id, name from rooms where org_id = ${orgId} and site_id = ${site.id} and ended_at is null order by name`.execute(tx),
    sql<Named>`select id, name from programs where org_id = ${orgId} and ended_at is null order by name`.execute(tx),
    sql<Named & { programId: string }>`select id, name, program_id as "programId" from tracks where org_id = ${orgId} and site_id = ${site.id} and ended_at is null order by name`.execute(tx),
    sql<Named>`select id, name from curricula where org_id = ${orgId} and ended_at is null order by name`.execute(tx),
    listLeaders(tx, orgId, site.id, today, now),
  ]);
  return { value: { rooms: rooms.rows, programs: programs.rows, tracks: tracks.rows, curricula: curricula.rows, staff } };
};

/** Clinicians of a site, and whoever leads a group or a session ahead there already, so that a form does not lose them. */
async function listLeaders(tx: Tx, orgId: string, siteId: string, today: CivilDate, now: Date): Promise<(Named & { credentials: string[] })[]> {
  const { rows } = await sql<Named & { credentials: string[] }>`
    select s.id, s.given_name || ' ' || s.family_name as name,
           coalesce((select array_agg(distinct c.kind) from staff_credentials c where c.org_id = s.org_id and c.staff_id = s.id and c.ended_at is null
                      and c.valid_from <= ${today} and (c.expires_on is null or c.expires_on >= ${today})), '{}') as credentials
      from staff s join site_staff w on w.org_id = s.org_id and w.staff_id = s.id and w.ended_at is null
     where s.org_id = ${orgId} and w.site_id = ${siteId} and s.ended_at is null
       and (exists (select 1 from staff_roles r where r.org_id = s.org_id and r.staff_id = s.id and r.role = any(${[...ON_CALL_ROLES]}::text[]) and r.ended_at is null)
         or exists (select 1 from weekly_times t join series g on g.org_id = t.org_id and g.id = t.series_id
                     where t.org_id = s.org_id and t.facilitator_id = s.id and g.site_id = ${siteId} and t.withdrawn_at is null and (t.ended_on is null or t.ended_on >= ${today}))
         or exists (select 1 from co_facilitators h join series g on g.org_id = h.org_id and g.id = h.series_id
                     where h.org_id = s.org_id and h.staff_id = s.id and g.site_id = ${siteId} and h.ended_at is null)
         or exists (select 1 from sessions a where a.org_id = s.org_id and a.facilitator_id = s.id and a.site_id = ${siteId} and a.planned_end_at > ${now}
                     and a.planned_start_at > ${now}::timestamptz - make_interval(mins => ${LONGEST_MINUTES}) and a.withdrawn_at is null))
     order by s.family_name, s.given_name, s.id
  `.execute(tx);
  return rows;
}
