/** All SQL of tasks and whose they are. */
import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
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
