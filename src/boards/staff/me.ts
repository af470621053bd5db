/** Who is signed in, with organization and sites. */
import { PERMISSIONS } from '../../permissions.ts';
import type { Answer } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import type { readMe as contract } from '../../modules/people/contract.ts';
import { findOrganization } from '../../modules/people/index.ts';
import type { StaffId } from '../../modules/people/words.ts';
import { listSitesOf } from '../../modules/program/index.ts';

export const readMe: Answer<typeof contract> = async ({ tx, actor, now }) => {
  const organization = await findOrganization(tx, actor.orgId);
  if (organization === null) return refuse('not-found');
  const sites = await listSitesOf(tx, actor.orgId, actor.id, now);
  return { value: {
    staffId: actor.id as StaffId, displayName: actor.signature.name, credential: actor.signature.credential, roles: [...actor.roles],
    permissions: PERMISSIONS.filter((permission) => actor.permissions.has(permission)), organization,
    sites: sites.map(({ id, name, timeZone }) => ({ id, name, timeZone })), now: now.toISOString(),
  } };
};
