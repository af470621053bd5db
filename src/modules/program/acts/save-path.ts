/** A path is saved as a version of its own: new, or the next one after the version it was made from. */
import type { OutputOf } from '../../../platform/contract.ts';
import type { Answer } from '../../../platform/http.ts';
import { refuse } from '../../../platform/outcome.ts';
import type { Refused } from '../../../platform/outcome.ts';
import type { addPath as addContract, savePath as saveContract } from '../paths.contract.ts';
import { findNewestVersion, insertPathVersions, isPathNameTaken, isProgramOpen, lockPaths } from '../store/paths.ts';
import { MOST_PATH_WEEKS } from '../words.ts';
import type { PathId, PathPhase } from '../words.ts';

/** Null when the plan can stand. A phase under its floor may: the page says so, and it is planned as outpatient or not (W5). */
function wrongPlan(phases: readonly PathPhase[]): Refused<'path-too-long' | 'break-fills-block'> | null {
  if (weeksIn(phases) > MOST_PATH_WEEKS) return refuse('path-too-long');
  return phases.some((phase) => phase.blocks.some((block) => block.breakMinutes >= block.minutes)) ? refuse('break-fills-block') : null;
}

function weeksIn(phases: readonly PathPhase[]): number {
  return phases.reduce((weeks, phase) => weeks + phase.weeks, 0);
}

export const addPath: Answer<typeof addContract> = async ({ tx, actor, now, newId }, { body: { programId, name, phases } }) => {
  const { orgId } = actor;
  await lockPaths(tx, orgId);
  if (!(await isProgramOpen(tx, orgId, programId))) return refuse('not-found');
  const wrong = wrongPlan(phases);
  if (wrong !== null) return wrong;
  if (await isPathNameTaken(tx, orgId, { programId, name, exceptPathId: null })) return refuse('path-name-taken');
  const saved = { pathId: newId<PathId>(), version: 1 };
  const id = newId();
  await insertPathVersions(tx, orgId, [{ ...saved, id, programId, name, weeks: weeksIn(phases), phases }], now, actor.id);
  return { value: { ...saved, pathVersionId: id } satisfies OutputOf<typeof addContract> };
};

export const savePath: Answer<typeof saveContract> = async ({ tx, actor, now, newId }, { params, body: { version, name, phases } }) => {
  const { orgId } = actor;
  await lockPaths(tx, orgId);
  const newest = await findNewestVersion(tx, orgId, params.pathId);
  if (newest === null) return refuse('not-found');
  const wrong = wrongPlan(phases);
  if (wrong !== null) return wrong;
  if (newest.version !== version || newest.isEnded) return refuse('changed-meanwhile');
  if (await isPathNameTaken(tx, orgId, { programId: newest.programId, name, exceptPathId: params.pathId })) return refuse('path-name-taken');
  const id = newId();
  await insertPathVersions(tx, orgId, [{ id, pathId: params.pathId, version: version + 1, programId: newest.programId, name, weeks: weeksIn(phases), phases }], now, actor.id);
  return { value: { pathId: params.pathId, pathVersionId: id, version: version + 1 } satisfies OutputOf<typeof saveContract> };
};
