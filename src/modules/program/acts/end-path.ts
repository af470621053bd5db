/** A path is taken out of what is offered, or brought back unless another has its name by now. */
import type { Answer } from '../../../platform/http.ts';
import { recordChange } from '../../../platform/changes.ts';
import { refuse } from '../../../platform/outcome.ts';
import type { endPath as contract } from '../paths.contract.ts';
import { endPathVersions, findNewestVersion, isPathNameTaken, lockPaths } from '../store/paths.ts';

export const endPath: Answer<typeof contract> = async ({ tx, actor, now }, { params: { pathId }, body: { ends } }) => {
  const { orgId } = actor;
  await lockPaths(tx, orgId);
  const newest = await findNewestVersion(tx, orgId, pathId);
  if (newest === null) return refuse('not-found');
  const value = { pathId, version: newest.version };
  if (newest.isEnded === ends) return { value };
  if (!ends && await isPathNameTaken(tx, orgId, { programId: newest.programId, name: newest.name, exceptPathId: pathId })) return refuse('path-name-taken');
  await endPathVersions(tx, orgId, pathId, ends, now, actor.id);
  await recordChange(tx, { orgId, by: actor.id, now }, { about: 'path_versions', rowId: pathId, was: { isEnded: newest.isEnded }, became: { isEnded: ends } });
  return { value };
};
