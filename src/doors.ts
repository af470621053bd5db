/** What the door needs to know of the program: which organizations there are, and how the first one is made. */
import { CompiledQuery } from 'kysely';
import type { Clock } from './platform/clock.ts';
import { inTransaction } from './platform/database.ts';
import type { Database } from './platform/database.ts';
import { newSilentId } from './platform/ids.ts';
import { listMembers } from './platform/sign-in/index.ts';
import type { Doors, Member, Program, RoleCard } from './platform/sign-in/index.ts';
import { findOrganization, findStaffActor } from './modules/people/index.ts';
import { furnishOrganization } from './workflows/program/furnish-organization.ts';
import { loadStanding } from './workflows/staff/standing-facts.ts';

async function roleCards(database: Database, orgId: string, members: readonly Member[], now: Date): Promise<RoleCard[]> {
  return await inTransaction(database, orgId, async (tx) => {
    const cards: RoleCard[] = [];
    for (const member of members) {
      const staff = await findStaffActor(tx, orgId, member.actorId, now);
      if (staff !== null) cards.push({ accountId: member.accountId, name: `${staff.givenName} ${staff.familyName}`, role: staff.roles[0] ?? '', credential: staff.credential });
    }
    return cards;
  });
}

async function readDoors(database: Database, now: Date): Promise<Doors> {
  const members = Map.groupBy(await listMembers(database.pool), (member) => member.orgId);
  const organizations = await Promise.all([...members.keys()].map((orgId) => inTransaction(database, orgId, (tx) => findOrganization(tx, orgId))));
  const known = organizations.filter((one) => one !== null);
  const allDemo = known.length > 0 && known.every((one) => one.kind === 'demo');
  // Cards are made only for a demo: a real organization's staff are never listed to a stranger.
  const cards = allDemo ? await Promise.all([...members].map(([orgId, list]) => roleCards(database, orgId, list, now))) : [];
  return { allDemo, anyOrganization: known.length > 0, organizationName: known.length === 1 ? known[0]?.name ?? null : null, roleCards: cards.flat() };
}

export function openDoors(database: Database, clock: Clock): Program {
  return {
    doors: () => readDoors(database, clock.now()),
    standing: async ({ orgId, actorId }) => await inTransaction(database, orgId, (tx) => loadStanding(tx, orgId, actorId, clock.now())) ?? { state: 'gone' },
    async furnish(first, seat) {
      const orgId = newSilentId();
      return await inTransaction(database, orgId, async (tx) => {
        const { firstStaffId } = await furnishOrganization(tx, {
          orgId, name: first.organizationName, kind: 'real', siteName: first.siteName, timeZone: first.timeZone,
          first: { givenName: first.givenName, familyName: first.familyName, credential: '', roles: ['administrator', 'director'] },
        }, clock.now());
        const seated = { orgId, actorId: firstStaffId };
        const statement = seat(seated);
        await tx.executeQuery(CompiledQuery.raw(statement.sql, [...statement.parameters]));
        return seated;
      });
    },
  };
}
