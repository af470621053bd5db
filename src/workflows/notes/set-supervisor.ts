/** From a day on, somebody else co-signs what a member of staff signs, or nobody; notes that are signed keep what they say (W13). */
import { recordChange, versionOf } from '../../platform/changes.ts';
import type { Answer } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import type { setSupervisor as contract } from '../../modules/notes/after.contract.ts';
import { changeSupervision, endSupervisions, findSupervisor, insertSupervision, listCoSigners, listSupervisions, withdrawSupervisions } from '../../modules/notes/index.ts';
import { lockStaff } from '../../modules/people/index.ts';
import { dateIn } from '../../values/civil-date.ts';
import { loadCurrentSites } from '../staff/staff-facts.ts';

export const setSupervisor: Answer<typeof contract> = async ({ tx, actor, now, newId }, { params: { staffId }, body }) => {
  const { supervisorId, from } = body;
  // In the order of their ids, so that two who put each other's colleagues down never wait for each other.
  for (const id of [...new Set([staffId, supervisorId ?? staffId])].sort()) if (await lockStaff(tx, actor.orgId, id) === null) return refuse('not-found');
  if (await versionOf(tx, actor.orgId, staffId) !== body.version) return refuse('changed-meanwhile');
  if (supervisorId === staffId) return refuse('supervises-self');
  // The earliest calendar of the sites: what is still today somewhere has not passed.
  const today = (await loadCurrentSites(tx, actor.orgId)).map((site) => dateIn(site.timeZone, now)).sort()[0] ?? dateIn('UTC', now);
  if (from < today) return refuse('supervision-past', { today });
  if (supervisorId !== null && !(await listCoSigners(tx, actor.orgId, now)).some((one) => one.id === supervisorId)) return refuse('may-not-co-sign');
  const was = await findSupervisor(tx, actor.orgId, staffId, from);
  const change = changeSupervision(await listSupervisions(tx, actor.orgId, staffId), supervisorId, from);
  await withdrawSupervisions(tx, actor.orgId, change.withdraws, now, actor.id);
  await endSupervisions(tx, actor.orgId, change.ends, now, actor.id);
  if (change.begins && supervisorId !== null) await insertSupervision(tx, actor.orgId, { id: newId(), staffId, supervisorId, startsOn: from }, now, actor.id);
  const changes = change.begins || change.ends.length + change.withdraws.length > 0;
  if (changes) await recordChange(tx, { orgId: actor.orgId, by: actor.id, now }, { about: 'staff', rowId: staffId, was: { supervisorId: was, supervisedFrom: null }, became: { supervisorId, supervisedFrom: from } });
  return { value: { staffId } };
};
