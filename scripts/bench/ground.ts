/** An organization with many groups of ten that have just ended: stamped, drafted, and not yet signed. */
import pg from 'pg';
import type { Client, ClientConfig } from 'pg';
import { newSilentId } from '../../src/platform/ids.ts';
import { inTransaction, openDatabase } from '../../src/platform/database.ts';
import { openSignIn } from '../../src/platform/sign-in/index.ts';
import { openDoors } from '../../src/doors.ts';
import { furnishOrganization, hireColleague } from '../../src/workflows/program/furnish-organization.ts';
import type { Target } from './act.ts';

export type Ground = { orgId: string; siteId: string; programId: string; facilitators: { actorId: string; email: string }[]; targets: Target[] };

export const PASSWORD = 'four plain words together';
/** As many as sign at once, so that nobody's own row is the place where all of them meet. */
const FACILITATORS = 32;
const GROUPS = 40;
const ZONE = 'America/Chicago';

/** Ids as the program makes them, rising with time (UUID version 7), so that indexes grow as they do in use. */
const risingId = (n: string) => `(lpad(to_hex(1770000000000 + ${n}), 12, '0') || '7' || substr(md5(random()::text), 1, 3) || '8' || substr(md5(random()::text), 1, 15))::uuid`;

const SENTENCE = 'Named two situations from last week in which leaving early was possible, and practiced one sentence to say it with.';
const HAPPENED = 'Pairs rehearsed saying no to an offer from a friend. Each pair played it twice, changed seats, and said what had helped. '
  + 'The group then listed the exits of the places where they spend their evenings, and two people planned to call each other on Friday.';

async function furnish(app: ClientConfig, secret: string, now: Date) {
  const database = openDatabase(app);
  try {
    const orgId = newSilentId();
    const made = await inTransaction(database, orgId, async (tx) => {
      const first = { givenName: 'Ada', familyName: 'Administrator', credential: '', roles: ['administrator' as const] };
      const ground = await furnishOrganization(tx, { orgId, name: 'Larkfield House', kind: 'real', siteName: 'Maple Street', timeZone: ZONE, first }, now);
      const staff: string[] = [];
      for (let index = 0; index < FACILITATORS; index += 1) {
        staff.push(await hireColleague(tx, orgId, { siteId: ground.siteId, timeZone: ZONE }, { givenName: 'Sam', familyName: `Facilitator${index}`, credential: 'LPC', roles: ['facilitator'] }, now));
      }
      return { ...ground, staff };
    });
    const clock = { now: () => now };
    const signIn = openSignIn({ pool: database.pool, secret, secureCookies: true, loopbackOnly: false, now: clock.now, program: openDoors(database, clock) });
    const facilitators = await Promise.all(made.staff.map(async (actorId, index) => {
      const email = `facilitator${index}@example.org`;
      const account = await signIn.createAccount({ email, password: PASSWORD, name: `Sam ${index}` });
      if ('refused' in account) throw new Error(account.refused);
      await signIn.joinOrganization({ accountId: account.value.accountId, orgId, actorId });
      return { actorId, email };
    }));
    return { orgId, siteId: made.siteId, programId: made.programId, facilitators };
  } finally {
    await database.close();
  }
}

