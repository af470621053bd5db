/** Keeps the sessions of every organization planned ahead: at the start and each hour, so that another day appears at the far end by itself. */
import type { Clock } from './platform/clock.ts';
import { inTransaction } from './platform/database.ts';
import type { Database } from './platform/database.ts';
import { newId } from './platform/ids.ts';
import { listMembers } from './platform/sign-in/index.ts';
import { listSites } from './modules/program/index.ts';
import { planAhead } from './modules/sessions/index.ts';

const AN_HOUR_MS = 3_600_000;

/** Plans every organization once; one that fails is told and keeps nobody else waiting. Answers how many sessions were added. */
export async function planAll(database: Database, clock: Clock, failed: (orgId: string, error: unknown) => void): Promise<number> {
  let added = 0;
  for (const orgId of new Set((await listMembers(database.pool)).map((member) => member.orgId))) {
    try {
      const now = clock.now();
      added += await inTransaction(database, orgId, async (tx) => {
        const sites = await listSites(tx, orgId);
        const planned = await planAhead({ tx, now, newId: <Id extends string>() => newId(now) as Id, actor: { orgId, id: null } }, { siteIds: sites.map((site) => site.id) });
        return planned.added;
      });
    } catch (error) {
      failed(orgId, error);
    }
  }
  return added;
}

/** Plans now and each hour until `stop`. Two servers on one database may do so side by side: planning is serial for each group and safe to repeat. */
export function keepPlanned(database: Database, clock: Clock, failed: (orgId: string, error: unknown) => void): { stop(): void } {
  const plan = (): void => { planAll(database, clock, failed).catch((error: unknown) => failed('', error)); };
  plan();
  const timer = setInterval(plan, AN_HOUR_MS);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
