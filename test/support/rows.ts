/** One row of every kind that a request can name, so that absent, another site's and another organization's can be asked for. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { newId } from '../../src/platform/ids.ts';
import type { Tx } from '../../src/platform/database.ts';
import type { House, Organization } from './house.ts';

/** The ids by which a request names what it is about. */
export type Where = {
  sessionId: string; siteId: string; participantId: string; programId: string; roomId: string; trackId: string; holidayId: string; curriculumId: string; pathId: string; ruleId: string;
  staffId: string; credentialId: string; onCallId: string; contactId: string; healthItemId: string; episodeId: string; seriesId: string; weeklyTimeId: string; enrollmentId: string;
};

type Known = { orgId: string; siteId: string; sessionId: string; participantId: string; programId: string; episodeId: string; seriesId: string; enrollmentId: string; name: string };

/** Writes a row under a fresh id and answers the id. */
function writer(tx: Tx, now: Date) {
  return async (statement: (id: string) => RawBuilder<unknown>): Promise<string> => {
    const id = newId(now);
    await statement(id).execute(tx);
    return id;
  };
}

type OrganizationRows = Pick<Where, 'pathId' | 'curriculumId' | 'ruleId'>;

/** What belongs to all sites of an organization: a path, a curriculum with a module, an hours rule. */
export async function furnishOrganizationRows(tx: Tx, { orgId, programId, name }: Pick<Known, 'orgId' | 'programId' | 'name'>, now: Date): Promise<OrganizationRows> {
  const row = writer(tx, now);
  const pathId = newId(now);
  await row((id) => sql`insert into path_versions (org_id, id, path_id, version, program_id, name, weeks, phases, recorded_at) values (${orgId}, ${id}, ${pathId}, 1, ${programId}, ${`${name} path`}, 4,
    ${JSON.stringify([{ name: 'First', weeks: 4, level: 'iop', blocks: [{ label: 'Block', sessionType: 'group', minutes: 200, breakMinutes: 20, perWeek: 3 }] }])}::jsonb, ${now})`);
  const curriculumId = await row((id) => sql`insert into curricula (org_id, id, name, recorded_at) values (${orgId}, ${id}, ${`${name} curriculum`}, ${now})`);
  await row((id) => sql`insert into curriculum_modules (org_id, id, curriculum_id, position, title, is_entry_point, recorded_at) values (${orgId}, ${id}, ${curriculumId}, 1, ${`${name} module`}, true, ${now})`);
  return {
    pathId, curriculumId,
    ruleId: await row((id) => sql`insert into hours_rules (org_id, id, name, level, population, unit, basis, session_types, participant_present, valid_from, source, is_verified, purpose, said_by, recorded_at)
      values (${orgId}, ${id}, ${`${name} rule`}, 'iop', 'adults', 'minutes', 'attended', '{group}', true, '2026-01-01', 'A source', false, 'test', 'A payer', ${now})`),
  };
}

async function furnishSite(tx: Tx, { orgId, siteId, programId, name }: Known, now: Date) {
  const row = writer(tx, now);
  return {
    roomId: await row((id) => sql`insert into rooms (org_id, id, site_id, name, recorded_at) values (${orgId}, ${id}, ${siteId}, ${`${name} room`}, ${now})`),
    trackId: await row((id) => sql`insert into tracks (org_id, id, program_id, site_id, name, recorded_at) values (${orgId}, ${id}, ${programId}, ${siteId}, ${`${name} track`}, ${now})`),
    holidayId: await row((id) => sql`insert into holidays (org_id, id, site_id, date, name, recorded_at) values (${orgId}, ${id}, ${siteId}, '2026-12-25', ${`${name} day`}, ${now})`),
  };
}

async function furnishStaff(tx: Tx, { orgId, siteId, name }: Known, now: Date) {
  const row = writer(tx, now);
  const staffId = await row((id) => sql`insert into staff (org_id, id, given_name, family_name, started_on, recorded_at) values (${orgId}, ${id}, ${`${name}given`}, ${`${name}family`}, '2026-01-01', ${now})`);
  await row((id) => sql`insert into site_staff (org_id, id, site_id, staff_id, starts_on, recorded_at) values (${orgId}, ${id}, ${siteId}, ${staffId}, '2026-01-01', ${now})`);
  return {
    staffId,
    credentialId: await row((id) => sql`insert into staff_credentials (org_id, id, staff_id, kind, valid_from, recorded_at) values (${orgId}, ${id}, ${staffId}, 'LPC', '2026-01-01', ${now})`),
    onCallId: await row((id) => sql`insert into on_call_days (org_id, id, site_id, date, staff_id, recorded_at) values (${orgId}, ${id}, ${siteId}, '2026-11-20', ${staffId}, ${now})`),
  };
}

