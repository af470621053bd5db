/** The contact notes of one person: nothing else reads them, neither the ledger nor anything that charges (W17). */
import { sql } from 'kysely';
import type { OutputOf } from '../../platform/contract.ts';
import type { Tx } from '../../platform/database.ts';
import type { Answer } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import { isVisible } from '../../modules/placements/index.ts';
import type { TaskEnd, TaskId, TaskKind } from '../../modules/tasks/words.ts';
import type { readContactNotes as contract } from './contacts.contract.ts';

type Shown = OutputOf<typeof contract>['notes'][number];
type Row = Omit<Shown, 'happenedAt' | 'signedAt' | 'danger'> & { happenedAt: Date; signedAt: Date; dangerTaskId: TaskId | null; endedAs: TaskEnd | null; all: number };

/** So many at once; older ones are counted, and asked for after the last that was shown. */
const AT_ONCE = 30;

/** Notes are facts, so the one shown last still stands where it stood; an id that is none of this person's leads to nothing. */
async function listNotes(tx: Tx, orgId: string, participantId: string, beforeId: string | undefined): Promise<Row[]> {
  const after = beforeId === undefined ? sql`true`
    : sql`(c.happened_at, c.id) < (select b.happened_at, b.id from contact_notes b where b.org_id = ${orgId} and b.participant_id = ${participantId} and b.id = ${beforeId})`;
  const { rows } = await sql<Row>`
    select c.id, c.kind, c.with_whom as "withWhom", c.happened_at as "happenedAt", c.minutes, c.text, c.risk, c.author_name as "authorName", c.author_credential as "authorCredential",
           c.signed_at as "signedAt", c.danger_task_id as "dangerTaskId", t.ended_as as "endedAs", (count(*) over ())::integer as "all"
      from contact_notes c left join tasks t on t.org_id = c.org_id and t.id = c.danger_task_id
     where c.org_id = ${orgId} and c.participant_id = ${participantId} and ${after} order by c.happened_at desc, c.id desc limit ${AT_ONCE}
  `.execute(tx);
  return rows;
}

async function listOpenTasks(tx: Tx, orgId: string, participantId: string, siteIds: readonly string[]): Promise<{ id: TaskId; kind: TaskKind; openedAt: Date }[]> {
  const { rows } = await sql<{ id: TaskId; kind: TaskKind; openedAt: Date }>`
    select id, kind, opened_at as "openedAt" from tasks
     where org_id = ${orgId} and participant_id = ${participantId} and closed_at is null and (kind = 'danger' or site_id = any(${siteIds}::uuid[])) order by kind = 'danger' desc, opened_at, id
  `.execute(tx);
  return rows;
}

export const readContactNotes: Answer<typeof contract> = async ({ tx, actor, now }, { params: { participantId }, query: { beforeId } }) => {
  if (!await isVisible(tx, actor.orgId, participantId, actor, now)) return refuse('not-found');
  const rows = await listNotes(tx, actor.orgId, participantId, beforeId);
  const notes = rows.map(({ happenedAt, signedAt, dangerTaskId, endedAs, all: _, ...row }): Shown => ({
    ...row, happenedAt: happenedAt.toISOString(), signedAt: signedAt.toISOString(), danger: dangerTaskId === null ? null : { taskId: dangerTaskId, endedAs },
  }));
  const openTasks = actor.permissions.has('task.read') ? await listOpenTasks(tx, actor.orgId, participantId, actor.placeIds) : [];
  return { value: {
    participantId, asOf: now.toISOString(), notes, older: (rows[0]?.all ?? 0) - rows.length, openTasks: openTasks.map((task) => ({ ...task, openedAt: task.openedAt.toISOString() })),
  } };
};
