/** A real organization in a database of one's own, such as the first administrator makes in the browser. */
import { openDoors } from '../../src/doors.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { openDatabase } from '../../src/platform/database.ts';
import type { Connections } from '../../src/platform/embedded/start-cluster.ts';
import { openSignIn } from '../../src/platform/sign-in/index.ts';

/** The id of an organization with one site and its administrator. */
export async function settle(connections: Connections, name: string): Promise<string> {
  const database = openDatabase(connections.app, { max: 4 });
  try {
    const program = openDoors(database, systemClock);
    const signIn = openSignIn({ pool: database.pool, secret: 'a secret of the tests, long enough to be one', secureCookies: false, loopbackOnly: true, now: systemClock.now, program });
    const email = `${name.toLowerCase().replace(/\W/g, '')}@example.org`;
    const account = await signIn.createAccount({ email, password: null, name: 'Ada Administrator' });
    if ('refused' in account) throw new Error(account.refused);
    const first = { organizationName: name, siteName: 'Maple Street', timeZone: 'America/Chicago', givenName: 'Ada', familyName: 'Administrator', email };
    const { orgId, actorId } = await program.furnish(first, () => ({ sql: 'select 1', parameters: [] }));
    await signIn.joinOrganization({ accountId: account.value.accountId, orgId, actorId });
    return orgId;
  } finally {
    await database.close();
  }
}
