/** Tasks as a site sees them: danger first, each with whose it is and by when; and who would be told about one person. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { versionsOf } from '../../platform/changes.ts';
import type { OutputOf } from '../../platform/contract.ts';
import type { Tx } from '../../platform/database.ts';
import type { Answer, Exchange } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import { displayNames } from '../../modules/people/index.ts';
import type { ContactWay, StaffId } from '../../modules/people/words.ts';
import { isVisible } from '../../modules/placements/index.ts';
import { findSite } from '../../modules/program/index.ts';
import { decideDangerOwners, findDangerGround, listNamedStaff, listTakers, loadCandidates } from '../../modules/tasks/index.ts';
import type { TaskEnd } from '../../modules/tasks/words.ts';
import { dateIn } from '../../values/civil-date.ts';
import type { readDangerReaders as readersContract, readMyTasks as mineContract, readTasks as contract } from './tasks.contract.ts';

type Board = OutputOf<typeof contract>;
type Task = Board['open'][number];
type Row = Pick<Task, 'id' | 'kind' | 'source' | 'concern' | 'detail' | 'participantId' | 'openedBy'> & {
  siteId: string; siteName: string; sessionName: string | null; sessionStart: Date | null; openedAt: Date; dueAt: Date; takenAt: Date | null; takenBy: StaffId | null; takenName: string | null;
  closedAt: Date | null; closedBy: StaffId | null; closedName: string | null; endedAs: TaskEnd | null; done: string; owners: { staffId: StaffId; name: string; because: Task['owners'][number]['because']; at: string }[];
  legalGivenName: string; legalFamilyName: string; chosenName: string | null; contactBy: ContactWay; telephone: string; mayLeaveMessage: boolean; contactNote: string;
};

const CLOSED_DAYS = 7;
/** A week of closed tasks at a large site; older ones stand in the person's history. */
const MOST_CLOSED = 100;

const name = (staff: string): RawBuilder<unknown> => sql`${sql.ref(`${staff}.given_name`)} || ' ' || ${sql.ref(`${staff}.family_name`)}`;

