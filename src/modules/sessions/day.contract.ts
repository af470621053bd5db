/** Acts on a session on its day: held end, handing over, one-off and split sessions, seats booked in one session. */
import { z } from 'zod';
import { act, refusal } from '../../platform/contract.ts';
import type { Permission } from '../../permissions.ts';
import { localTime, nearDate } from '../../values/civil-date.ts';
import { instant, plainLine, plainText, uuid } from '../../values/wire.ts';
import { participantId } from '../people/words.ts';
import { credentialMissing, elsewhereThen, noEpisode, peopleElsewhere } from '../schedules/contract.ts';
import { SEATS, plannedBreak, telehealthLink } from '../schedules/words.ts';
import { holidayThen, leaderBusy, roomBusy, sessionBegan, timePassed } from './contract.ts';
import { fitsType } from './rules/one-off.ts';
import { sessionBreak, sessionCanceled, sessionId, sessionType } from './words.ts';

export const sessionNotBegun = refusal('session-not-begun', 422, 'This session has not begun, so it has no end yet.', 'Move it instead, or write its end once it has begun.');
export const endOutside = refusal('end-outside', 422, 'That end is before the start, more than 4 hours after the planned end, or still to come.', 'Give the time at which it really ended; an end after the planned one can be written once it has passed.');
export const breaksOutside = refusal('breaks-outside', 422, 'A break lies outside the session, or two breaks overlap.', 'Look at when each break began and how long it was.');
export const timesSigned = refusal('times-signed', 409, 'A note of this session is signed, so its start, end and breaks stand.', 'Correct the times of each person instead; the note shows both.');
export const sessionSigned = refusal('session-signed', 409, 'All notes of this session are signed, so who led it and where stands.', 'Write an addendum to a note instead.');
export const startSettled = refusal('start-settled', 422, 'A start can only be put off: on its own day, before the planned end, without making the session longer, and before its end or breaks were written.', 'Choose a later start and at most the time that was planned, or correct the times of each person.');
export const dayOutOfReach = refusal('day-out-of-reach', 422, 'That day is more than a week ago or more than 60 days ahead.', 'Choose a day between; what is further ahead belongs into the weekly times of a group.');
export const seatsTaken = refusal('seats-taken', 409, 'All seats of this session are taken.', 'Choose another session, or take back a seat that is not needed.');
export const alreadyThere = refusal('already-there', 409, 'This person belongs to this session already.', 'Nothing more is needed; look at the roster.');
export const notOnThisRoster = refusal('not-on-this-roster', 422, 'Somebody chosen does not belong to this session.', 'Look at the roster as it stands now and choose again.');
export const recordedAlready = refusal('recorded-already', 409, 'An arrival or an absence is recorded for somebody chosen, so that seat stays.', 'Take the stamp or the absence back first, or leave this person where they are.');
export const notOneOff = refusal('not-one-off', 409, 'This session comes from the weekly times of a group.', 'Cancel it with a reason, or change the weekly times.');

const reason = plainText(500, 1);
/** How many changes of this session the page has seen. */
const version = z.number().int().nonnegative().max(2_147_483_646);
const affected = { sessionId, participantIds: z.array(participantId) };
const distinct = (ids: readonly string[]): boolean => new Set(ids).size === ids.length;

export const holdSession = act({
  name: 'sessions.hold',
  path: '/sessions/:sessionId/held',
  summary: 'Writes when a session really ended and which breaks were taken (W2). Nobody’s arrival or leaving is changed.',
  may: 'session.change' satisfies Permission,
  params: z.object({ sessionId }),
  body: z.object({ version, endsAt: instant, breaks: z.array(sessionBreak.extend({ startMinute: z.number().int().min(0).max(1439), minutes: z.number().int().min(1).max(240), taken: z.boolean() })).max(12), reason }),
  output: z.object({ sessionId, endsAt: instant, clinicalMinutes: z.number().int() }),
  refusals: [sessionCanceled, sessionNotBegun, endOutside, breaksOutside, timesSigned],
  discloses: () => [],
});

