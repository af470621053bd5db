/** A program is added, with the paths that programs of its population come with. */
import type { Answer } from '../../../platform/http.ts';
import type { addProgram as contract } from '../ground.contract.ts';
import { firstPaths } from '../rules/first-paths.ts';
import { insertProgram } from '../store/ground.ts';
import { insertPathVersions } from '../store/paths.ts';

export const addProgram: Answer<typeof contract> = async ({ tx, actor, now, newId }, { body }) => {
  const programId = newId();
  await insertProgram(tx, actor.orgId, { ...body, id: programId }, now);
  // Paths are made for an intensive outpatient program; a program of another level begins without any.
  const paths = body.level !== 'iop' ? [] : firstPaths(body.population).map((path) => ({
    ...path, id: newId(), pathId: newId(), version: 1, programId, weeks: path.phases.reduce((weeks, phase) => weeks + phase.weeks, 0),
  }));
  if (paths.length > 0) await insertPathVersions(tx, actor.orgId, paths, now, actor.id);
  return { value: { programId } };
};