/** Set-based, as superuser: the shape is what counts, and twelve thousand sessions by hand would take longer than the measurement. */
async function plantSessions(root: Client, ground: Omit<Ground, 'targets'>, sessions: number): Promise<void> {
  const { orgId, siteId, programId } = ground;
  const by = ground.facilitators.map((one) => one.actorId);
  await root.query(`insert into participants (org_id, id, participant_number, legal_given_name, legal_family_name, language, recorded_at)
    select $1, gen_random_uuid(), 'N-' || g, 'Given' || g, 'Family' || g, 'en', now() from generate_series(1, $2::int) g`, [orgId, GROUPS * 10]);
  await root.query(`insert into sessions (org_id, id, session_type, name, first_planned_on, first_planned_at_local, site_id, program_id, facilitator_id, planned_start_at, planned_end_at, breaks, recorded_at)
    select $1, ${risingId('g * 20')}, 'group', 'Relapse prevention', current_date, '10:10', $2, $3, ($4::uuid[])[1 + g % ${FACILITATORS}], now() - interval '5 hours', now() - interval '2 hours',
           '[{"startMinute": 80, "minutes": 10}]'::jsonb, now() from generate_series(1, $5::int) g`, [orgId, siteId, programId, by, sessions]);
  await root.query(`insert into attendances (org_id, id, session_id, participant_id, program_id, level, outcome, seat_no, recorded_at, recorded_by)
    select s.org_id, ${risingId('s.n * 20 + p.seat')}, s.id, p.id, s.program_id, 'iop', 'present', p.seat, now(), s.facilitator_id
      from (select *, row_number() over (order by id) as n from sessions where org_id = $1) s
      join (select id, (row_number() over (order by participant_number) - 1) / 10 as team, 1 + (row_number() over (order by participant_number) - 1) % 10 as seat from participants where org_id = $1) p
        on p.team = s.n % ${GROUPS}`, [orgId]);
  await root.query(`insert into stays (org_id, id, attendance_id, arrived_at, recorded_at, recorded_by, ended_at, ended_recorded_at, ended_by)
    select a.org_id, ${risingId('a.seat_no')}, a.id, now() - interval '298 minutes', now(), a.recorded_by, now() - interval '120 minutes', now(), a.recorded_by from attendances a where a.org_id = $1`, [orgId]);
  await root.query(`insert into note_drafts (org_id, session_id, participant_id, part, version, saved_at, saved_by)
    select a.org_id, a.session_id, a.participant_id, jsonb_build_object('chips', '["took-part", "practiced"]'::jsonb, 'ownSentence', $2::text, 'craving', 3, 'practice', ''), 4, now(), a.recorded_by
      from attendances a where a.org_id = $1`, [orgId, SENTENCE]);
  await root.query(`insert into session_drafts (org_id, session_id, part, version, saved_at, saved_by)
    select s.org_id, s.id, jsonb_build_object('topic', 'Saying no', 'interventions', '["role-play"]'::jsonb, 'happened', $2::text, 'practice', 'Call one person.'), 3, now(), s.facilitator_id
      from sessions s where s.org_id = $1`, [orgId, HAPPENED]);
  await root.query('vacuum (analyze)');
  await root.query('checkpoint');
}

async function listTargets(root: Client, orgId: string, actors: readonly string[]): Promise<Target[]> {
  const { rows } = await root.query<{ sessionId: string; facilitatorId: string; people: Target['people'] }>(`
    select s.id as "sessionId", s.facilitator_id as "facilitatorId",
           (select json_agg(json_build_object('participantId', a.participant_id, 'attendanceId', a.id) order by a.seat_no) from attendances a where a.org_id = s.org_id and a.session_id = s.id) as people
      from sessions s where s.org_id = $1 order by s.id`, [orgId]);
  return rows.map(({ sessionId, facilitatorId, people }) => ({ sessionId, people, facilitator: actors.indexOf(facilitatorId) }));
}

export async function layGround(root: ClientConfig, app: ClientConfig, secret: string, sessions: number): Promise<Ground> {
  const made = await furnish(app, secret, new Date());
  const client = new pg.Client(root);
  await client.connect();
  try {
    await plantSessions(client, made, sessions);
    return { ...made, targets: await listTargets(client, made.orgId, made.facilitators.map((one) => one.actorId)) };
  } finally {
    await client.end();
  }
}

/** Every session signed whole: ten notes, no draft left, one command with its reply, one access row of ten people. Throws when not. */
export async function proveSigned(root: Client, sessionIds: readonly string[]): Promise<void> {
  const { rows } = await root.query<{ bad: number }>(`
    select count(*)::int as bad from unnest($1::uuid[]) as t (id)
     where (select count(*) from notes n where n.session_id = t.id and n.org_id = $2) <> 10
        or exists (select 1 from note_drafts d where d.session_id = t.id and d.org_id = $2)`, [sessionIds, await orgOf(root)]);
  if (rows[0]?.bad !== 0) throw new Error(`${rows[0]?.bad} of ${sessionIds.length} sessions are not signed whole`);
}

/** Acts carried out so far, told by the rows that each must leave behind. */
export async function countActs(root: Client): Promise<{ commands: number; accesses: number }> {
  const { rows } = await root.query<{ commands: number; accesses: number }>(`
    select (select count(*)::int from commands where reply is not null) as commands,
           (select count(*)::int from accesses where contract = 'notes.sign-group' and cardinality(participant_ids) = 10) as accesses`);
  return rows[0] ?? { commands: 0, accesses: 0 };
}

async function orgOf(root: Client): Promise<string> {
  const { rows } = await root.query<{ org: string }>('select org_id as org from organizations');
  return rows[0]?.org ?? '';
}
