/** One person's record at the size of years: sessions with attendance, notes and what followed them, contact notes, tasks, a plan. */
import type { Organization, Person } from './house.ts';

/** What statements are written with: a client that is allowed to, and the day of the house. */
export type Planting = { say(text: string): Promise<void>; clinic: Organization; today: string; now: string; zone: string };

/** The id of the n-th row of a kind: the same expression names it wherever it is pointed at. */
export function idOf(clinic: Organization, kind: string, n: string): string {
  return `overlay(overlay(md5('${clinic.orgId} ${kind} ' || ${n}) placing '4' from 13) placing '8' from 17)::uuid`;
}

export type LongRecord = { sessionsEach: number; contactNotes?: number; tasks?: number };
type Of = { org: string; by: string; other: string; person: string; episode: string; id(kind: string, n?: string): string };

/*
 * The k-th session lies k days back. Every fifth is individual, half of those booked and half come to without a booking; the others are of a group of the person's own.
 * Every tenth: did not come; every tenth: the end was moved. Every twentieth: the times were corrected after signing.
 */
const SESSIONS = (of: Of, { today, zone }: Planting, count: number): string => `(select k, d, at, k % 5 <> 0 as is_group, k % 10 = 3 as is_absent, k % 20 = 1 as is_corrected, ${of.id('session', 'k')} as s, ${of.id('came', 'k')} as a
    from (select k, date '${today}' - k as d, ((date '${today}' - k + time '10:10') at time zone '${zone}') as at from generate_series(1, ${count}) k) x)`;

async function writeSessions(planting: Planting, of: Of, count: number): Promise<void> {
  const { say, clinic, today, now } = planting;
  const from = SESSIONS(of, planting, count);
  const [series, seat] = [of.id('series'), of.id('seat')];
  const place = `'${clinic.siteId}', '${clinic.programId}'`;
  await say(`update episodes set admitted_on = least(admitted_on, date '${today}' - ${count}) where org_id = ${of.org} and id = ${of.episode}`);
  await say(`update level_segments set starts_on = least(starts_on, date '${today}' - ${count}) where org_id = ${of.org} and episode_id = ${of.episode}`);
  await say(`insert into series (org_id, id, site_id, program_id, name, session_type, starts_on, recorded_at) values (${of.org}, ${series}, ${place}, 'Long group', 'group', date '${today}' - ${count}, '${now}')`);
  await say(`insert into enrollments (org_id, id, series_id, episode_id, participant_id, seat_no, starts_on, recorded_at) values (${of.org}, ${seat}, ${series}, ${of.episode}, ${of.person}, 1, date '${today}' - ${count}, '${now}')`);
  await say(`insert into sessions (org_id, id, series_id, session_type, name, first_planned_on, first_planned_at_local, site_id, program_id, facilitator_id, planned_start_at, planned_end_at, breaks, recorded_at)
    select ${of.org}, s, case when is_group then ${series} end, case when is_group then 'group' else 'individual' end, 'Session ' || k, d, '10:10', ${place}, ${of.by}, at, at + interval '3 hours', '[{"startMinute": 80, "minutes": 10}]', at from ${from} x`);
  await say(`insert into session_bookings (org_id, id, session_id, participant_id, seat_no, is_make_up, recorded_at, recorded_by)
    select ${of.org}, ${of.id('booking', 'k')}, s, ${of.person}, 1, false, at, ${of.by} from ${from} x where k % 10 = 0`);
  await say(`insert into held_times (org_id, id, session_id, ends_at, breaks, reason, recorded_at, recorded_by)
    select ${of.org}, ${of.id('held', 'k')}, s, at + interval '175 minutes', '[{"startMinute": 80, "minutes": 10, "taken": true}]', 'Ended early', at, ${of.by} from ${from} x where k % 10 = 4`);
}

async function writeAttendance({ say, clinic, ...planting }: Planting, of: Of, count: number): Promise<void> {
  const from = SESSIONS(of, { say, clinic, ...planting }, count);
  const corrected = of.id('came-corrected', 'k');
  const columns = 'org_id, id, session_id, participant_id, enrollment_id, program_id, level, outcome, seat_no, absence_reason, excused, absence_detail, recorded_at, recorded_by, superseded_at, superseded_by, supersedes_id, correction_reason';
  const shared = `s, ${of.person}, case when is_group then ${of.id('seat')} end, '${clinic.programId}'::uuid, 'iop'`;
  await say(`insert into attendances (${columns})
    select ${of.org}, a, ${shared}, case when is_absent then 'absent' else 'present' end, case when not is_absent then 1 end, case when is_absent then 'ill' end, case when is_absent then k % 20 = 3 end, '', at, ${of.by},
           case when is_corrected then at + interval '1 day' end, case when is_corrected then ${of.by} end, null, null from ${from} x`);
  await say(`insert into attendances (${columns})
    select ${of.org}, ${corrected}, ${shared}, 'present', 1, null, null, '', at + interval '1 day', ${of.by}, null, null, a, 'Came ten minutes later' from ${from} x where is_corrected`);
  await say(`insert into stays (org_id, id, attendance_id, arrived_at, recorded_at, recorded_by, ended_at, ended_recorded_at, ended_by)
    select ${of.org}, ${of.id('stay', "k || ' ' || n")}, a, at + interval '90 minutes' * (n - 1), at, ${of.by}, at + interval '85 minutes' * n, at, ${of.by} from ${from} x, generate_series(1, 2) n where not is_absent and (n = 1 or k % 6 = 0)
    union all select ${of.org}, ${of.id('stay-corrected', 'k')}, ${corrected}, at + interval '10 minutes', at, ${of.by}, at + interval '85 minutes', at, ${of.by} from ${from} x where is_corrected`);
}