async function furnishPlacement(tx: Tx, { orgId, episodeId, seriesId, sessionId, participantId }: Known, now: Date): Promise<object> {
  const row = writer(tx, now);
  const { rows } = await sql<{ staffId: string; pathVersionId: string }>`
    select (select id from staff where org_id = ${orgId} limit 1) as "staffId", (select id from path_versions where org_id = ${orgId} limit 1) as "pathVersionId"`.execute(tx);
  const staffId = rows[0]?.staffId ?? '';
  await row((id) => sql`insert into episode_counselors (org_id, id, episode_id, staff_id, starts_on, recorded_at) values (${orgId}, ${id}, ${episodeId}, ${staffId}, '2026-11-01', ${now})`);
  await row((id) => sql`insert into phase_segments (org_id, id, episode_id, path_version_id, phase_no, starts_on, recorded_at) values (${orgId}, ${id}, ${episodeId}, ${rows[0]?.pathVersionId ?? ''}, 1, '2026-11-01', ${now})`);
  await row((id) => sql`insert into co_facilitators (org_id, id, series_id, staff_id, starts_on, recorded_at) values (${orgId}, ${id}, ${seriesId}, ${staffId}, '2026-11-01', ${now})`);
  await row((id) => sql`insert into session_changes (org_id, id, session_id, kind, reason, was, became, participant_ids, recorded_at) values (${orgId}, ${id}, ${sessionId}, 'moved', 'A reason', '{}', '{}', ${[participantId]}::uuid[], ${now}::timestamptz - interval '1 day')`);
  await row((id) => sql`insert into changes (org_id, id, about, row_id, was, became, recorded_at, recorded_by) values (${orgId}, ${id}, 'series', ${seriesId}, '{}', '{}', ${now}, ${staffId})`);
  return {};
}

/** The known ids of a clinic with a row of every further kind, each with the clinic's name in it where it has a name. */
export async function furnishRows(tx: Tx, known: Known, shared: OrganizationRows, now: Date): Promise<Where> {
  const { orgId, participantId, seriesId, name } = known;
  const row = writer(tx, now);
  const { orgId: _, name: __, ...ids } = known;
  return {
    ...ids, ...shared, ...await furnishSite(tx, known, now), ...await furnishStaff(tx, known, now),
    ...await furnishPlacement(tx, known, now),
    contactId: await row((id) => sql`insert into participant_contacts (org_id, id, participant_id, kind, name, recorded_at) values (${orgId}, ${id}, ${participantId}, 'emergency', ${`${name} sister`}, ${now})`),
    healthItemId: await row((id) => sql`insert into health_items (org_id, id, participant_id, kind, label, recorded_at) values (${orgId}, ${id}, ${participantId}, 'allergy', ${`${name} nuts`}, ${now})`),
    weeklyTimeId: await row((id) => sql`insert into weekly_times (org_id, id, series_id, weekday, starts_at_local, minutes, starts_on, recorded_at) values (${orgId}, ${id}, ${seriesId}, 2, '14:00', 60, '2026-10-01', ${now})`),
  };
}

/** The same for a furnished clinic. */
export async function furnishEverything(house: House, clinic: Organization, name: string): Promise<Where> {
  const [person] = clinic.people;
  return await house.inOrganization(clinic.orgId, async (tx) => {
    const { rows } = await sql<{ id: string }>`select id from enrollments where org_id = ${clinic.orgId} and participant_id = ${person?.id}`.execute(tx);
    const known = { orgId: clinic.orgId, siteId: clinic.siteId, sessionId: clinic.sessionId, participantId: person?.id ?? '', programId: clinic.programId, episodeId: person?.episodeId ?? '', seriesId: clinic.seriesId };
    const all = { ...known, enrollmentId: rows[0]?.id ?? '', name };
    return await furnishRows(tx, all, await furnishOrganizationRows(tx, all, house.clock.now()), house.clock.now());
  });
}
