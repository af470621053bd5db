/** From a sign-in to an actor: roles, permissions and sites as they are now, looked up at most every few seconds. */
import type { Permission } from './permissions.ts';
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

/** Acts that need one of these may change what somebody may do or see; another process feels them when KEEP_MS have passed, this one at once. */
const CHANGES_ACTORS: ReadonlySet<string | null> = new Set<Permission>(['staff.change', 'settings.change']);

export type Identify = {
  /** Answers null when the member of staff is gone or has left. */
  find(signedIn: SignedIn): Promise<Actor | null>;
  /** Told after every act that was carried out, so that whoever was just given a role or a site does not wait for it. */
  changed(act: { may: string | null }): void;
};

export function openIdentify(database: Database, clock: Clock): Identify {
  const kept = new Map<string, { until: number; actor: Actor | null }>();
  let changes = 0;
  return {
    async find(signedIn) {
      const now = clock.now();
      const key = `${signedIn.signInId} ${signedIn.orgId} ${signedIn.actorId}`;
      const known = kept.get(key);
      if (known !== undefined && known.until > now.getTime() && known.until <= now.getTime() + KEEP_MS) return known.actor;
      const asked = changes;
      const actor = await load(database, signedIn, now);
      // What was looked up while a change was written may be from before it.
      if (asked !== changes) return actor;
      kept.delete(key);
      kept.set(key, { until: now.getTime() + KEEP_MS, actor });
      if (kept.size > REMEMBERED) kept.delete(kept.keys().next().value ?? '');
      return actor;
    },
    changed({ may }) {
      if (!CHANGES_ACTORS.has(may)) return;
      changes += 1;
      kept.clear();
    },
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
