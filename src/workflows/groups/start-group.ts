/** A group begins: what it is, its weekly times, its sessions ahead. */
import type { OutputOf } from '../../platform/contract.ts';
import type { Answer } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import { insertSeries, insertWeeklyTime, setCoFacilitators } from '../../modules/schedules/index.ts';
import type { startGroup as contract } from '../../modules/schedules/contract.ts';
import type { SeriesId } from '../../modules/schedules/words.ts';
import { planAhead } from '../../modules/sessions/index.ts';
import { isWhole, leadersHold, refuseTimes } from './group-facts.ts';

export const startGroup: Answer<typeof contract> = async (exchange, { body }) => {
  const { tx, actor, now, newId } = exchange;
  const { times, coFacilitatorIds, ...group } = body;
  const whole = await isWhole(exchange, { ...group, roomIds: times.map((time) => time.roomId), staffIds: [...times.map((time) => time.facilitatorId), ...coFacilitatorIds] });
  if (!whole) return refuse('not-found');
  const collide = refuseTimes(times);
  if (collide !== null) return collide;
  if (body.endedOn !== null && body.endedOn < body.startsOn) return refuse('group-ended');
  if (!await leadersHold(exchange, times, body.credentialRequired, body.startsOn)) return refuse('credential-missing');
  const seriesId = newId<SeriesId>();
  await insertSeries(tx, actor.orgId, { ...group, id: seriesId }, now, actor.id);
  for (const time of times) await insertWeeklyTime(tx, actor.orgId, { ...time, id: newId(), seriesId, startsOn: body.startsOn, endedOn: body.endedOn }, now, actor.id);
  await setCoFacilitators(tx, actor.orgId, seriesId, coFacilitatorIds.map((staffId) => ({ id: newId(), staffId })), { today: body.startsOn, at: now, by: actor.id });
  const planned = await planAhead(exchange, { seriesIds: [seriesId] });
  return { value: { seriesId, ...planned } satisfies OutputOf<typeof contract> };
};
