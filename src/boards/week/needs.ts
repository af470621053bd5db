/** What needs somebody at a site, from seven statements at most, whatever the number of people. */
import { sql } from 'kysely';
import type { OutputOf } from '../../platform/contract.ts';
import type { Tx } from '../../platform/database.ts';
import type { Answer, Exchange } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import type { Role } from '../../permissions.ts';
import { hasMoment } from '../../modules/attendance/index.ts';
import { isWaiting, listCoSigners, stateAfter, waitsFor } from '../../modules/notes/index.ts';
import { displayNames } from '../../modules/people/index.ts';
import type { ParticipantId } from '../../modules/people/words.ts';
import { findSite, loadDayFigures } from '../../modules/program/index.ts';
import type { SessionId } from '../../modules/sessions/words.ts';
import { addDays, boundsOf, dateIn, startOfDay, weekOf } from '../../values/civil-date.ts';
import type { CivilDate } from '../../values/civil-date.ts';
import { addMinutes } from '../../values/minutes.ts';
import { dueDocument } from './needs-due.ts';
import type { readNeeds as contract } from './needs.contract.ts';

type Board = OutputOf<typeof contract>;
type Person = { participantId: ParticipantId; legalGivenName: string; legalFamilyName: string; chosenName: string | null };
type Row = Person & {
  counselorId: string | null; counselorName: string | null;
  level: string | null; admittedOn: CivilDate; hasIndividual: boolean; hasGoals: boolean; signedAt: Date | null; nextReviewOn: CivilDate | null;
};
/** Levels at which an individual session belongs to every week (domain 3.1); outpatient care has its own rhythm. */
const WEEKLY_LEVELS = new Set<string | null>(['iop', 'php']);
/** As far back as the list of signatures looks, so that its rows are as many as are counted here. */
const UNSIGNED_LOOK_BACK_DAYS = 60;
/** Who sees the eleventh (W10); the reason is text about a person, and nobody else needs it here. */
const SEES_OVER_CAP: readonly string[] = ['director', 'supervisor'] satisfies Role[];

export const readNeeds: Answer<typeof contract> = async (exchange, { query }) => {
  const { tx, actor, now } = exchange;
  const { orgId } = actor;
  const site = await findSite(tx, orgId, query.siteId, actor.placeIds);
  if (site === null) return refuse('not-found');
  const today = dateIn(site.timeZone, now);
  const week = weekOf(today);
  const all = await loadDayFigures(tx, orgId, site.id, today);
  const figures = { planDueDays: all['plan-due-days'], planReviewDays: all['plan-review-days'], noteDueHours: all['note-due-hours'] };
  const rows = await listInCare(tx, orgId, { siteId: site.id, today, now, ...boundsOf(site.timeZone, week) });
  const [signatures, beyond, day] = await Promise.all([
    countSignatures(exchange, site.id),
    // The same day of the week before is still in it, so that who looks each Thursday misses nothing.
    actor.roles.some((role) => SEES_OVER_CAP.includes(role)) ? listOverCap(tx, orgId, site.id, startOfDay(site.timeZone, addDays(today, -7))) : [],
    loadDay(tx, orgId, { siteId: site.id, now, today, ...boundsOf(site.timeZone, { starts: today, ends: today }), dueBefore: addMinutes(now, -figures.noteDueHours * 60) }),
  ]);
  const nameOf = namesOf([...rows, ...beyond]);
  const shown = (row: Row) => ({ participantId: row.participantId, displayName: nameOf(row), counselorId: row.counselorId, counselorName: row.counselorName });
  const documents = rows.flatMap((row) => {
    const signedOn = row.signedAt === null ? null : dateIn(site.timeZone, row.signedAt);
    const due = dueDocument({ ...row, signedOn }, figures, today);
    return due === null ? [] : [{ ...shown(row), ...due }];
  });
  const withoutIndividual = rows.filter((row) => WEEKLY_LEVELS.has(row.level) && !row.hasIndividual).map((row) => ({ ...shown(row), admittedOn: row.admittedOn }));
  return { value: {
    asOf: now.toISOString(), site: { id: site.id, name: site.name, timeZone: site.timeZone }, week: { ...week, today },
    withoutIndividual: withoutIndividual.sort((one, other) => byCounselor(one, other) || byName(one, other)),
    documents: documents.sort((one, other) => other.daysLate - one.daysLate || byName(one, other)),
    overCap: beyond.map((row) => ({
      participantId: row.participantId, displayName: nameOf(row), sessionId: row.sessionId, sessionName: row.sessionName, startsAt: row.startsAt.toISOString(), reason: row.reason,
    })),
    ...day, ...signatures, figures,
  } };
};

