/** From a sign-in to an actor: roles, permissions and sites as they are now, looked up at most every few seconds. */
import type { Actor } from './platform/actor.ts';
import type { Clock } from './platform/clock.ts';
import { inTransaction } from './platform/database.ts';
import type { Database } from './platform/database.ts';
import { findStaffActor } from './modules/people/index.ts';
import { listSitesOf } from './modules/program/index.ts';

type SignedIn = { signInId: string; orgId: string; actorId: string };

/** A role taken away is felt within this time; a look-up costs about as much as a signed note, so not every request pays it. */
const KEEP_MS = 5000;
const REMEMBERED = 2000;

/** Answers null when the member of staff is gone or has left. */
export function openIdentify(database: Database, clock: Clock): (signedIn: SignedIn) => Promise<Actor | null> {
  const kept = new Map<string, { until: number; actor: Actor | null }>();
  return async (signedIn) => {
    const now = clock.now();
    const key = `${signedIn.signInId} ${signedIn.orgId} ${signedIn.actorId}`;
    const known = kept.get(key);
    if (known !== undefined && known.until > now.getTime() && known.until <= now.getTime() + KEEP_MS) return known.actor;
    const actor = await load(database, signedIn, now);
    kept.delete(key);
    kept.set(key, { until: now.getTime() + KEEP_MS, actor });
    if (kept.size > REMEMBERED) kept.delete(kept.keys().next().value ?? '');
    return actor;
  };
}

async function load(database: Database, { signInId, orgId, actorId }: SignedIn, now: Date): Promise<Actor | null> {
  return await inTransaction(database, orgId, async (tx) => {
    const staff = await findStaffActor(tx, orgId, actorId, now);
    if (staff === null) return null;
    const sites = await listSitesOf(tx, orgId, actorId, now);
    return {
      orgId, id: actorId, signInId, roles: staff.roles, permissions: new Set(staff.permissions), placeIds: sites.map((site) => site.id),
      signature: { name: `${staff.givenName} ${staff.familyName}`, credential: staff.credential },
    };
  });
}
