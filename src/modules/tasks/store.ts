/** All SQL of tasks and whose they are. */
import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { ParticipantId } from '../people/words.ts';
import { isVisible } from '../placements/index.ts';
import type { Asker } from '../placements/index.ts';
import { isOpen } from './store/grounds.ts';
import type { Concern, OwnedBecause, TaskEnd, TaskKind, TaskSource } from './words.ts';

export type NewTask = {
  id: string; siteId: string; kind: TaskKind; source: TaskSource; concern: Concern | null; detail: string; participantId: string; sessionId: string | null; dueAt: Date;
  owners: readonly { id: string; staffId: string; because: OwnedBecause }[];
};

/**
 * Opens tasks with their owners, two statements. An outreach or craving task that is open already for the same person and session is left
 * as it is (tasks_session_key) and answered as not opened. Answers the ids of those that were opened.
 */
export async function insertTasks(tx: Tx, orgId: string, tasks: readonly NewTask[], at: Date, by: string): Promise<Set<string>> {
  if (tasks.length === 0) return new Set();
  const column = (key: keyof NewTask) => tasks.map((task) => task[key]);
  const { rows } = await sql<{ id: string }>`
    insert into tasks (org_id, id, site_id, kind, source, concern, detail, participant_id, session_id, due_at, opened_at, opened_by)
    select ${orgId}, t.id, t.site_id, t.kind, t.source, t.concern, t.detail, t.participant_id, t.session_id, t.due_at, ${at}, ${by}
      from unnest(${column('id')}::uuid[], ${column('siteId')}::uuid[], ${column('kind')}::text[], ${column('source')}::text[], ${column('concern')}::text[], ${column('detail')}::text[],
                  ${column('participantId')}::uuid[], ${column('sessionId')}::uuid[], ${column('dueAt')}::timestamptz[])
        as t (id, site_id, kind, source, concern, detail, participant_id, session_id, due_at)
    on conflict do nothing
    returning id
  `.execute(tx);
  const opened = new Set(rows.map((row) => row.id));
  await insertTaskOwners(tx, orgId, tasks.filter((task) => opened.has(task.id)).flatMap((task) => task.owners.map((owner) => ({ ...owner, taskId: task.id }))), at, by);
  return opened;
}

/** Who owns a task already owns it once. */
export async function insertTaskOwners(tx: Tx, orgId: string, owners: readonly { id: string; taskId: string; staffId: string; because: OwnedBecause }[], at: Date, by: string | null): Promise<void> {
  if (owners.length === 0) return;
  await sql`
    insert into task_owners (org_id, id, task_id, staff_id, because, recorded_at, recorded_by)
    select ${orgId}, t.id, t.task_id, t.staff_id, t.because, ${at}, ${by}
      from unnest(${owners.map((one) => one.id)}::uuid[], ${owners.map((one) => one.taskId)}::uuid[], ${owners.map((one) => one.staffId)}::uuid[], ${owners.map((one) => one.because)}::text[])
        as t (id, task_id, staff_id, because)
    on conflict on constraint task_owners_person_key do nothing
  `.execute(tx);
}

/** Ends the open outreach tasks of people in a session by what the program saw itself: they came after all, the absence was taken back. */
export async function closeOutreach(tx: Tx, orgId: string, sessionId: string, participantIds: readonly string[], { endedAs, at, by }: { endedAs: Extract<TaskEnd, 'came' | 'taken-back'>; at: Date; by: string }): Promise<void> {
  await sql`
    update tasks set closed_at = ${at}, closed_by = ${by}, ended_as = ${endedAs}
     where org_id = ${orgId} and session_id = ${sessionId} and participant_id = any(${participantIds}::uuid[]) and kind = 'outreach' and closed_at is null
  `.execute(tx);
}

export type LockedTask = {
  id: string; siteId: string; kind: TaskKind; participantId: ParticipantId; sessionId: string | null; takenBy: string | null; takenAt: Date | null; closedAt: Date | null; closedBy: string | null; endedAs: TaskEnd | null;
  done: string; timeZone: string;
};

/**
 * A task of one of the asker's sites, one that is the asker's own wherever it stands, or danger about somebody whom the asker sees (W18), held until
 * the end of the transaction; null when there is none to see.
 */
export async function lockTask(tx: Tx, orgId: string, taskId: string, asker: Asker & { id: string }, now: Date): Promise<LockedTask | null> {
  const { rows } = await sql<LockedTask & { isTheirs: boolean }>`
    select t.id, t.site_id as "siteId", t.kind, t.participant_id as "participantId", t.session_id as "sessionId", t.taken_by as "takenBy", t.taken_at as "takenAt", t.closed_at as "closedAt", t.closed_by as "closedBy", t.ended_as as "endedAs", t.done, s.time_zone as "timeZone",
           (t.site_id = any(${asker.placeIds}::uuid[]) or exists (select 1 from task_owners o where o.org_id = t.org_id and o.task_id = t.id and o.staff_id = ${asker.id})) as "isTheirs"
      from tasks t join sites s on s.org_id = t.org_id and s.id = t.site_id
     where t.org_id = ${orgId} and t.id = ${taskId}
       for no key update of t
  `.execute(tx);
  const [task] = rows;
  if (task === undefined) return null;
  return task.isTheirs || (task.kind === 'danger' && await isVisible(tx, orgId, task.participantId, asker, now)) ? task : null;
}

