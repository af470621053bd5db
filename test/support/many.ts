/** An organization at the size of years, written in bulk: people who are here today, people who left long ago, and people with a long record. */
import pg from 'pg';
import type { House, Organization, Person } from './house.ts';
import { idOf, writeRecord } from './many-record.ts';
import type { LongRecord, Planting } from './many-record.ts';
import { dateIn } from '../../src/values/civil-date.ts';

export type Many = {
  /** People with an open episode and a seat in a group of today, beside the clinic's own ten; all of them are in the room. */ open?: number;
  /** People who left more than a year ago, each with all that a stay leaves behind. */ closed?: number;
  /** People who were entered and not yet admitted. */ waiting?: number;
  /** People of the clinic who get a long record. */ record?: LongRecord & { of: readonly Person[] };
  /** Rows that are written by a pattern which earlier runs proved against every constraint; from some 10,000 people on, checking each foreign key again takes minutes. */ unchecked?: boolean;
};

const ZONE = 'America/Chicago';
const GIVEN = ['Ana', 'Ben', 'Carla', 'Dev', 'Elena', 'Farid', 'Grace', 'Hugo', 'Iris', 'Jamal', 'Kim', 'Luis', 'Mae', 'Noor', 'Omar', 'Pia', 'Quinn', 'Rosa', 'Sean', 'Tara'];
const FAMILY = ['Abbott', 'Baker', 'Castro', 'Diaz', 'Ellis', 'Flores', 'Grant', 'Hughes', 'Ito', 'Jensen', 'Khan', 'Lopez', 'Moore', 'Nguyen', 'Owens', 'Patel', 'Quiroz', 'Reyes', 'Stone', 'Turner'];
/** A stay of one week each, so that a seat has been held by a thousand people in twenty years; on three days of it they came. */
const STAY_DAYS = 7;
const VISITS = 3;
const LONG_AGO_DAYS = 400;
const SEATS = 10;

const listed = (words: readonly string[]): string => `(array[${words.map((word) => `'${word}'`).join(', ')}])`;

/** Participants numbered by a prefix, with names from a small list so that many share one. */
function participants({ clinic, now }: Planting, kind: string, count: number, ago: string): string {
  return `insert into participants (org_id, id, participant_number, legal_given_name, legal_family_name, chosen_name, birth_date, language, telephone, recorded_at)
    select '${clinic.orgId}', ${idOf(clinic, kind, 'g')}, '${kind}-' || g, ${listed(GIVEN)}[1 + g % ${GIVEN.length}], ${listed(FAMILY)}[1 + g / ${GIVEN.length} % ${FAMILY.length}] || ' ' || g / ${GIVEN.length * FAMILY.length},
           case when g % 9 = 0 then 'Sunny' end, date '1960-01-01' + g % 16000, 'en', '+1 312 555 01' || lpad((g % 100)::text, 2, '0'), timestamptz '${now}' - ${ago}
      from generate_series(1, ${count}) g`;
}

