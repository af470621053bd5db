/** The last day of a seat is said, moved or taken back; a seat whose last day lies before its first is withdrawn. */
import type { OutputOf } from '../../platform/contract.ts';
import { recordChange } from '../../platform/changes.ts';
import type { Answer, Exchange } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import { lockParticipants } from '../../modules/people/index.ts';
import { endEnrollment, findClash, listBusyTimes, listTimes, lockEnrollment, lockGroup, reopenEnrollment, withdrawEnrollment } from '../../modules/schedules/index.ts';
import type { EnrollmentRow } from '../../modules/schedules/index.ts';
import type { changeSeatEnd as contract } from '../../modules/schedules/contract.ts';
import type { ParticipantId } from '../../modules/people/words.ts';
import { listBookedDays } from '../../modules/sessions/index.ts';
import { addDays, dateIn } from '../../values/civil-date.ts';
import type { CivilDate } from '../../values/civil-date.ts';

/** Whether a seat that goes on longer would put its holder in two groups at once. */
async function clashes({ tx, actor }: Exchange, seat: EnrollmentRow, lastDay: CivilDate | null): Promise<boolean> {
  const [times, busy] = await Promise.all([listTimes(tx, actor.orgId, [seat.seriesId]), listBusyTimes(tx, actor.orgId, [seat.participantId], seat.startsOn, seat.seriesId)]);
  return findClash(times, { startsOn: seat.startsOn, endedOn: lastDay }, busy) !== null;
}

/** Whether somebody else was given the seat's number in one session of the days that would be added. */
async function isBookedOver({ tx, actor }: Exchange, seat: EnrollmentRow, lastDay: CivilDate | null): Promise<boolean> {
  const from = seat.withdrawnAt !== null || seat.endedOn === null ? seat.startsOn : addDays(seat.endedOn, 1);
  const booked = await listBookedDays(tx, actor.orgId, seat.seriesId, from);
  return booked.some((one) => one.seatNo === seat.seatNo && one.participantId !== seat.participantId && (lastDay === null || one.startsOn <= lastDay));
}

export const changeSeatEnd: Answer<typeof contract> = async (exchange, { params, body: { lastDay } }) => {
  const { tx, actor, now } = exchange;
  const found = await lockEnrollment(tx, actor.orgId, params.enrollmentId, actor.placeIds);
  if (found === null) return refuse('not-found');
  // Seats of one group change in turn, and so do those of one person, as giving them does.
  const group = await lockGroup(tx, actor.orgId, found.seriesId, actor.placeIds);
  await lockParticipants(tx, actor.orgId, [found.participantId]);
  const yesterday = addDays(dateIn(found.timeZone, now), -1);
  if (lastDay !== null && lastDay < yesterday && lastDay >= found.startsOn) return refuse('day-passed');
  const hasBegun = found.startsOn <= yesterday;
  if (lastDay !== null && lastDay < found.startsOn) {
    if (hasBegun) return refuse('day-passed');
    await withdrawEnrollment(tx, actor.orgId, found.enrollmentId, { by: actor.id, at: now });
  } else {
    const isLonger = found.withdrawnAt !== null || (found.endedOn !== null && (lastDay === null || lastDay > found.endedOn));
    if (isLonger && found.episodeEndedOn !== null && (lastDay === null || lastDay > found.episodeEndedOn)) return refuse('no-episode');
    if (isLonger && group !== null && group.endedOn !== null && group.endedOn < found.startsOn) return refuse('group-ended');
    if (isLonger && found.seatNo > found.capacity) return refuse('seat-taken');
    if (isLonger && await clashes(exchange, found, lastDay)) return refuse('elsewhere-then');
    if (isLonger && await isBookedOver(exchange, found, lastDay)) return refuse('seat-taken');
    if (isLonger) await reopenEnrollment(tx, actor.orgId, found.enrollmentId, lastDay);
    else if (lastDay !== null) await endEnrollment(tx, actor.orgId, found.enrollmentId, { lastDay, by: actor.id, at: now });
  }
  await recordChange(tx, { orgId: actor.orgId, by: actor.id, now }, {
    about: 'enrollments', rowId: found.enrollmentId, was: { lastDay: found.endedOn, withdrawn: found.withdrawnAt !== null }, became: { lastDay, withdrawn: lastDay !== null && lastDay < found.startsOn },
  });
  return { value: { enrollmentId: params.enrollmentId, participantId: found.participantId as ParticipantId, lastDay } satisfies OutputOf<typeof contract> };
};