async function writeNotes(planting: Planting, of: Of, count: number): Promise<void> {
  const { say } = planting;
  const from = SESSIONS(of, planting, count);
  const note = of.id('note', 'k');
  const author = `${of.by}, 'Sam facilitator', 'LPC'`;
  await say(`insert into notes (org_id, id, session_id, participant_id, attendance_id, shared_part, chips, own_sentence, craving, practice, scheduled_minutes, attended_minutes, clinical_minutes, minutes_rule, author_id, author_name,
      author_credential, signed_at, objective_id, cosign_by)
    select ${of.org}, ${note}, s, ${of.person}, a, jsonb_build_object('topic', 'Saying no', 'interventions', '["role-play"]'::jsonb, 'happened', repeat('Pairs rehearsed saying no to an offer. ', 8), 'practice', 'Call one person.'),
           '{took-part,practiced}', 'Named situation ' || k || ' in which leaving early was possible, and practiced one sentence.', k % 8, '', 180, 85, 80, 'minutes-1', ${author}, at + interval '4 hours',
           ${of.id('objective', "1 + k % 3 || ' ' || 1 + k / 3 % 3")}, case when k % 7 = 0 then ${of.other} end from ${from} x where not is_absent`);
  await say(`insert into note_addenda (org_id, id, note_id, kind, text, attendance_id, scheduled_minutes, attended_minutes, clinical_minutes, minutes_rule, author_id, author_name, author_credential, signed_at)
    select ${of.org}, ${of.id('correction', 'k')}, ${note}, 'correction', 'Came ten minutes later', ${of.id('came-corrected', 'k')}, 180, 75, 70, 'minutes-1', ${author}, at + interval '1 day' from ${from} x where is_corrected
    union all select ${of.org}, ${of.id('addendum', 'k')}, ${note}, 'addendum', 'One more thing', null, null, null, null, null, ${author}, at + interval '2 days' from ${from} x where k % 25 = 2`);
  await say(`insert into note_reviews (org_id, id, note_id, kind, reason, addenda_seen, by_id, by_name, by_credential, signed_at)
    select ${of.org}, ${of.id('review', 'k')}, ${note}, 'co-signed', '', 0, ${of.other}, 'Sam supervisor', 'LPC', at + interval '3 days' from ${from} x where k % 7 = 0 and not is_absent`);
}

/** Three goals with three objectives each, interventions, and a plan that was signed three times. */
async function writePlan({ say, today, now }: Planting, of: Of): Promise<void> {
  const goal = (n: string): string => of.id('goal', n);
  await say(`insert into plan_goals (org_id, id, episode_id, participant_id, position, problem, own_words, recorded_at, recorded_by)
    select ${of.org}, ${goal('n')}, ${of.episode}, ${of.person}, n, 'Problem ' || n, 'In my own words ' || n, '${now}', ${of.by} from generate_series(1, 3) n`);
  await say(`insert into plan_objectives (org_id, id, goal_id, position, text, recorded_at, recorded_by)
    select ${of.org}, ${of.id('objective', "n || ' ' || o")}, ${goal('n')}, o, 'Objective ' || n || '.' || o, '${now}', ${of.by} from generate_series(1, 3) n, generate_series(1, 3) o`);
  await say(`insert into plan_interventions (org_id, id, goal_id, position, text, frequency, staff_id, recorded_at, recorded_by)
    select ${of.org}, ${of.id('intervention', 'n')}, ${goal('n')}, 1, 'Intervention ' || n, 'weekly', ${of.by}, '${now}', ${of.by} from generate_series(1, 3) n`);
  await say(`insert into signed_plans (org_id, id, episode_id, participant_id, no, content, next_review_on, agreement, agreement_words, cosign_by, author_id, author_name, author_credential, signed_at)
    select ${of.org}, ${of.id('signed-plan', 'n')}, ${of.episode}, ${of.person}, n, jsonb_build_object('goals', (
             select jsonb_agg(jsonb_build_object('number', g::text, 'problem', 'Problem ' || g, 'ownWords', 'In my own words ' || g, 'objectives', '[]'::jsonb, 'interventions', '[]'::jsonb)) from generate_series(1, 3) g)),
           date '${today}' + 30 * (n - 2), 'agrees', '', null, ${of.by}, 'Sam facilitator', 'LPC', timestamptz '${now}' - interval '30 days' * (4 - n) from generate_series(1, 3) n`);
  await say(`insert into plan_reviews (org_id, id, episode_id, reviewed_on, next_on, recorded_at, recorded_by)
    select ${of.org}, ${of.id('plan-review', 'n')}, ${of.episode}, date '${today}' - 30 * (4 - n), date '${today}' - 30 * (3 - n), timestamptz '${now}' - interval '30 days' * (4 - n), ${of.by} from generate_series(1, 3) n`);
}