/** Groups of ten that meet today, each person in the room since two minutes before the start. */
async function plantOpen(planting: Planting, count: number): Promise<void> {
  const { say, clinic, today, now } = planting;
  const { orgId, programId, siteId, staff, start, end } = clinic;
  const by = staff.facilitator.staffId;
  const groups = Math.ceil(count / SEATS);
  const [person, episode, series, session] = ['open', 'episode-open', 'series', 'session-today'].map((kind) => (n: string) => idOf(clinic, kind, n)) as [Id, Id, Id, Id];
  const team = `1 + (g - 1) / ${SEATS}`;
  await say(participants(planting, 'open', count, "interval '31 days'"));
  await say(`insert into episodes (org_id, id, participant_id, program_id, site_id, admitted_on, recorded_at)
    select '${orgId}', ${episode('g')}, ${person('g')}, '${programId}', '${siteId}', date '${today}' - 30, '${now}' from generate_series(1, ${count}) g`);
  await say(`insert into level_segments (org_id, id, episode_id, level, starts_on, recorded_at)
    select '${orgId}', ${idOf(clinic, 'level-open', 'g')}, ${episode('g')}, 'iop', date '${today}' - 30, '${now}' from generate_series(1, ${count}) g`);
  await say(`insert into episode_counselors (org_id, id, episode_id, staff_id, starts_on, recorded_at)
    select '${orgId}', ${idOf(clinic, 'counselor-open', 'g')}, ${episode('g')}, '${by}', date '${today}' - 30, '${now}' from generate_series(1, ${count}) g`);
  await say(`insert into series (org_id, id, program_id, site_id, name, session_type, starts_on, recorded_at)
    select '${orgId}', ${series('g')}, '${programId}', '${siteId}', 'Group ' || g, 'group', date '2000-01-01', '${now}' from generate_series(1, ${groups}) g`);
  await say(`insert into sessions (org_id, id, series_id, session_type, name, first_planned_on, first_planned_at_local, site_id, program_id, facilitator_id, planned_start_at, planned_end_at, recorded_at)
    select '${orgId}', ${session('g')}, ${series('g')}, 'group', 'Group ' || g, '${today}', '10:10', '${siteId}', '${programId}', '${by}', '${start.toISOString()}', '${end.toISOString()}', '${now}' from generate_series(1, ${groups}) g`);
  await say(`insert into enrollments (org_id, id, series_id, episode_id, participant_id, seat_no, starts_on, recorded_at)
    select '${orgId}', ${idOf(clinic, 'seat-open', 'g')}, ${series(team)}, ${episode('g')}, ${person('g')}, 1 + (g - 1) % ${SEATS}, date '${today}' - 30, '${now}' from generate_series(1, ${count}) g`);
  await say(`insert into attendances (org_id, id, session_id, participant_id, enrollment_id, program_id, level, outcome, seat_no, recorded_at, recorded_by)
    select '${orgId}', ${idOf(clinic, 'came-open', 'g')}, ${session(team)}, ${person('g')}, ${idOf(clinic, 'seat-open', 'g')}, '${programId}', 'iop', 'present', 1 + (g - 1) % ${SEATS}, '${now}', '${by}' from generate_series(1, ${count}) g`);
  await say(`insert into stays (org_id, id, attendance_id, arrived_at, recorded_at, recorded_by)
    select '${orgId}', ${idOf(clinic, 'stay-open', 'g')}, ${idOf(clinic, 'came-open', 'g')}, timestamptz '${start.toISOString()}' - interval '2 minutes', '${now}', '${by}' from generate_series(1, ${count}) g`);
}

type Id = (n: string) => string;
const VISIT = `cross join generate_series(1, ${VISITS}) v`;

type Row = { into: string; values: string; from?: string };

/** Where and when the g-th of those who left was here: group, seat, and a week of their own in it. */
function pastPeople({ clinic, today, zone }: Planting, count: number, groups: number): string {
  return `(select g, p, e, i, 1 + i / ${groups} % ${SEATS} as seat, k, s, d, ((d + time '14:00') at time zone '${zone}') as at
      from (select g, ${idOf(clinic, 'closed', 'g')} as p, ${idOf(clinic, 'episode-closed', 'g')} as e, g - 1 as i, (g - 1) / ${groups * SEATS} as k,
              case when (g - 1) % ${groups} = 0 then '${clinic.seriesId}'::uuid else ${idOf(clinic, 'series', `(g - 1) % ${groups}`)} end as s,
              date '${today}' - ${LONG_AGO_DAYS} - ${STAY_DAYS} * (1 + (g - 1) / ${groups * SEATS})::integer as d from generate_series(1, ${count}) g) x)`;
}

