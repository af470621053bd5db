/** The roles of a member of staff: what is taken away ends, what is given is a new row, and an administrator is always left. */
import { recordChange, versionOf } from '../../../platform/changes.ts';
import type { Answer } from '../../../platform/http.ts';
import { isRefused, refuse } from '../../../platform/outcome.ts';
import { decideRoles } from '../rules/staff.ts';
import type { setStaffRoles as contract } from '../staff.contract.ts';
import { endStaffRoles, insertStaffRoles, listRolesOf, lockAdministrators, lockStaff } from '../store/staff.ts';

export const setStaffRoles: Answer<typeof contract> = async ({ tx, actor, now, newId }, { params: { staffId }, body }) => {
  if (await lockStaff(tx, actor.orgId, staffId) === null) return refuse('not-found');
  if (await versionOf(tx, actor.orgId, staffId) !== body.version) return refuse('changed-meanwhile');
  const administrators = await lockAdministrators(tx, actor.orgId);
  const held = await listRolesOf(tx, actor.orgId, staffId);
  const decided = decideRoles(staffId, held, body.roles, administrators);
  if (isRefused(decided)) return decided;
  const { ended, begun } = decided.value;
  await endStaffRoles(tx, actor.orgId, staffId, ended, now, actor.id);
  await insertStaffRoles(tx, actor.orgId, staffId, begun.map((role) => ({ id: newId(), role })), now, actor.id);
  const roles = [...held.filter((role) => !ended.includes(role)), ...begun].sort();
  await recordChange(tx, { orgId: actor.orgId, by: actor.id, now }, { about: 'staff', rowId: staffId, was: { roles: held }, became: { roles } });
  return { value: { staffId } };
};
