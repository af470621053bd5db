/** Months of sessions with signed notes about one person, written at once: what a list and a paper are tried with. */
import { sql } from 'kysely';
import type { House, Organization, Person } from '../support/house.ts';

/** So many sessions in the past with a signed note of this person in each, two a day, the newest yesterday; every other with an addendum. */
export async function furnishNotes(house: House, clinic: Organization, person: Pick<Person, 'id'>, count: number): Promise<void> {
  const { orgId, siteId, programId } = clinic;
  const by = clinic.staff.facilitator.staffId;
  await house.inOrganization(orgId, async (tx) => {
    await sql`
      with made as (
        insert into sessions (org_id, id, session_type, name, first_planned_on, first_planned_at_local, site_id, program_id, facilitator_id, planned_start_at, planned_end_at, recorded_at)
        select ${orgId}, gen_random_uuid(), 'individual', 'Hour ' || i, (t.at at time zone 'America/Chicago')::date, '09:00', ${siteId}, ${programId}, ${by}, t.at, t.at + interval '50 minutes', t.at
          from generate_series(1, ${count}) i, lateral (select timestamptz '2026-11-18T15:00:00Z' - i * interval '12 hours' as at) t
        returning id, planned_start_at, planned_end_at
      ), came as (
        insert into attendances (org_id, id, session_id, participant_id, program_id, level, outcome, seat_no, recorded_at, recorded_by)
        select ${orgId}, gen_random_uuid(), id, ${person.id}, ${programId}, 'iop', 'present', 1, planned_start_at, ${by} from made returning id, session_id
      ), stayed as (
        insert into stays (org_id, id, attendance_id, arrived_at, recorded_at, recorded_by, ended_at, ended_recorded_at, ended_by)
        select ${orgId}, gen_random_uuid(), c.id, m.planned_start_at, m.planned_start_at, ${by}, m.planned_end_at, m.planned_end_at, ${by} from came c join made m on m.id = c.session_id
      )
      insert into notes (org_id, id, session_id, participant_id, attendance_id, shared_part, chips, own_sentence, practice, scheduled_minutes, attended_minutes, clinical_minutes, minutes_rule,
                         author_id, author_name, author_credential, signed_at)
      select ${orgId}, gen_random_uuid(), m.id, ${person.id}, c.id, '{"topic":"Weekends","interventions":["worksheet"],"happened":"A plan for one evening was written line by line.","practice":"Read the plan aloud on Friday."}', '{took-part}', 'Said at ' || to_char(m.planned_start_at, 'MM-DD HH24:MI') || ' what helped on the way here, and wrote down one person to call before the weekend begins.', '',
             50, 50, 50, 'minutes-1', ${by}, 'Sam facilitator', 'LPC', m.planned_end_at from came c join made m on m.id = c.session_id
    `.execute(tx);
    await sql`
      insert into note_addenda (org_id, id, note_id, kind, text, author_id, author_name, author_credential, signed_at)
      select ${orgId}, gen_random_uuid(), id, 'addendum', 'More words.', ${by}, 'Sam facilitator', 'LPC', signed_at + interval '1 day' from notes
       where org_id = ${orgId} and participant_id = ${person.id} and extract(hour from signed_at) = 3
    `.execute(tx);
  });
}
