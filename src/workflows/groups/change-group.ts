/** What a group is changes; who saw an older version is told, and sessions ahead take the new name and number of seats. */
import type { OutputOf } from '../../platform/contract.ts';
import { recordChange, versionOf } from '../../platform/changes.ts';
import type { Answer } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import { listCoFacilitators, listSeats, listTimes, lockGroup, setCoFacilitators, updateGroup } from '../../modules/schedules/index.ts';
import type { changeGroup as contract } from '../../modules/schedules/contract.ts';
import { planAhead } from '../../modules/sessions/index.ts';
import { dateIn } from '../../values/civil-date.ts';
import { isWhole, leadersHold } from './group-facts.ts';

export const changeGroup: Answer<typeof contract> = async (exchange, { params, body }) => {
  const { tx, actor, now, newId } = exchange;
  const { version, coFacilitatorIds, ...became } = body;
  const group = await lockGroup(tx, actor.orgId, params.seriesId, actor.placeIds);
  if (group === null) return refuse('not-found');
  if (await versionOf(tx, actor.orgId, group.id) !== version) return refuse('changed-meanwhile');
  if (!await isWhole(exchange, { ...group, ...became, roomIds: [], staffIds: coFacilitatorIds })) return refuse('not-found');
  const today = dateIn(group.timeZone, now);
  const [seats, times, before] = await Promise.all([
    listSeats(tx, actor.orgId, group.id, today), listTimes(tx, actor.orgId, [group.id]), listCoFacilitators(tx, actor.orgId, [group.id]),
  ]);
  if (seats.some((seat) => seat.seatNo > body.capacity)) return refuse('seats-in-use');
  const current = times.filter((time) => time.endedOn === null || time.endedOn >= today);
  if (body.credentialRequired !== group.credentialRequired && !await leadersHold(exchange, current, body.credentialRequired, today)) return refuse('credential-missing');
  await updateGroup(tx, actor.orgId, group.id, became);
  await setCoFacilitators(tx, actor.orgId, group.id, coFacilitatorIds.map((staffId) => ({ id: newId(), staffId })), { today, at: now, by: actor.id });
  const { name, topic, trackId, curriculumId, credentialRequired, capacity, minimum } = group;
  await recordChange(tx, { orgId: actor.orgId, by: actor.id, now }, {
    about: 'series', rowId: group.id, was: { name, topic, trackId, curriculumId, credentialRequired, capacity, minimum, coFacilitatorIds: before.map((one) => one.staffId).sort() },
    became: { ...became, coFacilitatorIds: [...coFacilitatorIds].sort() },
  });
  const planned = await planAhead(exchange, { seriesIds: [group.id] });
  return { value: { seriesId: params.seriesId, ...planned } satisfies OutputOf<typeof contract> };
};
