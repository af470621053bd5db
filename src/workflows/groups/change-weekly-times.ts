/** From a day on a group meets at other times: nobody is enrolled again, sessions that nobody touched follow, and people are never sent to two places. */
import type { OutputOf } from '../../platform/contract.ts';
import type { Answer, Exchange } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import { lockParticipants } from '../../modules/people/index.ts';
import { decideTimes, endTimes, findClash, insertWeeklyTime, listBusyTimes, listSeats, listTimes, lockGroup } from '../../modules/schedules/index.ts';
import type { GroupRow } from '../../modules/schedules/index.ts';
import type { changeWeeklyTimes as contract } from '../../modules/schedules/contract.ts';
import type { WeeklyTime } from '../../modules/schedules/words.ts';
import { planAhead } from '../../modules/sessions/index.ts';
import { addDays, dateIn } from '../../values/civil-date.ts';
import type { CivilDate } from '../../values/civil-date.ts';
import { isWhole, leadersHold, refuseTimes } from './group-facts.ts';

/** Whether somebody with a seat from that day on would be in two groups at once. */
async function sendsToTwoPlaces({ tx, actor }: Exchange, group: GroupRow, add: readonly WeeklyTime[], from: CivilDate): Promise<boolean> {
  const seats = await listSeats(tx, actor.orgId, group.id, from);
  await lockParticipants(tx, actor.orgId, seats.map((seat) => seat.participantId));
  const busy = await listBusyTimes(tx, actor.orgId, seats.map((seat) => seat.participantId), from, group.id);
  const times = add.map((time) => ({ ...time, startsOn: from, endedOn: group.endedOn }));
  return seats.some((seat) => findClash(times, seat, busy.filter((one) => one.participantId === seat.participantId)) !== null);
}

export const changeWeeklyTimes: Answer<typeof contract> = async (exchange, { params, body: { from, times } }) => {
  const { tx, actor, now, newId } = exchange;
  const group = await lockGroup(tx, actor.orgId, params.seriesId, actor.placeIds);
  if (group === null) return refuse('not-found');
  if (!await isWhole(exchange, { ...group, roomIds: times.map((time) => time.roomId), staffIds: times.map((time) => time.facilitatorId) })) return refuse('not-found');
  if (group.endedOn !== null && from > group.endedOn) return refuse('group-ended');
  if (from <= dateIn(group.timeZone, now)) return refuse('too-soon');
  const collide = refuseTimes(times);
  if (collide !== null) return collide;
  if (!await leadersHold(exchange, times, group.credentialRequired, from)) return refuse('credential-missing');
  const change = decideTimes(await listTimes(tx, actor.orgId, [group.id]), times, from);
  if (await sendsToTwoPlaces(exchange, group, change.add, from)) return refuse('people-elsewhere');
  await endTimes(tx, actor.orgId, { ...change, lastDay: addDays(from, -1), by: actor.id, at: now });
  const startsOn = from > group.startsOn ? from : group.startsOn;
  for (const time of change.add) await insertWeeklyTime(tx, actor.orgId, { ...time, id: newId(), seriesId: group.id, startsOn, endedOn: group.endedOn }, now, actor.id);
  const planned = await planAhead(exchange, { seriesIds: [group.id] });
  return { value: { seriesId: params.seriesId, ...planned } satisfies OutputOf<typeof contract> };
};
