/** The groups of a site, and what a form about them may choose from. */
import { sql } from 'kysely';
import type { Answer } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import { findSite, listPlanFrames } from '../../modules/program/index.ts';
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
    sql<Named & { credentials: string[] }>`
      select s.id, s.given_name || ' ' || s.family_name as name,
             coalesce((select array_agg(distinct c.kind) from staff_credentials c where c.org_id = s.org_id and c.staff_id = s.id and c.ended_at is null
                        and c.valid_from <= ${today} and (c.expires_on is null or c.expires_on >= ${today})), '{}') as credentials
        from staff s join site_staff w on w.org_id = s.org_id and w.staff_id = s.id and w.ended_at is null
       where s.org_id = ${orgId} and w.site_id = ${site.id} and s.ended_at is null order by s.family_name, s.given_name, s.id
    `.execute(tx),
  ]);
  return { value: { rooms: rooms.rows, programs: programs.rows, tracks: tracks.rows, curricula: curricula.rows, staff: staff.rows } };
};
