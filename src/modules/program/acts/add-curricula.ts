/** A curriculum is added with its modules; or those that come with the program, as far as they are not there. */
import type { Answer, Exchange } from '../../../platform/http.ts';
import { lockOrganization } from '../../people/index.ts';
import type { addCurriculum as adding, addFirstCurricula as addingFirst } from '../curricula.contract.ts';
import { FIRST_CURRICULA } from '../rules/first-curricula.ts';
import type { SavedModule } from '../rules/modules.ts';
import { insertCurriculum, insertModules, listCurriculumNames } from '../store/curricula.ts';

async function add({ tx, actor, now, newId }: Exchange, one: { name: string; source: string; modules: readonly Omit<SavedModule, 'id'>[] }): Promise<string> {
  const id = newId();
  await insertCurriculum(tx, actor.orgId, { id, name: one.name, source: one.source }, now, actor.id);
  await insertModules(tx, actor.orgId, id, one.modules.map((module, index) => ({ ...module, id: newId(), position: index + 1 })), now, actor.id);
  return id;
}

export const addCurriculum: Answer<typeof adding> = async (exchange, { body }) => ({ value: { curriculumId: await add(exchange, body) } });

export const addFirstCurricula: Answer<typeof addingFirst> = async (exchange) => {
  // Pressed at two desks at once, the second finds what the first added.
  await lockOrganization(exchange.tx, exchange.actor.orgId);
  const known = new Set(await listCurriculumNames(exchange.tx, exchange.actor.orgId));
  const missing = FIRST_CURRICULA.filter((one) => !known.has(one.name));
  for (const one of missing) await add(exchange, one);
  return { value: { added: missing.length } };
};