/** Contact notes a week apart; tasks, the three newest still open. */
async function writeErrands({ say, clinic, now }: Planting, of: Of, { contactNotes, tasks }: { contactNotes: number; tasks: number }): Promise<void> {
  await say(`insert into contact_notes (org_id, id, participant_id, site_id, kind, with_whom, happened_at, minutes, text, risk, author_id, author_name, author_credential, signed_at)
    select ${of.org}, ${of.id('contact', 'n')}, ${of.person}, '${clinic.siteId}', 'phone', 'The person', at, 5, 'Called back and talked about the week.', 'none', ${of.by}, 'Sam facilitator', 'LPC', at
      from (select n, timestamptz '${now}' - interval '7 days' * n as at from generate_series(1, ${contactNotes}) n) x`);
  await say(`insert into tasks (org_id, id, site_id, kind, source, detail, participant_id, due_at, opened_at, opened_by, closed_at, closed_by, ended_as, done)
    select ${of.org}, ${of.id('task', 'n')}, '${clinic.siteId}', 'outreach', 'absence', '', ${of.person}, at + interval '1 day', at, ${of.by}, closed, case when closed is not null then ${of.by} end,
           case when closed is not null then 'reached' end, case when closed is null then '' else 'Talked.' end
      from (select n, timestamptz '${now}' - interval '9 days' * n as at, case when n > 3 then timestamptz '${now}' - interval '9 days' * n + interval '5 hours' end as closed from generate_series(1, ${tasks}) n) x`);
  await say(`insert into task_owners (org_id, id, task_id, staff_id, because, recorded_at)
    select ${of.org}, ${of.id('task-owner', 'n')}, ${of.id('task', 'n')}, ${of.by}, 'counselor', '${now}' from generate_series(1, ${tasks}) n`);
}

/** A supporter who may attend, and came along to every individual session that was booked. */
async function writeSupporter(planting: Planting, of: Of, count: number): Promise<void> {
  const { say, now } = planting;
  const [contact, permission] = [of.id('supporter'), of.id('permission')];
  await say(`insert into participant_contacts (org_id, id, participant_id, kind, name, relation, recorded_at) values (${of.org}, ${contact}, ${of.person}, 'supporter', 'Robin', 'Brother', '${now}')`);
  await say(`insert into supporter_permissions (org_id, id, participant_id, contact_id, session_types, given_on, given_how, detail, recorded_at, recorded_by)
    values (${of.org}, ${permission}, ${of.person}, ${contact}, '{family,individual}', '2020-01-01', 'on-paper', '', '${now}', ${of.by})`);
  await say(`insert into supporter_visits (org_id, id, session_id, participant_id, contact_id, permission_id, name, relation, recorded_at, recorded_by)
    select ${of.org}, ${of.id('visit', 'k')}, s, ${of.person}, ${contact}, ${permission}, 'Robin', 'Brother', at, ${of.by} from ${SESSIONS(of, planting, count)} x where k % 10 = 0`);
}

export async function writeRecord(planting: Planting, { id, episodeId }: Person, { sessionsEach, contactNotes = 60, tasks = 40 }: LongRecord): Promise<void> {
  const { clinic } = planting;
  const of: Of = {
    org: `'${clinic.orgId}'::uuid`, by: `'${clinic.staff.facilitator.staffId}'::uuid`, other: `'${clinic.staff.supervisor.staffId}'::uuid`, person: `'${id}'::uuid`, episode: `'${episodeId}'::uuid`,
    id: (kind, n = "''") => idOf(clinic, `${kind} of ${id}`, n),
  };
  await writeSessions(planting, of, sessionsEach);
  await writeAttendance(planting, of, sessionsEach);
  await writePlan(planting, of);
  await writeNotes(planting, of, sessionsEach);
  await writeErrands(planting, of, { contactNotes, tasks });
  await writeSupporter(planting, of, sessionsEach);
}
