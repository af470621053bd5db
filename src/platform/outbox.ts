/** What must leave the building is a row in the transaction of the act; a relay hands each row to its job, at least once (scale.md). */
import { sql } from 'kysely';
import type { Exchange } from './http.ts';
import { inTransaction } from './database.ts';
import type { Database } from './database.ts';

/** Does what a row asks for; it may run twice after a crash, so it must not mind (an id it has seen is nothing new). */
export type Job = (message: { orgId: string; id: string; topic: string; body: unknown }) => Promise<void>;

/** How many rows one round takes, so that a long queue cannot hold its locks for long. */
const ROUND = 20;

/** Writes a message in the transaction of the act. `body` holds ids, never text of a record. */
export async function tell({ tx, actor, now, newId }: Exchange, topic: string, body: Record<string, string | number | string[]>): Promise<void> {
  await sql`
    insert into outbox (org_id, id, topic, body, created_at) values (${actor.orgId}, ${newId()}, ${topic}, ${JSON.stringify(body)}::jsonb, ${now})
  `.execute(tx);
}

/** A job may fail before it has made a promise; that is a failure like any other. */
async function isDone(job: Job | undefined, message: Parameters<Job>[0]): Promise<boolean> {
  try {
    await job?.(message);
    return job !== undefined;
  } catch {
    return false;
  }
}

/**
 * One round of the relay for one organization: takes waiting rows that nobody else holds, runs their jobs, marks them relayed.
 * Rows of a topic without a job stay and are counted, so that a missing job is seen. A job that throws leaves its row waiting.
 */
export async function relayOnce(database: Database, orgId: string, jobs: Readonly<Record<string, Job>>, now: Date): Promise<{ relayed: number; failed: number }> {
  return await inTransaction(database, orgId, async (tx) => {
    const { rows } = await sql<{ id: string; topic: string; body: unknown }>`
      select id, topic, body from outbox
       where org_id = ${orgId} and relayed_at is null and topic = any(${Object.keys(jobs)}::text[])
       order by id limit ${ROUND} for update skip locked
    `.execute(tx);
    const done: string[] = [];
    for (const row of rows) {
      if (await isDone(jobs[row.topic], { orgId, ...row })) done.push(row.id);
    }
    await sql`update outbox set relayed_at = ${now} where org_id = ${orgId} and id = any(${done}::uuid[])`.execute(tx);
    return { relayed: done.length, failed: rows.length - done.length };
  });
}
