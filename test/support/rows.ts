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
  /** A session long past, with a signed note of the participant in it. */ pastSessionId: string; noteId: string; taskId: string; goalId: string; objectiveId: string; bookingId: string; bookableSessionId: string;
  tabletId: string; claimId: string; supervisionId: string;
  interventionId: string; signedPlanId: string; /** A supporter of the participant, the permission to attend, and a visit in the past session. */ supporterId: string; permissionId: string; visitId: string;
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

type DayRows = Pick<Where, 'pastSessionId' | 'noteId' | 'taskId' | 'goalId' | 'objectiveId' | 'bookingId' | 'bookableSessionId' | 'tabletId' | 'claimId' | 'supervisionId'>;
type PersonRows = Pick<Where, 'interventionId' | 'signedPlanId' | 'supporterId' | 'permissionId' | 'visitId'>;

/** What a day leaves behind: a signed note with all that may follow it, a task, a plan, a booking, a tablet with a claim, a discharge that was undone. */
async function furnishDay(tx: Tx, { orgId, siteId, programId, episodeId, participantId, name }: Known, { roomId, newcomerId }: { roomId: string; newcomerId: string }, now: Date): Promise<DayRows> {
  const row = writer(tx, now);
  const { rows } = await sql<{ staffId: string; otherId: string }>`select min(id::text) as "staffId", max(id::text) as "otherId" from staff where org_id = ${orgId} and id <> ${newcomerId}`.execute(tx);
  const { staffId = '', otherId = '' } = rows[0] ?? {};
  const session = (days: string) => row((id) => sql`insert into sessions (org_id, id, session_type, name, first_planned_on, first_planned_at_local, site_id, program_id, planned_start_at, planned_end_at, recorded_at)
    values (${orgId}, ${id}, 'individual', ${`${name} past`}, ${days}, '07:00', ${siteId}, ${programId}, ${`${days}T12:00:00Z`}, ${`${days}T13:00:00Z`}, ${now})`);
  const pastSessionId = await session('2026-06-01');
  const bookableSessionId = await session('2026-06-02');
  const attendanceId = await row((id) => sql`insert into attendances (org_id, id, session_id, participant_id, program_id, level, outcome, seat_no, recorded_at, recorded_by)
    values (${orgId}, ${id}, ${pastSessionId}, ${participantId}, ${programId}, 'iop', 'present', 1, ${now}, ${staffId})`);
  await row((id) => sql`insert into stays (org_id, id, attendance_id, arrived_at, recorded_at, recorded_by, ended_at, ended_recorded_at, ended_by)
    values (${orgId}, ${id}, ${attendanceId}, '2026-06-01T12:00:00Z', ${now}, ${staffId}, '2026-06-01T13:00:00Z', ${now}, ${staffId})`);
  const goalId = await row((id) => sql`insert into plan_goals (org_id, id, episode_id, participant_id, position, problem, own_words, recorded_at, recorded_by)
    values (${orgId}, ${id}, ${episodeId}, ${participantId}, 1, ${`${name} problem`}, ${`${name} goal`}, ${now}, ${staffId})`);
  const objectiveId = await row((id) => sql`insert into plan_objectives (org_id, id, goal_id, position, text, recorded_at, recorded_by) values (${orgId}, ${id}, ${goalId}, 1, ${`${name} objective`}, ${now}, ${staffId})`);
  await row((id) => sql`insert into plan_reviews (org_id, id, episode_id, reviewed_on, next_on, recorded_at, recorded_by) values (${orgId}, ${id}, ${episodeId}, '2026-11-10', '2026-12-10', ${now}, ${staffId})`);
  const noteId = await row((id) => sql`insert into notes (org_id, id, session_id, participant_id, attendance_id, shared_part, chips, own_sentence, practice, scheduled_minutes, attended_minutes, clinical_minutes, minutes_rule,
      author_id, author_name, author_credential, signed_at, objective_id, cosign_by)
    values (${orgId}, ${id}, ${pastSessionId}, ${participantId}, ${attendanceId}, ${JSON.stringify({ topic: `${name} topic`, interventions: [], happened: '', practice: '' })}::jsonb, '{took-part}', ${`${name} sentence`}, '', 60, 60, 60, 'minutes-1',
      ${staffId}, ${`${name} author`}, 'LPC', '2026-06-01T13:10:00Z', ${objectiveId}, ${otherId})`);
  await row((id) => sql`insert into note_addenda (org_id, id, note_id, kind, text, author_id, author_name, author_credential, signed_at) values (${orgId}, ${id}, ${noteId}, 'addendum', ${`${name} addendum`}, ${staffId}, ${`${name} author`}, 'LPC', '2026-06-02T13:10:00Z')`);
  await row((id) => sql`insert into note_reviews (org_id, id, note_id, kind, reason, addenda_seen, by_id, by_name, by_credential, signed_at) values (${orgId}, ${id}, ${noteId}, 'returned', ${`${name} reason`}, 0, ${otherId}, ${`${name} supervisor`}, 'LPC', '2026-06-02T12:10:00Z')`);
  await row((id) => sql`insert into contact_notes (org_id, id, participant_id, site_id, kind, with_whom, happened_at, minutes, text, risk, author_id, author_name, author_credential, signed_at)
    values (${orgId}, ${id}, ${participantId}, ${siteId}, 'phone', ${`${name} sister`}, ${now}, 5, ${`${name} call`}, 'none', ${staffId}, ${`${name} author`}, 'LPC', ${now})`);
  const taskId = await row((id) => sql`insert into tasks (org_id, id, site_id, kind, source, detail, participant_id, session_id, due_at, opened_at, opened_by)
    values (${orgId}, ${id}, ${siteId}, 'outreach', 'absence', ${`${name} detail`}, ${participantId}, ${pastSessionId}, ${now}::timestamptz + interval '1 day', ${now}, ${staffId})`);
  await row((id) => sql`insert into task_owners (org_id, id, task_id, staff_id, because, recorded_at) values (${orgId}, ${id}, ${taskId}, ${staffId}, 'counselor', ${now})`);
  const bookingId = await row((id) => sql`insert into session_bookings (org_id, id, session_id, participant_id, seat_no, is_make_up, recorded_at, recorded_by) values (${orgId}, ${id}, ${bookableSessionId}, ${participantId}, 1, true, ${now}, ${staffId})`);
  const tabletId = await row((id) => sql`insert into tablets (org_id, id, site_id, room_id, name, lists_names, token_hash, recorded_at, recorded_by) values (${orgId}, ${id}, ${siteId}, ${roomId}, ${`${name} tablet`}, false, '', ${now}, ${staffId})`);
  const claimId = await row((id) => sql`insert into arrival_claims (org_id, id, tablet_id, site_id, typed, participant_id, session_id, claimed_at) values (${orgId}, ${id}, ${tabletId}, ${siteId}, ${`${name} typed`}, ${participantId}, ${pastSessionId}, ${now})`);
  await row((id) => sql`insert into discharges (org_id, id, episode_id, participant_id, last_day, reason, detail, ended, recorded_at, recorded_by, undone_at, undone_by)
    values (${orgId}, ${id}, ${episodeId}, ${participantId}, '2026-11-01', 'other', ${`${name} detail`}, '{}', ${now}, ${staffId}, ${now}, ${staffId})`);
  const supervisionId = await row((id) => sql`insert into supervisions (org_id, id, staff_id, supervisor_id, starts_on, recorded_at) values (${orgId}, ${id}, ${newcomerId}, ${staffId}, '2026-01-01', ${now})`);
  return { pastSessionId, noteId, taskId, goalId, objectiveId, bookingId, bookableSessionId, tabletId, claimId, supervisionId };
}

