/** A person gets the lowest free seat of a group from a day to a day. The group's row is locked, and the exclusions settle what a lock could miss. */
import type { OutputOf } from '../../platform/contract.ts';
import type { Answer } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import { lockParticipants } from '../../modules/people/index.ts';
import { findOpenEpisode } from '../../modules/placements/index.ts';
import { decideSeat, findClash, insertEnrollments, listBusyTimes, listSeats, listTimes, lockGroup } from '../../modules/schedules/index.ts';
import type { enroll as contract } from '../../modules/schedules/contract.ts';
import { listBookedDays } from '../../modules/sessions/index.ts';
import { dateIn } from '../../values/civil-date.ts';

export const enroll: Answer<typeof contract> = async ({ tx, actor, now, newId }, { params, body }) => {
  const { participantId, startsOn, lastDay } = body;
  const wanted = { startsOn, endedOn: lastDay };
  const group = await lockGroup(tx, actor.orgId, params.seriesId, actor.placeIds);
  if (group === null) return refuse('not-found');
  if (startsOn < dateIn(group.timeZone, now) || (lastDay !== null && lastDay < startsOn)) return refuse('day-passed');
  if (startsOn < group.startsOn || (group.endedOn !== null && (startsOn > group.endedOn || (lastDay !== null && lastDay > group.endedOn)))) return refuse('group-ended');
  // Two groups at once would each find the person free, and a discharge at the same time would leave this seat behind.
  await lockParticipants(tx, actor.orgId, [participantId]);
  const episodeId = await findOpenEpisode(tx, actor.orgId, { participantId, programId: group.programId, siteId: group.siteId, date: startsOn, until: lastDay ?? group.endedOn });
  if (episodeId === null) return refuse('no-episode');
  const seats = await listSeats(tx, actor.orgId, group.id, startsOn);
  const until = { startsOn, endedOn: lastDay ?? group.endedOn };
  if (seats.some((seat) => seat.participantId === participantId && (until.endedOn === null || seat.startsOn <= until.endedOn))) return refuse('already-enrolled');
  const [times, busy] = await Promise.all([listTimes(tx, actor.orgId, [group.id]), listBusyTimes(tx, actor.orgId, [participantId], startsOn, group.id)]);
  const clash = findClash(times, until, busy);
  if (clash !== null) return refuse('elsewhere-then', { group: clash.groupName });
  const booked = (await listBookedDays(tx, actor.orgId, group.id, startsOn)).filter((one) => one.participantId !== participantId);
  const seat = decideSeat(group.capacity, [...seats, ...booked], wanted);
  if (!('seatNo' in seat)) return refuse('group-full', { firstFree: seat.firstFree });
  const enrollmentId = newId();
  await insertEnrollments(tx, actor.orgId, [{ id: enrollmentId, seriesId: group.id, episodeId, participantId, seatNo: seat.seatNo, startsOn, endedOn: lastDay }], now, actor.id);
  return { value: { enrollmentId, participantId, seatNo: seat.seatNo } satisfies OutputOf<typeof contract> };
};
