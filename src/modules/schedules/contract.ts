/** Acts on groups, their weekly times and seats. */
import { z } from 'zod';
import { act, refusal } from '../../platform/contract.ts';
import type { Permission } from '../../permissions.ts';
import { nearDate } from '../../values/civil-date.ts';
import { plainLine, plainText, uuid } from '../../values/wire.ts';
import { participantId } from '../people/words.ts';
import { SEATS, seriesId, sessionType, weeklyTime } from './words.ts';

export const roomTaken = refusal('room-taken', 409, 'Another group meets in that room at that time.', 'Choose another room or another time.');
export const leaderTaken = refusal('leader-taken', 409, 'The facilitator leads another group at that time.', 'Choose somebody else or another time.');
export const timesCollide = refusal('times-collide', 422, 'Two of these times overlap, run past midnight, or have a break outside the time.', 'Look at the times and their breaks.');
export const credentialMissing = refusal('credential-missing', 422, 'The facilitator does not hold the credential that this group asks for on its first day.', 'Choose somebody who holds it, or enter the credential under Staff.');
export const groupEnded = refusal('group-ended', 409, 'This group does not meet on those days.', 'Choose days between its first and its last.');
export const seatsInUse = refusal('seats-in-use', 409, 'More seats are held than the group would have.', 'End seats first, or leave the number as it is.');
export const tooSoon = refusal('too-soon', 422, 'A change of the weekly times begins tomorrow at the earliest.', 'Change today’s session itself: cancel it or move it.');
export const dayPassed = refusal('day-passed', 422, 'That day has passed.', 'Choose today or a later day; what was, stays as it was.');
export const peopleElsewhere = refusal('people-elsewhere', 409, 'Somebody with a seat here is in another group at the new time.', 'Choose another time, or end one of the two seats first.');
export const groupFull = refusal('group-full', 409, 'All seats of this group are taken on those days.', 'Choose the first day on which one is free, or another group.');
export const alreadyEnrolled = refusal('already-enrolled', 409, 'This person has a seat in this group on some of those days.', 'Look at the seats of the group.');
export const elsewhereThen = refusal('elsewhere-then', 409, 'This person is in another group at that time.', 'End that seat first, or choose another group.');
export const noEpisode = refusal('no-episode', 422, 'This person is not admitted to the program of this group on those days.', 'Admit them first, or choose a group of their program.');
export const seatTaken = refusal('seat-taken', 409, 'Somebody else has this seat by now.', 'Give the person another seat; the lowest free one is found for you.');

/** At most as many weekly times as there are mornings, afternoons and evenings in a week. */
const times = z.array(weeklyTime).min(1).max(21);
const attributes = {
  name: plainLine(120, 1), topic: plainText(500), trackId: uuid.nullable(), curriculumId: uuid.nullable(), credentialRequired: plainLine(80),
  capacity: z.number().int().min(1).max(SEATS), minimum: z.number().int().min(1).max(SEATS), coFacilitatorIds: z.array(uuid).max(6),
};
/** A group that must have more people than seats could never be held. */
const holdsMinimum = (group: { minimum: number; capacity: number }): boolean => group.minimum <= group.capacity;
const MINIMUM_SAID = 'no more people asked for than there are seats';
const plannedCounts = { added: z.number().int(), changed: z.number().int(), withdrawn: z.number().int() };

export const startGroup = act({
  name: 'schedules.start-group',
  path: '/groups',
  summary: 'Starts a group at a site, with its weekly times, and plans its sessions ahead.',
  may: 'schedule.change' satisfies Permission,
  body: z.object({ siteId: uuid, programId: uuid, sessionType, startsOn: nearDate, endedOn: nearDate.nullable(), times, ...attributes }).refine(holdsMinimum, MINIMUM_SAID),
  output: z.object({ seriesId, ...plannedCounts }),
  refusals: [roomTaken, leaderTaken, timesCollide, credentialMissing, groupEnded],
  discloses: () => [],
});

export const changeGroup = act({
  name: 'schedules.change-group',
  path: '/groups/:seriesId',
  summary: 'Changes what a group is: name, topic, track, curriculum, credential, seats, co-facilitators.',
  may: 'schedule.change' satisfies Permission,
  params: z.object({ seriesId }),
  body: z.object({ version: z.number().int().nonnegative(), ...attributes }).refine(holdsMinimum, MINIMUM_SAID),
  output: z.object({ seriesId, ...plannedCounts }),
  refusals: [seatsInUse, credentialMissing],
  discloses: () => [],
});

export const changeWeeklyTimes = act({
  name: 'schedules.change-times',
  path: '/groups/:seriesId/times',
  summary: 'From a day on, a group meets at these times and no others; everybody keeps their seat.',
  may: 'schedule.change' satisfies Permission,
  params: z.object({ seriesId }),
  body: z.object({ from: nearDate, times }),
  output: z.object({ seriesId, ...plannedCounts }),
  refusals: [roomTaken, leaderTaken, timesCollide, credentialMissing, groupEnded, tooSoon, peopleElsewhere],
  discloses: () => [],
});

export const endGroup = act({
  name: 'schedules.end-group',
  path: '/groups/:seriesId/end',
  summary: 'Ends a group after a last day, with its seats; or takes that end back.',
  may: 'schedule.change' satisfies Permission,
  params: z.object({ seriesId }),
  /** Null: the group goes on after all. */
  body: z.object({ lastDay: nearDate.nullable() }),
  output: z.object({ seriesId, ...plannedCounts }),
  refusals: [dayPassed, groupEnded, roomTaken, leaderTaken],
  discloses: () => [],
});

export const enroll = act({
  name: 'schedules.enroll',
  path: '/groups/:seriesId/seats',
  summary: 'Gives a person the lowest free seat of a group from a day to a day.',
  may: 'enrollment.change' satisfies Permission,
  params: z.object({ seriesId }),
  body: z.object({ participantId, startsOn: nearDate, lastDay: nearDate.nullable() }),
  output: z.object({ enrollmentId: uuid, participantId, seatNo: z.number().int() }),
  refusals: [groupFull, alreadyEnrolled, elsewhereThen, noEpisode, groupEnded, dayPassed],
  discloses: (reply) => [reply.participantId],
});

export const changeSeatEnd = act({
  name: 'schedules.change-seat-end',
  path: '/seats/:enrollmentId/end',
  summary: 'Says the last day of a seat, or that it goes on; a last day before its first takes the seat back as if it had not been.',
  may: 'enrollment.change' satisfies Permission,
  params: z.object({ enrollmentId: uuid }),
  body: z.object({ lastDay: nearDate.nullable() }),
  output: z.object({ enrollmentId: uuid, participantId, lastDay: nearDate.nullable() }),
  refusals: [dayPassed, seatTaken, alreadyEnrolled, elsewhereThen, groupEnded, noEpisode],
  discloses: (reply) => [reply.participantId],
});