export const handOverSession = act({
  name: 'sessions.hand-over',
  path: '/sessions/:sessionId/hand-over',
  summary: 'Says who leads a session today, where it takes place, and, when it begins late, from when on; also after people were stamped in.',
  may: 'session.change' satisfies Permission,
  params: z.object({ sessionId }),
  body: z.object({
    version, facilitatorId: uuid.nullable(), roomId: uuid.nullable(), telehealthLink,
    /** A later start on the same day, with the length that is left; null leaves the start as it is. */ start: z.object({ startsAtLocal: localTime, minutes: z.number().int().min(1).max(720) }).nullable(), reason,
  }),
  output: z.object({ ...affected, startsAt: instant, endsAt: instant }),
  refusals: [sessionCanceled, sessionSigned, timesSigned, startSettled, roomBusy, leaderBusy, credentialMissing],
  discloses: (reply) => reply.participantIds,
});

export const addSession = act({
  name: 'sessions.add',
  path: '/sites/:siteId/sessions',
  summary: 'Adds a session that no weekly time gives, with seats booked for these people: from a week ago to 60 days ahead.',
  may: 'session.change' satisfies Permission,
  params: z.object({ siteId: uuid }),
  body: z.object({
    sessionType, name: plainLine(80, 1), programId: uuid, date: nearDate, startsAtLocal: localTime, minutes: z.number().int().min(1).max(720), breaks: z.array(plannedBreak).max(12),
    roomId: uuid.nullable(), telehealthLink, facilitatorId: uuid.nullable(), capacity: z.number().int().min(1).max(SEATS), participantIds: z.array(participantId).max(SEATS).refine(distinct, 'each person once'),
  }).refine(fitsType, 'no more seats than this kind of session has, and no more people than seats'),
  output: z.object({ ...affected, startsAt: instant, bookingIds: z.array(uuid) }),
  refusals: [dayOutOfReach, holidayThen, breaksOutside, roomBusy, leaderBusy, peopleElsewhere, noEpisode],
  discloses: (reply) => reply.participantIds,
});

export const splitSession = act({
  name: 'sessions.split',
  path: '/sessions/:sessionId/split',
  summary: 'Makes a second session of the same hour and moves these people to it; both rosters say so.',
  may: 'session.change' satisfies Permission,
  params: z.object({ sessionId }),
  body: z.object({ roomId: uuid.nullable(), telehealthLink, facilitatorId: uuid.nullable(), participantIds: z.array(participantId).min(1).max(SEATS).refine(distinct, 'each person once'), reason }),
  output: z.object({ ...affected, /** The second session. */ splitId: sessionId }),
  refusals: [sessionCanceled, timesSigned, roomBusy, leaderBusy, credentialMissing, notOnThisRoster, recordedAlready],
  discloses: (reply) => reply.participantIds,
});

export const withdrawSession = act({
  name: 'sessions.withdraw',
  path: '/sessions/:sessionId/withdraw',
  summary: 'Takes back a session that was added or split off, as if it had not been, while nobody is recorded in it; whoever was moved is back in the first room.',
  may: 'session.change' satisfies Permission,
  params: z.object({ sessionId }),
  output: z.object(affected),
  refusals: [notOneOff, sessionBegan, seatsTaken],
  discloses: (reply) => reply.participantIds,
});

export const bookSeat = act({
  name: 'sessions.book-seat',
  path: '/sessions/:sessionId/bookings',
  summary: 'Books the lowest free seat of one session for a person, as a make-up visit or not (W8, W9).',
  may: 'session.change' satisfies Permission,
  params: z.object({ sessionId }),
  body: z.object({ participantId, isMakeUp: z.boolean() }),
  output: z.object({ bookingId: uuid, participantId, seatNo: z.number().int() }),
  refusals: [sessionCanceled, timePassed, seatsTaken, alreadyThere, elsewhereThen, noEpisode],
  discloses: (reply) => [reply.participantId],
});

export const withdrawBooking = act({
  name: 'sessions.withdraw-booking',
  path: '/bookings/:bookingId/withdraw',
  summary: 'Takes a booked seat back, or brings it back under its own id.',
  may: 'session.change' satisfies Permission,
  params: z.object({ bookingId: uuid }),
  body: z.object({ ends: z.boolean() }),
  output: z.object({ bookingId: uuid, participantId, sessionId }),
  refusals: [sessionCanceled, recordedAlready, seatsTaken, alreadyThere, elsewhereThen],
  discloses: (reply) => [reply.participantId],
});
