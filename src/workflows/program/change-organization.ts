/** The organization's name, and how many weeks ahead its sessions are planned; sessions follow at once. */
import { recordChange, versionOf } from '../../platform/changes.ts';
import type { Answer } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import { lockOrganizationRow, updateOrganization } from '../../modules/people/index.ts';
import { listSites } from '../../modules/program/index.ts';
import type { changeOrganization as contract } from '../../modules/program/ground.contract.ts';
import { planAhead } from '../../modules/sessions/index.ts';

export const changeOrganization: Answer<typeof contract> = async (exchange, { body: { version, ...became } }) => {
  const { tx, actor, now } = exchange;
  const { orgId } = actor;
  const was = await lockOrganizationRow(tx, orgId);
  if (await versionOf(tx, orgId, orgId) !== version) return refuse('changed-meanwhile');
  await updateOrganization(tx, orgId, became);
  await recordChange(tx, { orgId, by: actor.id, now }, { about: 'organizations', rowId: orgId, was, became });
  const sites = await listSites(tx, orgId);
  return { value: await planAhead(exchange, { siteIds: sites.map((site) => site.id) }) };
};