/** One name for a person all over the board, told apart from everybody else on it. */
function namesOf(people: readonly Person[]): (person: Person) => string {
  const once = [...new Map(people.map((person) => [person.participantId, person])).values()];
  const names = new Map([...displayNames(once)].map(([person, name]) => [person.participantId, name]));
  return (person) => names.get(person.participantId) ?? '';
}

type Named = { displayName: string; counselorName: string | null; participantId: string };
function byName(one: Named, other: Named): number {
  return one.displayName.localeCompare(other.displayName, 'en') || one.participantId.localeCompare(other.participantId);
}
/** People without a counselor first: nobody looks after them yet. */
function byCounselor(one: Named, other: Named): number {
  return (one.counselorName ?? '').localeCompare(other.counselorName ?? '', 'en');
}

type Asked = { siteId: string; today: CivilDate; now: Date; start: Date; end: Date };

/**
 * Everybody with an open episode, one row each (the newest admitted). An individual session counts when it was attended, runs, or is still booked:
 * not when it is canceled, when the person was recorded absent, or when it is over and nobody came.
 */
async function listInCare(tx: Tx, orgId: string, { siteId, today, now, start, end }: Asked): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select distinct on (e.participant_id) e.participant_id as "participantId", n.legal_given_name as "legalGivenName", n.legal_family_name as "legalFamilyName", n.chosen_name as "chosenName",
           c.staff_id as "counselorId", f.given_name || ' ' || f.family_name as "counselorName", l.level, e.admitted_on as "admittedOn",
           exists (
             select 1 from session_people p
              where p.org_id = e.org_id and p.participant_id = e.participant_id and p.session_type = 'individual' and p.planned_start_at >= ${start} and p.planned_start_at < ${end}
                and p.canceled_at is null and p.outcome is distinct from 'absent'
                and (p.planned_end_at > ${now} or exists (select 1 from stays y where y.org_id = p.org_id and y.attendance_id = p.attendance_id and y.withdrawn_at is null))) as "hasIndividual",
           exists (select 1 from plan_goals g where g.org_id = e.org_id and g.episode_id = e.id) as "hasGoals",
           (select max(p.signed_at) from signed_plans p where p.org_id = e.org_id and p.episode_id = e.id) as "signedAt",
           (select r.next_on from plan_reviews r where r.org_id = e.org_id and r.episode_id = e.id order by r.recorded_at desc, r.id desc limit 1) as "nextReviewOn"
      from episodes e
      join participants n on n.org_id = e.org_id and n.id = e.participant_id
      left join level_segments l on l.org_id = e.org_id and l.episode_id = e.id and l.withdrawn_at is null and l.starts_on <= ${today} and (l.ended_on is null or l.ended_on >= ${today})
      left join episode_counselors c on c.org_id = e.org_id and c.episode_id = e.id and c.withdrawn_at is null and c.starts_on <= ${today} and (c.ended_on is null or c.ended_on >= ${today})
      left join staff f on f.org_id = c.org_id and f.id = c.staff_id
     where e.org_id = ${orgId} and e.site_id = ${siteId} and e.admitted_on <= ${today} and (e.ended_on is null or e.ended_on >= ${today})
     order by e.participant_id, e.admitted_on desc, e.id
  `.execute(tx);
  return rows;
}

/** Notes of whoever was there when a session of the site had ended, without a signature; and who is on call today, with whether sessions that stand begin today. */
async function loadDay(tx: Tx, orgId: string, { siteId, today, now, start, end, dueBefore }: Asked & { dueBefore: Date }): Promise<Pick<Board, 'notes' | 'onCall'>> {
  const { rows } = await sql<{ unsigned: number; overdue: number; oldest: Date | null; onCallName: string | null; hasSessions: boolean }>`
    select count(*)::integer as unsigned, count(*) filter (where x.held_end < ${dueBefore})::integer as overdue, min(x.held_end) as oldest,
           (select f.given_name || ' ' || f.family_name from on_call_days d join staff f on f.org_id = d.org_id and f.id = d.staff_id
             where d.org_id = ${orgId} and d.site_id = ${siteId} and d.date = ${today} and d.ended_at is null) as "onCallName",
           exists (select 1 from sessions s where s.org_id = ${orgId} and s.site_id = ${siteId} and s.planned_start_at >= ${start} and s.planned_start_at < ${end}
                      and s.canceled_at is null and s.withdrawn_at is null) as "hasSessions"
      from (select coalesce(h.ends_at, s.planned_end_at) as held_end
              from attendances a
              join sessions s on s.org_id = a.org_id and s.id = a.session_id
              left join lateral (select ends_at from held_times t where t.org_id = s.org_id and t.session_id = s.id order by recorded_at desc, id desc limit 1) h on true
             where a.org_id = ${orgId} and s.org_id = ${orgId} and s.site_id = ${siteId} and s.planned_start_at > ${now}::timestamptz - make_interval(days => ${UNSIGNED_LOOK_BACK_DAYS})
               and s.canceled_at is null and s.withdrawn_at is null and a.superseded_at is null and a.outcome = 'present'
               and exists (select 1 from stays y where y.org_id = a.org_id and y.attendance_id = a.id and ${hasMoment(sql`s.planned_start_at`, sql`coalesce(h.ends_at, s.planned_end_at)`)})
               and not exists (select 1 from notes w where w.org_id = a.org_id and w.session_id = a.session_id and w.participant_id = a.participant_id)) x
     where x.held_end <= ${now}
  `.execute(tx);
  const [row] = rows;
  return {
    notes: { unsigned: row?.unsigned ?? 0, overdue: row?.overdue ?? 0, oldestEndedAt: row?.oldest?.toISOString() ?? null },
    onCall: { name: row?.onCallName ?? null, hasSessions: row?.hasSessions ?? false },
  };
}

type Open = Parameters<typeof stateAfter>[0] & { authorId: string; signedAt: Date };

/** Notes of the site that wait for the asker, decided by the ladder as the list of signatures decides them. */
async function countSignatures({ tx, actor, now }: Exchange, siteId: string): Promise<Pick<Board, 'cosign' | 'returned'>> {
  const mayCoSign = actor.permissions.has('note.cosign');
  const [{ rows }, signers] = await Promise.all([
    sql<Open>`
      select n.author_id as "authorId", n.cosign_by as "cosignBy", n.signed_at as "signedAt",
             coalesce((select json_agg(json_build_object('kind', a.kind) order by a.signed_at, a.id) from note_addenda a where a.org_id = n.org_id and a.note_id = n.id), '[]') as addenda,
             coalesce((select json_agg(json_build_object('kind', r.kind, 'addendaSeen', r.addenda_seen) order by r.signed_at, r.id) from note_reviews r where r.org_id = n.org_id and r.note_id = n.id), '[]') as reviews
        from notes n
        join sessions s on s.org_id = n.org_id and s.id = n.session_id
       where n.org_id = ${actor.orgId} and s.site_id = ${siteId} and n.cosign_by is not null and (n.author_id = ${actor.id} or ${mayCoSign})
         and not exists (select 1 from note_reviews r where r.org_id = n.org_id and r.note_id = n.id and r.kind = 'co-signed')
       order by n.signed_at, n.id
    `.execute(tx),
    mayCoSign ? listCoSigners(tx, actor.orgId, now) : [],
  ]);
  const can = new Set(signers.filter((one) => one.siteIds.includes(siteId)).map((one) => one.id));
  const waiting = mayCoSign ? rows.filter((note) => isWaiting(stateAfter(note)) && waitsFor({ ...note, wantedCan: can.has(note.cosignBy ?? '') }, actor.id)) : [];
  return {
    cosign: { notes: waiting.length, since: waiting[0]?.signedAt.toISOString() ?? null },
    returned: rows.filter((note) => note.authorId === actor.id && stateAfter(note) === 'returned').length,
  };
}

type Beyond = Person & { sessionId: SessionId; sessionName: string; startsAt: Date; reason: string };

/** Who came and sat in a session of the site although no seat was free, the newest first. */
async function listOverCap(tx: Tx, orgId: string, siteId: string, since: Date): Promise<Beyond[]> {
  const { rows } = await sql<Beyond>`
    select p.participant_id as "participantId", n.legal_given_name as "legalGivenName", n.legal_family_name as "legalFamilyName", n.chosen_name as "chosenName",
           p.session_id as "sessionId", p.name as "sessionName", p.planned_start_at as "startsAt", p.over_cap_reason as reason
      from session_people p
      join participants n on n.org_id = p.org_id and n.id = p.participant_id
     where p.org_id = ${orgId} and p.site_id = ${siteId} and p.planned_start_at >= ${since} and p.outcome = 'present' and p.over_cap_reason is not null
       and exists (select 1 from stays y where y.org_id = p.org_id and y.attendance_id = p.attendance_id and y.withdrawn_at is null)
     order by p.planned_start_at desc, p.session_id, p.participant_id
  `.execute(tx);
  return rows;
}
