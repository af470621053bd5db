/** A member of staff gets other names or letters; what they signed before keeps what it says. */
import { recordChange, versionOf } from '../../../platform/changes.ts';
import type { Answer } from '../../../platform/http.ts';
import { refuse } from '../../../platform/outcome.ts';
import type { renameStaff as contract } from '../staff.contract.ts';
import { lockStaff, updateStaffNames } from '../store/staff.ts';

export const renameStaff: Answer<typeof contract> = async ({ tx, actor, now }, { params: { staffId }, body: { version, ...called } }) => {
  const staff = await lockStaff(tx, actor.orgId, staffId);
  if (staff === null) return refuse('not-found');
  if (await versionOf(tx, actor.orgId, staffId) !== version) return refuse('changed-meanwhile');
  await updateStaffNames(tx, actor.orgId, staffId, called);
  await recordChange(tx, { orgId: actor.orgId, by: actor.id, now }, { about: 'staff', rowId: staffId, was: staff, became: called });
  return { value: { staffId } };
};
