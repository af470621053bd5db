/** Stamping arrivals and departures, absences, make-ups who walk in, and corrections. */
import { z } from 'zod';
import { act, refusal } from '../../platform/contract.ts';
import type { Permission } from '../../permissions.ts';
import { instant, plainText, uuid } from '../../values/wire.ts';
import { participantId } from '../people/words.ts';
import { sessionCanceled, sessionId } from '../sessions/words.ts';
import { absenceReason } from './words.ts';

export const tooEarly = refusal('too-early-to-stamp', 422, 'This session is too far ahead to stamp anybody in.', 'Arrivals open an hour before the start.');
export const notOnRoster = refusal('not-on-roster', 422, 'This person has no seat in this session.', 'Offer a free seat first.');
export const alreadySigned = refusal('already-signed', 409, 'The note of this session is signed, so its times are frozen.', 'Write a correction with a reason; the note will show both.');
export const sessionFull = refusal('session-full', 409, 'All ten seats are taken.', 'Offer another room or a later session.');
export const leftBeforeArriving = refusal('left-before-arriving', 422, 'The time of leaving is before the time of arriving.', 'Check the two times.');
export const notHere = refusal('not-here', 422, 'This person has not been stamped in.', 'Stamp the arrival first.');
export const inTheFuture = refusal('time-in-the-future', 422, 'That time has not come yet.', 'Stamp it when it happens, or check the clock.');
export const undoPassed = refusal('undo-passed', 409, 'This stamp can no longer be taken back with one tap.', 'Correct the time and say why.');
export const sessionOver = refusal('session-over', 422, 'This session has ended, so nobody was stamped in.', 'Correct the times and say why, or let whoever leads it move the end.');
export const seatGivenAway = refusal('seat-given-away', 409, 'The seat of this person was given to somebody else, and no other seat is free.', 'Offer another session first; who sits in anyway is recorded with a reason.');
export const seatsFree = refusal('seats-free', 409, 'There is a free seat in this room, so nobody has to sit in beyond the seats and no seat has to be given away.', 'Seat the person without it.');
export const graceTime = refusal('grace-time', 409, 'The grace time is not over, so this seat was not given away.', 'Wait until it is over, or offer another session.');
export const cameMeanwhile = refusal('came-meanwhile', 409, 'This seat was not given away: its holder has come.', 'Choose another seat, or offer another session.');
export const seatNotTheirs = refusal('seat-not-theirs', 422, 'This seat was not given away: the person named holds no seat in this session.', 'Look at the roster and choose again.');
export const onRosterAlready = refusal('on-roster-already', 409, 'This person is on the roster of this session already.', 'Stamp the arrival in the roster.');
export const noOpenEpisode = refusal('no-open-episode', 422, 'This person is not placed in the program of this session.', 'Choose a session of the program in which the person is placed.');
export const elsewhereNow = refusal('elsewhere-now', 409, 'This person is stamped in at another session that is running.', 'Stamp the person out there first.');
export const tooEarlyAbsent = refusal('too-early-absent', 422, 'This session is too far ahead to say that somebody did not come.', 'Record an absence that was told ahead as excused.');
export const wasHere = refusal('was-here', 409, 'This person was stamped in, so no absence was recorded.', 'Take the stamp back, or correct the times and say why.');
export const notAbsent = refusal('not-absent', 409, 'No absence of this person is recorded here.', 'Look at the roster as it stands now.');
export const absenceMissing = refusal('absence-missing', 422, 'These times say neither when the person was here nor why not.', 'Give a time of arrival, or say that the person did not come.');
export const timesInDisorder = refusal('times-in-disorder', 422, 'These times overlap or are not in order.', 'Check each arrival and leaving, from the first to the last.');
export const farFromSession = refusal('far-from-session', 422, 'A time is more than 12 hours away from this session.', 'Check the times and the day.');
export const addendumNeeded = refusal('addendum-needed', 422, 'The note is signed, so its times change only together with an addendum.', 'Write the addendum; the note will show both.');

const where = z.object({ sessionId, participantId });
/** A reason is a word at least (W10, W14). */
const reason = plainText(300, 3);
const stamped = z.object({ sessionId, participantId, attendanceId: uuid, at: instant });

/**
 * Marks a person as arrived; `at` may be set back to when it happened. A second arrival after leaving opens a second stay; an arrival after a
 * recorded absence takes its place. `overCapReason`: sits in beyond the seats, when none is free (W10).
 */
