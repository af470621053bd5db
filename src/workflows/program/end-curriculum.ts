/** A curriculum ends when no group works through it, or comes back. */
import { recordChange } from '../../platform/changes.ts';
import type { Answer } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import { lockCurriculum, setCurriculumEnd } from '../../modules/program/index.ts';
import type { endCurriculum as contract } from '../../modules/program/curricula.contract.ts';
import { listGroupsUsing } from '../../modules/schedules/index.ts';

export const endCurriculum: Answer<typeof contract> = async ({ tx, actor, now }, { params: { curriculumId }, body: { ends } }) => {
  const { orgId } = actor;
  const row = await lockCurriculum(tx, orgId, curriculumId);
  if (row === null) return refuse('not-found');
  if (row.isEnded === ends) return { value: { curriculumId } };
  const groups = ends ? await listGroupsUsing(tx, orgId, 'curriculum', curriculumId, now) : [];
  if (groups.length > 0) return refuse('still-in-use', { groups });
  await setCurriculumEnd(tx, orgId, curriculumId, ends ? { at: now, by: actor.id } : null);
  await recordChange(tx, { orgId, by: actor.id, now }, { about: 'curricula', rowId: curriculumId, was: { isEnded: row.isEnded }, became: { isEnded: ends } });
  return { value: { curriculumId } };
};