/** What stands in the record of a person: a whole plan, signed and co-signed; a supporter who may attend and did. */
async function furnishPerson(tx: Tx, { orgId, episodeId, participantId, name }: Known, { goalId, pastSessionId }: Pick<Where, 'goalId' | 'pastSessionId'>, now: Date): Promise<PersonRows> {
  const row = writer(tx, now);
  const { rows } = await sql<{ staffId: string; otherId: string }>`select min(id::text) as "staffId", max(id::text) as "otherId" from staff where org_id = ${orgId}`.execute(tx);
  const { staffId = '', otherId = '' } = rows[0] ?? {};
  const interventionId = await row((id) => sql`insert into plan_interventions (org_id, id, goal_id, position, text, frequency, staff_id, recorded_at, recorded_by)
    values (${orgId}, ${id}, ${goalId}, 1, ${`${name} intervention`}, 'weekly', ${staffId}, ${now}, ${staffId})`);
  const content = { goals: [{ number: '1', problem: `${name} problem`, ownWords: `${name} goal`, objectives: [], interventions: [] }] };
  const signedPlanId = await row((id) => sql`insert into signed_plans (org_id, id, episode_id, participant_id, no, content, next_review_on, agreement, agreement_words, cosign_by, author_id, author_name, author_credential, signed_at)
    values (${orgId}, ${id}, ${episodeId}, ${participantId}, 1, ${JSON.stringify(content)}::jsonb, '2026-12-10', 'agrees', ${`${name} agrees`}, ${otherId}, ${staffId}, ${`${name} author`}, 'LPC', '2026-11-10T15:00:00Z')`);
  await row((id) => sql`insert into plan_cosignatures (org_id, id, signed_plan_id, by_id, by_name, by_credential, signed_at) values (${orgId}, ${id}, ${signedPlanId}, ${otherId}, ${`${name} supervisor`}, 'LPC', '2026-11-11T15:00:00Z')`);
  const supporterId = await row((id) => sql`insert into participant_contacts (org_id, id, participant_id, kind, name, relation, recorded_at) values (${orgId}, ${id}, ${participantId}, 'supporter', ${`${name} brother`}, 'Brother', ${now})`);
  const permissionId = await row((id) => sql`insert into supporter_permissions (org_id, id, participant_id, contact_id, session_types, given_on, given_how, detail, recorded_at, recorded_by)
    values (${orgId}, ${id}, ${participantId}, ${supporterId}, '{family,individual}', '2026-05-01', 'on-paper', ${`${name} detail`}, ${now}, ${staffId})`);
  const visitId = await row((id) => sql`insert into supporter_visits (org_id, id, session_id, participant_id, contact_id, permission_id, name, relation, recorded_at, recorded_by)
    values (${orgId}, ${id}, ${pastSessionId}, ${participantId}, ${supporterId}, ${permissionId}, ${`${name} brother`}, 'Brother', ${now}, ${staffId})`);
  return { interventionId, signedPlanId, supporterId, permissionId, visitId };
}

/** The known ids of a clinic with a row of every further kind, each with the clinic's name in it where it has a name. */
export async function furnishRows(tx: Tx, known: Known, shared: OrganizationRows, now: Date): Promise<Where> {
  const { orgId, participantId, seriesId, name } = known;
  const row = writer(tx, now);
  const { orgId: _, name: __, ...ids } = known;
  const site = await furnishSite(tx, known, now);
  const staff = await furnishStaff(tx, known, now);
  const day = await furnishDay(tx, known, { roomId: site.roomId, newcomerId: staff.staffId }, now);
  return {
    ...ids, ...shared, ...site, ...staff, ...day,
    ...await furnishPlacement(tx, known, now), ...await furnishPerson(tx, known, day, now),
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