/** Everything that a stay of one week left behind, one statement for each table. */
function pastRows({ clinic, now }: Planting, groups: number): Row[] {
  const { programId, siteId, staff } = clinic;
  const by = `'${staff.facilitator.staffId}'::uuid`;
  const of = (kind: string): string => idOf(clinic, kind, 'g');
  const session = idOf(clinic, 'session-past', `(i % ${groups}) || ' ' || k || ' ' || v`);
  const came = idOf(clinic, 'came-closed', `g || ' ' || v`);
  const each = (kind: string): string => idOf(clinic, kind, `g || ' ' || v`);
  const ended = `d + ${STAY_DAYS - 1}`;
  const day = "interval '1 day' * v";
  return [
    { into: 'episodes (id, participant_id, program_id, site_id, admitted_on, ended_on, recorded_at)', values: `e, p, '${programId}', '${siteId}', d, ${ended}, at` },
    { into: 'level_segments (id, episode_id, level, starts_on, ended_on, recorded_at)', values: `${of('level-closed')}, e, 'iop', d, ${ended}, at` },
    { into: 'episode_counselors (id, episode_id, staff_id, starts_on, ended_on, recorded_at)', values: `${of('counselor-closed')}, e, ${by}, d, ${ended}, at` },
    { into: 'enrollments (id, series_id, episode_id, participant_id, seat_no, starts_on, ended_on, recorded_at)', values: `${of('seat-closed')}, s, e, p, seat, d, ${ended}, at` },
    { into: 'sessions (id, series_id, session_type, name, first_planned_on, first_planned_at_local, site_id, program_id, facilitator_id, planned_start_at, planned_end_at, recorded_at)',
      values: `${session}, s, 'group', 'Past group', d + v, '14:00', '${siteId}', '${programId}', ${by}, at + ${day}, at + ${day} + interval '3 hours', at`, from: `${VISIT} where seat = 1` },
    { into: 'attendances (id, session_id, participant_id, enrollment_id, program_id, level, outcome, seat_no, recorded_at, recorded_by)', values: `${came}, ${session}, p, ${of('seat-closed')}, '${programId}', 'iop', 'present', seat, at, ${by}`, from: VISIT },
    { into: 'stays (id, attendance_id, arrived_at, recorded_at, recorded_by, ended_at, ended_recorded_at, ended_by)', values: `${each('stay-closed')}, ${came}, at + ${day}, at, ${by}, at + ${day} + interval '3 hours', at, ${by}`, from: VISIT },
    { into: 'plan_goals (id, episode_id, participant_id, position, problem, own_words, recorded_at, recorded_by)', values: `${of('goal-closed')}, e, p, 1, 'A problem', 'My own words', at, ${by}` },
    { into: 'plan_objectives (id, goal_id, position, text, recorded_at, recorded_by)', values: `${of('objective-closed')}, ${of('goal-closed')}, 1, 'An objective', at, ${by}` },
    { into: `notes (id, session_id, participant_id, attendance_id, shared_part, chips, own_sentence, practice, scheduled_minutes, attended_minutes, clinical_minutes, minutes_rule, author_id, author_name, author_credential, signed_at,
        objective_id)`, values: `${each('note-closed')}, ${session}, p, ${came}, '{"topic": "A topic", "interventions": [], "happened": "", "practice": ""}', '{took-part}', 'Practiced one sentence.', '', 180, 180, 180, 'minutes-1', ${by}, 'Sam facilitator', 'LPC',
        at + ${day} + interval '4 hours', ${of('objective-closed')}`, from: VISIT },
    { into: 'contact_notes (id, participant_id, site_id, kind, with_whom, happened_at, minutes, text, risk, author_id, author_name, author_credential, signed_at)',
      values: `${of('contact-closed')}, p, '${siteId}', 'phone', 'The person', at, 5, 'Called back.', 'none', ${by}, 'Sam facilitator', 'LPC', at` },
    { into: 'tasks (id, site_id, kind, source, detail, participant_id, due_at, opened_at, opened_by, closed_at, closed_by, ended_as, done)', values: `${of('task-closed')}, '${siteId}', 'outreach', 'absence', '', p, at, at, ${by}, at, ${by}, 'reached', 'Talked.'` },
    { into: 'discharges (id, episode_id, participant_id, last_day, reason, detail, ended, recorded_at, recorded_by)', values: `${of('discharge-closed')}, e, p, ${ended}, 'completed', '', '{}', least(at + interval '4 days', timestamptz '${now}'), ${by}` },
  ];
}

/** Without figures for a table just filled, PostgreSQL checks each foreign key by the first index that begins with org_id, and 5,000 people take ten seconds instead of two. */
async function plantClosed(planting: Planting, count: number, groups: number): Promise<void> {
  await planting.say(participants(planting, 'closed', count, `interval '1 day' * (${LONG_AGO_DAYS} + ${STAY_DAYS} * (1 + g / ${groups * SEATS}))`));
  await planting.say('analyze participants');
  for (const { into, values, from = '' } of pastRows(planting, groups)) {
    await planting.say(`insert into ${into.replace('(id,', '(org_id, id,')} select '${planting.clinic.orgId}', ${values} from ${pastPeople(planting, count, groups)} t ${from}`);
    await planting.say(`analyze ${into.split(' ')[0]}`);
  }
}

/** Writes as superuser and in one transaction; then the planner is told how large things are, as autovacuum tells it in use. */
export async function furnishMany(house: House, clinic: Organization, many: Many): Promise<void> {
  const client = new pg.Client(house.database.root);
  await client.connect();
  const say = async (text: string): Promise<void> => void await client.query(text);
  const now = house.clock.now();
  const planting: Planting = { say, clinic, today: dateIn(ZONE, now), now: now.toISOString(), zone: ZONE };
  const { open = 0, closed = 0, waiting = 0, record } = many;
  try {
    await say('begin');
    if (many.unchecked === true) await say("set local session_replication_role = 'replica'");
    if (open > 0) await plantOpen(planting, open);
    if (closed > 0) await plantClosed(planting, closed, 1 + Math.ceil(open / SEATS));
    if (waiting > 0) await say(participants(planting, 'waiting', waiting, "interval '1 hour' * g"));
    for (const person of record?.of ?? []) await writeRecord(planting, person, record as LongRecord);
    await say('commit');
    await say('vacuum (analyze)');
  } finally {
    await client.end();
  }
}