async function listRows(tx: Tx, where: RawBuilder<unknown>): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select t.id, t.site_id as "siteId", s.name as "siteName", t.kind, t.source, t.concern, t.detail, t.participant_id as "participantId", e.name as "sessionName", e.planned_start_at as "sessionStart",
           t.opened_at as "openedAt", ${name('o')} as "openedBy", t.due_at as "dueAt", t.taken_at as "takenAt", t.taken_by as "takenBy", ${name('k')} as "takenName",
           t.closed_at as "closedAt", t.closed_by as "closedBy", ${name('c')} as "closedName", t.ended_as as "endedAs", t.done,
           p.legal_given_name as "legalGivenName", p.legal_family_name as "legalFamilyName", p.chosen_name as "chosenName",
           p.contact_by as "contactBy", p.telephone, p.may_leave_message as "mayLeaveMessage", p.contact_note as "contactNote",
           coalesce((select jsonb_agg(jsonb_build_object('staffId', w.staff_id, 'name', ${name('f')}, 'because', w.because, 'at', w.recorded_at) order by w.recorded_at, w.id)
                       from task_owners w join staff f on f.org_id = w.org_id and f.id = w.staff_id where w.org_id = t.org_id and w.task_id = t.id), '[]') as owners
      from tasks t
      join sites s on s.org_id = t.org_id and s.id = t.site_id
      join participants p on p.org_id = t.org_id and p.id = t.participant_id
      left join sessions e on e.org_id = t.org_id and e.id = t.session_id
      left join staff o on o.org_id = t.org_id and o.id = t.opened_by
      left join staff k on k.org_id = t.org_id and k.id = t.taken_by
      left join staff c on c.org_id = t.org_id and c.id = t.closed_by
     where ${where}
  `.execute(tx);
  return rows;
}

const isMine = (actorId: string): RawBuilder<unknown> => sql`(t.taken_by = ${actorId} or exists (select 1 from task_owners x where x.org_id = t.org_id and x.task_id = t.id and x.staff_id = ${actorId}))`;

/** The number only where the person's own rule lets it be called or written to (safe contact). */
function reachOf({ contactBy, telephone, mayLeaveMessage, contactNote }: Row): Task['reach'] {
  return { contactBy, telephone: contactBy === 'phone' || contactBy === 'text' ? telephone : '', mayLeaveMessage, contactNote };
}

type Shown = { names: ReadonlyMap<string, string>; versions: ReadonlyMap<string, number>; siteId: string; actorId: string; now: Date };

function toTask(row: Row, { names, versions, siteId, actorId, now }: Shown): Task {
  return {
    id: row.id, version: versions.get(row.id) ?? 0, kind: row.kind, source: row.source, concern: row.concern, detail: row.detail, participantId: row.participantId,
    displayName: names.get(row.participantId) ?? '', otherSiteName: row.siteId === siteId ? null : row.siteName,
    session: row.sessionName === null || row.sessionStart === null ? null : { name: row.sessionName, startsAt: row.sessionStart.toISOString() },
    openedAt: row.openedAt.toISOString(), openedBy: row.openedBy, dueAt: row.dueAt.toISOString(), isOverdue: row.closedAt === null && row.dueAt <= now && !(row.kind === 'danger' && row.takenAt !== null),
    isMine: row.takenBy === actorId || row.owners.some((owner) => owner.staffId === actorId),
    owners: row.owners.map((owner) => ({ ...owner, at: new Date(owner.at).toISOString() })),
    taken: row.takenAt === null || row.takenBy === null ? null : { staffId: row.takenBy, name: row.takenName ?? '', at: row.takenAt.toISOString() },
    closed: row.closedAt === null || row.closedBy === null || row.endedAs === null ? null : { staffId: row.closedBy, name: row.closedName ?? '', at: row.closedAt.toISOString(), endedAs: row.endedAs, done: row.done },
    reach: reachOf(row),
  };
}

export const readTasks: Answer<typeof contract> = async ({ tx, actor, now }, { query }) => {
  const site = await findSite(tx, actor.orgId, query.siteId, actor.placeIds);
  if (site === null) return refuse('not-found');
  const open = await listRows(tx, sql`t.org_id = ${actor.orgId} and t.closed_at is null and (t.site_id = ${site.id} or ${isMine(actor.id)}) order by t.kind = 'danger' desc, t.due_at, t.id`);
  const closed = await listRows(tx, sql`t.org_id = ${actor.orgId} and t.site_id = ${site.id} and t.closed_at > ${now}::timestamptz - make_interval(days => ${CLOSED_DAYS}) order by t.closed_at desc, t.id limit ${MOST_CLOSED}`);
  const rows = [...open, ...closed];
  const people = [...new Map(rows.map((row) => [row.participantId, row])).values()];
  const names = new Map([...displayNames(people)].map(([row, shown]) => [row.participantId as string, shown]));
  const shown: Shown = { names, versions: await versionsOf(tx, actor.orgId, rows.map((row) => row.id)), siteId: site.id, actorId: actor.id, now };
  const takers = await listTakers(tx, actor.orgId, site.id, dateIn(site.timeZone, now));
  const { rows: [place] } = await sql<{ telephone: string }>`select telephone from sites where org_id = ${actor.orgId} and id = ${site.id}`.execute(tx);
  return { value: {
    asOf: now.toISOString(), site: { id: site.id, name: site.name, timeZone: site.timeZone, telephone: place?.telephone ?? '' },
    open: open.map((row) => toTask(row, shown)), closed: closed.map((row) => toTask(row, shown)), takers: takers.map((one) => ({ staffId: one.id as StaffId, name: one.name })),
  } };
};

export const readMyTasks: Answer<typeof mineContract> = async ({ tx, actor }) => {
  const { rows } = await sql<{ danger: number; others: number; siteId: string | null }>`
    select (count(*) filter (where t.kind = 'danger'))::integer as danger, (count(*) filter (where t.kind <> 'danger'))::integer as others,
           (array_agg(t.site_id order by t.due_at) filter (where t.kind = 'danger' and t.site_id = any(${actor.placeIds}::uuid[])))[1] as "siteId"
      from tasks t
     where t.org_id = ${actor.orgId} and t.closed_at is null and ((t.kind = 'danger' and t.site_id = any(${actor.placeIds}::uuid[])) or ${isMine(actor.id)})
  `.execute(tx);
  return { value: rows[0] ?? { danger: 0, others: 0, siteId: null } };
};

async function listReaders({ tx, actor, now }: Exchange, participantId: string, site: { siteId: string; timeZone: string }): Promise<OutputOf<typeof readersContract>['readers']> {
  const candidates = (await loadCandidates(tx, actor.orgId, { siteId: site.siteId, day: dateIn(site.timeZone, now), participantIds: [participantId] })).get(participantId);
  const owners = candidates === undefined ? [] : decideDangerOwners(candidates);
  const named = new Map((await listNamedStaff(tx, actor.orgId, owners.map((owner) => owner.staffId))).map((one) => [one.id, one]));
  return owners.flatMap(({ staffId, because }) => {
    const one = named.get(staffId);
    return one === undefined ? [] : [{ staffId: staffId as StaffId, name: one.name, credential: one.credential, because, reads: one.reads }];
  });
}

export const readDangerReaders: Answer<typeof readersContract> = async (exchange, { params: { participantId }, query }) => {
  const { tx, actor, now } = exchange;
  const ground = await findDangerGround(tx, actor.orgId, { participantId, sessionId: query.sessionId ?? null, siteIds: actor.placeIds });
  if (ground === null || !(ground.inSession || await isVisible(tx, actor.orgId, participantId, actor, now))) return refuse('not-found');
  const day = dateIn(ground.timeZone, now);
  const { rows } = await sql`select 1 from on_call_days where org_id = ${actor.orgId} and site_id = ${ground.siteId} and date = ${day} and ended_at is null limit 1`.execute(tx);
  return { value: {
    participantId, asOf: now.toISOString(), site: { name: ground.siteName, timeZone: ground.timeZone, telephone: ground.telephone }, isAnybodyOnCall: rows.length > 0,
    readers: await listReaders(exchange, participantId, ground),
  } };
};
