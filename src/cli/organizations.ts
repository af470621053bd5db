/** Which organizations a database holds, and the one that a command means. */
import type { Database } from '../platform/database.ts';
import { inTransaction } from '../platform/database.ts';
import { Halt } from '../platform/halt.ts';
import { listMembers } from '../platform/sign-in/index.ts';
import { findOrganization } from '../modules/people/index.ts';

export type Organization = { readonly id: string; readonly name: string; readonly kind: 'real' | 'demo' };

/** Found through who may enter them, a local table: row-level security shows an organization only to those who name it. */
export async function listOrganizations(database: Database): Promise<Organization[]> {
  const ids = new Set((await listMembers(database.pool)).map((member) => member.orgId));
  const found: Organization[] = [];
  for (const id of ids) {
    const organization = await inTransaction(database, id, (tx) => findOrganization(tx, id));
    if (organization !== null) found.push({ id, ...organization });
  }
  return found;
}

/** The only one, or the one of that name. */
export function chooseOrganization(organizations: readonly Organization[], name: string | undefined): Organization {
  const names = organizations.map((one) => `"${one.name}"`).join(', ');
  const meant = name === undefined ? organizations : organizations.filter((one) => one.name === name.trim());
  const [only] = meant;
  if (organizations.length === 0) {
    throw new Halt('no-organization', 'There is no organization in this database yet.', 'Start the program and set up the first one in the browser.');
  }
  if (only === undefined) throw new Halt('organization-unknown', `There is no organization "${name ?? ''}" here.`, `Here are: ${names}.`);
  if (meant.length === 1) return only;
  throw new Halt('organization-unclear', name === undefined ? `This database holds ${organizations.length} organizations.` : `Two organizations here are called "${name}".`,
    name === undefined ? `Say which with --organization NAME. Here are: ${names}.` : 'Rename one of them in the program, then do this again.');
}