export const stampArrival = act({
  name: 'attendance.stamp-arrival',
  path: '/sessions/:sessionId/people/:participantId/arrival',
  summary: 'Stamps a person in, now or at the time given.',
  may: 'attendance.stamp' satisfies Permission,
  params: where,
  body: z.object({ at: instant.optional(), overCapReason: reason.optional() }),
  output: stamped,
  refusals: [sessionCanceled, tooEarly, notOnRoster, alreadySigned, inTheFuture, sessionOver, seatGivenAway, seatsFree, elsewhereNow],
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

const absence = z.object({ reason: absenceReason, excused: z.boolean(), detail: plainText(500) });

/** Says that somebody on the roster did not come, or will not; said again, it takes the place of what was said before. */
export const recordAbsence = act({
  name: 'attendance.record-absence',
  path: '/sessions/:sessionId/people/:participantId/absence',
  summary: 'Records that a person did not come, with a reason; excused ones may be told days ahead.',
  may: 'attendance.stamp' satisfies Permission,
  params: where,
  body: absence,
  output: z.object({ sessionId, participantId, attendanceId: uuid }),
  refusals: [sessionCanceled, alreadySigned, notOnRoster, wasHere, tooEarlyAbsent],
  discloses: (recorded) => [recorded.participantId],
});

export const takeBackAbsence = act({
  name: 'attendance.take-back-absence',
  path: '/sessions/:sessionId/people/:participantId/absence/take-back',
  summary: 'Takes a recorded absence back: the person is expected again.',
  may: 'attendance.stamp' satisfies Permission,
  params: where,
  output: z.object({ sessionId, participantId }),
  refusals: [alreadySigned, notAbsent, undoPassed, seatGivenAway],
  discloses: (taken) => [taken.participantId],
});

/** Lets somebody of the program sit in as a make-up: on a free seat, on one given away after the grace time, or beyond the seats with a reason (W9, W10). */
export const walkIn = act({
  name: 'attendance.walk-in',
  path: '/sessions/:sessionId/walk-ins',
  summary: 'Stamps in somebody who is not on the roster, as a make-up visit.',
  may: 'attendance.stamp' satisfies Permission,
  params: z.object({ sessionId }),
  body: z.object({ participantId, giveAwaySeatOf: participantId.nullable(), overCapReason: reason.nullable() })
    .refine((said) => said.giveAwaySeatOf === null || said.overCapReason === null, { path: ['overCapReason'], message: 'a seat given away, or beyond the seats' }),
  output: z.object({ sessionId, participantId, attendanceId: uuid, seatNo: z.number().int().nullable(), absentId: participantId.nullable(), at: instant }),
  refusals: [sessionCanceled, tooEarly, sessionOver, onRosterAlready, noOpenEpisode, elsewhereNow, sessionFull, seatsFree, graceTime, seatNotTheirs, cameMeanwhile, alreadySigned],
  discloses: (entered) => (entered.absentId === null ? [entered.participantId] : [entered.participantId, entered.absentId]),
});

/** Replaces all times of a person in a session; what was written before is kept, and a signed note gets an addendum in the same act (W14). */
export const correctTimes = act({
  name: 'attendance.correct-times',
  path: '/sessions/:sessionId/people/:participantId/times',
  summary: 'Corrects when a person was there, or that the person was not, with a reason.',
  may: 'attendance.correct' satisfies Permission,
  params: where,
  body: z.object({
    stays: z.array(z.object({ arrivedAt: instant, leftAt: instant.nullable() })).max(6),
    /** Needed when there are no stays, and only then. */
    absence: absence.nullable(),
    reason,
    /** Needed once the note is signed. */
    addendum: plainText(2000, 3).nullable(),
    /** The attendance that was on the screen; null when nothing was recorded. */
    version: uuid.nullable(),
    overCapReason: reason.nullable(),
  }),
  output: z.object({ sessionId, participantId, attendanceId: uuid, addendumId: uuid.nullable() }),
  refusals: [sessionCanceled, notOnRoster, absenceMissing, timesInDisorder, inTheFuture, farFromSession, tooEarlyAbsent, addendumNeeded, seatGivenAway, seatsFree],
  discloses: (corrected) => [corrected.participantId],
});
