/** Passes danger on that nobody has taken in time: to the directors of the site, and of the site where the person is now, by name, each minute, in every organization (W18). */
import type { Clock } from './platform/clock.ts';
import { inTransaction } from './platform/database.ts';
import type { Database, Tx } from './platform/database.ts';
import { newId } from './platform/ids.ts';
import { listMembers } from './platform/sign-in/index.ts';
import { decideEscalation, insertTaskOwners, loadDirectors, lockUntaken } from './modules/tasks/index.ts';
import { dateIn } from './values/civil-date.ts';

const A_MINUTE_MS = 60_000;

async function escalate(tx: Tx, orgId: string, now: Date): Promise<number> {
  const owners = [];
  for (const task of await lockUntaken(tx, orgId, now)) {
    const told: string[] = [];
    for (const [index, { siteId, timeZone }] of task.places.entries()) {
      const { directorsHere, directors } = await loadDirectors(tx, orgId, siteId, dateIn(timeZone, now));
      // Where else the person is, the directors of that site alone are told.
      told.push(...decideEscalation({ directorsHere, directors: index === 0 ? directors : [] }, [...task.ownerIds, ...told]));
    }
    owners.push(...told.map((staffId) => ({ id: newId(now), taskId: task.id, staffId, because: 'not-taken' as const })));
  }
  await insertTaskOwners(tx, orgId, owners, now, null);
  return owners.length;
}

/** Every organization once; one that fails is told and keeps nobody else waiting. Answers how many directors were told. */
export async function escalateAll(database: Database, clock: Clock, failed: (orgId: string, error: unknown) => void): Promise<number> {
  let told = 0;
  for (const orgId of new Set((await listMembers(database.pool)).map((member) => member.orgId))) {
    try {
      told += await inTransaction(database, orgId, (tx) => escalate(tx, orgId, clock.now()));
    } catch (error) {
      failed(orgId, error);
    }
  }
  return told;
}

/** Looks now and each minute until `stop`. Two servers on one database may do so side by side: a task that one holds the other leaves to it. */
export function keepEscalated(database: Database, clock: Clock, failed: (orgId: string, error: unknown) => void): { stop(): void } {
  const look = (): void => { escalateAll(database, clock, failed).catch((error: unknown) => failed('', error)); };
  look();
  const timer = setInterval(look, A_MINUTE_MS);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
