/** A curriculum is saved whole; sessions ahead that nobody touched follow its modules. */
import { recordChange, versionOf } from '../../platform/changes.ts';
import type { Answer } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import { decideModules, endModules, insertModules, lockCurriculum, updateCurriculum } from '../../modules/program/index.ts';
import type { changeCurriculum as contract } from '../../modules/program/curricula.contract.ts';
import { listSeriesWith } from '../../modules/schedules/index.ts';
import { planAhead } from '../../modules/sessions/index.ts';

export const changeCurriculum: Answer<typeof contract> = async (exchange, { params: { curriculumId }, body }) => {
  const { tx, actor, now, newId } = exchange;
  const { orgId } = actor;
  const was = await lockCurriculum(tx, orgId, curriculumId);
  if (was === null) return refuse('not-found');
  if (await versionOf(tx, orgId, curriculumId) !== body.version) return refuse('changed-meanwhile');
  await updateCurriculum(tx, orgId, curriculumId, body);
  const { end, add } = decideModules(was.modules, body.modules);
  if (end.length > 0) await endModules(tx, orgId, end, now, actor.id);
  await insertModules(tx, orgId, curriculumId, add.map((one) => ({ ...one, id: newId() })), now, actor.id);
  const titles = (modules: readonly { title: string; isEntryPoint: boolean }[]) => modules.map((one) => (one.isEntryPoint ? `> ${one.title}` : one.title));
  await recordChange(tx, { orgId, by: actor.id, now }, {
    about: 'curricula', rowId: curriculumId, was: { name: was.name, source: was.source, modules: titles(was.modules) }, became: { name: body.name, source: body.source, modules: titles(body.modules) },
  });
  await planAhead(exchange, { seriesIds: await listSeriesWith(tx, orgId, curriculumId) });
  return { value: { curriculumId } };
};