export async function updateTaken(tx: Tx, orgId: string, taskId: string, taken: { at: Date; by: string } | null): Promise<void> {
  await sql`update tasks set taken_at = ${taken?.at ?? null}::timestamptz, taken_by = ${taken?.by ?? null}::uuid where org_id = ${orgId} and id = ${taskId}`.execute(tx);
}

/** Nulls open it again. */
export async function updateClosed(tx: Tx, orgId: string, taskId: string, closed: { at: Date; by: string; endedAs: TaskEnd; done: string } | null): Promise<void> {
  await sql`
    update tasks set closed_at = ${closed?.at ?? null}::timestamptz, closed_by = ${closed?.by ?? null}::uuid, ended_as = ${closed?.endedAs ?? null}, done = ${closed?.done ?? ''}
     where org_id = ${orgId} and id = ${taskId}
  `.execute(tx);
}

/** Whose a task is, in the order in which they were told. */
export async function listOwners(tx: Tx, orgId: string, taskId: string): Promise<{ staffId: string; because: OwnedBecause }[]> {
  const { rows } = await sql<{ staffId: string; because: OwnedBecause }>`
    select staff_id as "staffId", because from task_owners where org_id = ${orgId} and task_id = ${taskId} order by recorded_at, id
  `.execute(tx);
  return rows;
}

/** `places`: the site of the task first, then those where the person has an open episode. */
export type Untaken = { id: string; places: { siteId: string; timeZone: string }[]; ownerIds: string[] };

/** Danger that nobody has taken in time and that has not gone on yet; what another server holds at this moment is its own to pass on. */
export async function lockUntaken(tx: Tx, orgId: string, now: Date): Promise<Untaken[]> {
  const { rows } = await sql<Untaken>`
    select t.id, (select coalesce(array_agg(o.staff_id), '{}') from task_owners o where o.org_id = t.org_id and o.task_id = t.id) as "ownerIds",
           (select jsonb_agg(jsonb_build_object('siteId', s.id, 'timeZone', s.time_zone) order by s.id = t.site_id desc, s.name, s.id) from sites s
             where s.org_id = t.org_id and (s.id = t.site_id or exists (select 1 from episodes e where e.org_id = s.org_id and e.site_id = s.id and e.participant_id = t.participant_id and ${isOpen(now)}))) as places
      from tasks t
     where t.org_id = ${orgId} and t.kind = 'danger' and t.closed_at is null and t.taken_at is null and t.due_at <= ${now}
       and not exists (select 1 from task_owners o where o.org_id = t.org_id and o.task_id = t.id and o.because = 'not-taken')
     order by t.id for no key update of t skip locked
  `.execute(tx);
  return rows;
}

export type OpenTask = { id: string; kind: TaskKind; dueAt: Date };

/** What is open about a person at a site, held until the end of the transaction. */
export async function lockOpenTasks(tx: Tx, orgId: string, participantId: string, siteId: string): Promise<OpenTask[]> {
  const { rows } = await sql<OpenTask>`
    select id, kind, due_at as "dueAt" from tasks where org_id = ${orgId} and participant_id = ${participantId} and site_id = ${siteId} and closed_at is null order by id for no key update
  `.execute(tx);
  return rows;
}

/** Ends tasks with the discharge of the person they are about. */
export async function closeDischarged(tx: Tx, orgId: string, ids: readonly string[], at: Date, by: string): Promise<void> {
  await sql`update tasks set closed_at = ${at}, closed_by = ${by}, ended_as = 'discharged' where org_id = ${orgId} and id = any(${ids}::uuid[]) and closed_at is null`.execute(tx);
}

/** Opens what a discharge ended, except where the same has been opened anew meanwhile; answers how many. */
export async function reopenDischarged(tx: Tx, orgId: string, ids: readonly string[], closedAt: Date): Promise<number> {
  const result = await sql`
    update tasks t set closed_at = null, closed_by = null, ended_as = null
     where t.org_id = ${orgId} and t.id = any(${ids}::uuid[]) and t.ended_as = 'discharged' and t.closed_at = ${closedAt}
       and not exists (select 1 from tasks o where o.org_id = t.org_id and o.session_id = t.session_id and o.participant_id = t.participant_id and o.kind = t.kind and o.closed_at is null)
  `.execute(tx);
  return Number(result.numAffectedRows ?? 0n);
}
