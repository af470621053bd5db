/** Stamping arrivals and departures. */
import { z } from 'zod';
import { act, refusal } from '../../platform/contract.ts';
import type { Permission } from '../../permissions.ts';
import { instant, uuid } from '../../values/wire.ts';
import { participantId } from '../people/words.ts';
import { sessionCanceled, sessionId } from '../sessions/words.ts';

export const tooEarly = refusal('too-early-to-stamp', 422, 'This session is too far ahead to stamp anybody in.', 'Arrivals open an hour before the start.');
export const notOnRoster = refusal('not-on-roster', 422, 'This person has no seat in this session.', 'Offer a free seat first.');
export const alreadySigned = refusal('already-signed', 409, 'The note of this session is signed, so its times are frozen.', 'Write a correction with a reason; the note will show both.');
export const sessionFull = refusal('session-full', 409, 'All ten seats are taken.', 'Offer another room or a later session.');
export const leftBeforeArriving = refusal('left-before-arriving', 422, 'The time of leaving is before the time of arriving.', 'Check the two times.');
export const notHere = refusal('not-here', 422, 'This person has not been stamped in.', 'Stamp the arrival first.');
export const inTheFuture = refusal('time-in-the-future', 422, 'That time has not come yet.', 'Stamp it when it happens, or check the clock.');
export const undoPassed = refusal('undo-passed', 409, 'This stamp can no longer be taken back with one tap.', 'Correct the time and say why.');

const where = z.object({ sessionId, participantId });
const stamped = z.object({ sessionId, participantId, attendanceId: uuid, at: instant });

/** Marks a person as arrived; `at` may be set back to when it happened. A second arrival after leaving opens a second stay. */
export const stampArrival = act({
  name: 'attendance.stamp-arrival',
  path: '/sessions/:sessionId/people/:participantId/arrival',
  summary: 'Stamps a person in, now or at the time given.',
  may: 'attendance.stamp' satisfies Permission,
  params: where,
  body: z.object({ at: instant.optional() }),
  output: stamped,
  refusals: [sessionCanceled, tooEarly, notOnRoster, alreadySigned, sessionFull, inTheFuture],
  discloses: (stamp) => [stamp.participantId],
});

/** Marks the end of the stay that is open. */
export const stampLeaving = act({
  name: 'attendance.stamp-leaving',
  path: '/sessions/:sessionId/people/:participantId/leaving',
  summary: 'Stamps a person out, now or at the time given.',
  may: 'attendance.stamp' satisfies Permission,
  params: where,
  body: z.object({ at: instant.optional() }),
  output: stamped,
  refusals: [sessionCanceled, alreadySigned, notHere, leftBeforeArriving, inTheFuture],
  discloses: (stamp) => [stamp.participantId],
});

/** Takes the last stamp back within five seconds of making it (design 4, roster row; ten allow for a slow network). */
export const takeBackStamp = act({
  name: 'attendance.take-back-stamp',
  path: '/sessions/:sessionId/people/:participantId/take-back',
  summary: 'Takes back the last stamp of a person, for a few seconds after it was made.',
  may: 'attendance.stamp' satisfies Permission,
  params: where,
  output: stamped,
  refusals: [alreadySigned, notHere, undoPassed],
  discloses: (stamp) => [stamp.participantId],
});
