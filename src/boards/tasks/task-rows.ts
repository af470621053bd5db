/** Tasks as every board shows them: what, whose, by when, how it ended, each mark of a danger, and how the person may be reached. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { versionsOf } from '../../platform/changes.ts';
import type { OutputOf } from '../../platform/contract.ts';
import type { Tx } from '../../platform/database.ts';
import type { Exchange } from '../../platform/http.ts';
import { displayNames } from '../../modules/people/index.ts';
import type { ContactWay, StaffId } from '../../modules/people/words.ts';
import { siteOfPerson } from '../../modules/tasks/index.ts';
import type { TaskEnd, TaskSource } from '../../modules/tasks/words.ts';
import type { readTasks as contract } from './tasks.contract.ts';

export type Task = OutputOf<typeof contract>['open'][number];
export type TaskRow = Pick<Task, 'id' | 'kind' | 'source' | 'concern' | 'detail' | 'participantId' | 'openedBy'> & {
  siteId: string; siteName: string; sessionName: string | null; sessionStart: Date | null; openedAt: Date; dueAt: Date; takenAt: Date | null; takenBy: StaffId | null; takenName: string | null;
  closedAt: Date | null; closedBy: StaffId | null; closedName: string | null; endedAs: TaskEnd | null; done: string; owners: { staffId: StaffId; name: string; because: Task['owners'][number]['because']; at: string }[];
  legalGivenName: string; legalFamilyName: string; chosenName: string | null; contactBy: ContactWay; telephone: string; mayLeaveMessage: boolean; contactNote: string;
};

const name = (staff: string): RawBuilder<unknown> => sql`${sql.ref(`${staff}.given_name`)} || ' ' || ${sql.ref(`${staff}.family_name`)}`;

/** Tasks that fit a condition on `t`, in the order that the condition ends with. */
export async function listTasks(tx: Tx, where: RawBuilder<unknown>): Promise<TaskRow[]> {
  const { rows } = await sql<TaskRow>`
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

/** Taken by the asker, or the asker is among those whose it is. */
export const isMine = (actorId: string): RawBuilder<unknown> => sql`(t.taken_by = ${actorId} or exists (select 1 from task_owners x where x.org_id = t.org_id and x.task_id = t.id and x.staff_id = ${actorId}))`;

/** Danger about somebody with an open episode at one of these sites, wherever it was marked (W18). */
export const isDangerAt = (siteIds: readonly string[], now: Date): RawBuilder<unknown> => sql`(t.kind = 'danger' and ${siteOfPerson(siteIds, now)} is not null)`;

/** The number only where the person's own rule lets it be called or written to (safe contact). */
function reachOf({ contactBy, telephone, mayLeaveMessage, contactNote }: TaskRow): Task['reach'] {
  return { contactBy, telephone: contactBy === 'phone' || contactBy === 'text' ? telephone : '', mayLeaveMessage, contactNote };
}

type Mark = Task['marks'][number];
type Shown = { names: ReadonlyMap<string, string>; versions: ReadonlyMap<string, number>; again: ReadonlyMap<string, Mark[]>; siteId: string; actorId: string; now: Date };

/** Who saw the same danger besides whoever opened the task, when, and what they said (TSK-9). */
async function listMarksAgain(tx: Tx, orgId: string, taskIds: readonly string[]): Promise<Map<string, Mark[]>> {
  const { rows } = await sql<{ taskId: string; by: string; at: Date; detail: string | null; source: TaskSource | null }>`
    select c.row_id as "taskId", ${name('m')} as by, c.recorded_at as at, c.became ->> 'markedAgainDetail' as detail, c.became ->> 'markedAgainSource' as source
      from changes c left join staff m on m.org_id = c.org_id and m.id = c.recorded_by
     where c.org_id = ${orgId} and c.about = 'tasks' and c.row_id = any(${taskIds}::uuid[]) and c.became ->> 'markedAgainAt' is not null
     order by c.recorded_at, c.id
  `.execute(tx);
  const marks = rows.map(({ taskId, by, at, detail, source }) => ({ taskId, mark: { by, at: at.toISOString(), detail: detail ?? '', source } }));
  return new Map([...Map.groupBy(marks, (one) => one.taskId)].map(([id, all]) => [id, all.map((one) => one.mark)]));
}

function toTask(row: TaskRow, { names, versions, again, siteId, actorId, now }: Shown): Task {
  return {
    id: row.id, version: versions.get(row.id) ?? 0, kind: row.kind, source: row.source, concern: row.concern, detail: row.detail, participantId: row.participantId,
    displayName: names.get(row.participantId) ?? '', otherSiteName: row.siteId === siteId ? null : row.siteName,
    session: row.sessionName === null || row.sessionStart === null ? null : { name: row.sessionName, startsAt: row.sessionStart.toISOString() },
    openedAt: row.openedAt.toISOString(), openedBy: row.openedBy,
    marks: row.kind === 'danger' ? [{ by: row.openedBy, at: row.openedAt.toISOString(), detail: row.detail, source: row.source }, ...again.get(row.id) ?? []] : [],
    dueAt: row.dueAt.toISOString(), isOverdue: row.closedAt === null && row.dueAt <= now && !(row.kind === 'danger' && row.takenAt !== null),
    isMine: row.takenBy === actorId || row.owners.some((owner) => owner.staffId === actorId),
    owners: row.owners.map((owner) => ({ ...owner, at: new Date(owner.at).toISOString() })),
    taken: row.takenAt === null || row.takenBy === null ? null : { staffId: row.takenBy, name: row.takenName ?? '', at: row.takenAt.toISOString() },
    closed: row.closedAt === null || row.closedBy === null || row.endedAs === null ? null : { staffId: row.closedBy, name: row.closedName ?? '', at: row.closedAt.toISOString(), endedAs: row.endedAs, done: row.done },
    reach: reachOf(row),
  };
}

/** Rows as a page shows them, in their order; `siteId` is the site that was asked for. */
export async function showTasks({ tx, actor, now }: Pick<Exchange, 'tx' | 'actor' | 'now'>, siteId: string, rows: readonly TaskRow[]): Promise<Task[]> {
  const ids = rows.map((row) => row.id);
  const people = [...new Map(rows.map((row) => [row.participantId, row])).values()];
  const names = new Map([...displayNames(people)].map(([row, shown]) => [row.participantId as string, shown]));
  const [versions, again] = await Promise.all([versionsOf(tx, actor.orgId, ids), listMarksAgain(tx, actor.orgId, rows.filter((row) => row.kind === 'danger').map((row) => row.id))]);
  return rows.map((row) => toTask(row, { names, versions, again, siteId, actorId: actor.id, now }));
}
