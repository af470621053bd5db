/** Discharge, transfer and taking a discharge back. */
import { z } from 'zod';
import { act, refusal } from '../../platform/contract.ts';
import type { Permission } from '../../permissions.ts';
import { civilDate, nearDate } from '../../values/civil-date.ts';
import { plainText, uuid } from '../../values/wire.ts';
import { participantId } from '../people/words.ts';
import { level } from '../program/words.ts';
import { alreadyAdmitted, counselorNotHere, dayOutside, dayTooFar, noLongerRun, pathNotHere, trackElsewhere } from './contract.ts';
import { dischargeReason } from './words.ts';

export const alreadyDischarged = refusal('already-discharged', 409, 'Nothing was ended: this person is discharged already.', 'Look at the day of discharge; while that can be done, take the discharge back first.');
export const wasHereAfter = refusal('was-here-after', 422, 'Nothing was ended: the person was here after this day.', 'Take the last day on which the person was here, or a later one.');
export const notDischarged = refusal('not-discharged', 409, 'There is no discharge here to take back.', 'Look at the placement as it stands now.');
export const undoDayPassed = refusal('undo-day-passed', 422, 'The discharge stands: it is taken back only on the day on which it was written, or until the last day has passed.', 'Admit the person again.');
export const seatTakenMeanwhile = refusal('seat-taken-meanwhile', 409, 'Nothing was taken back: somebody else has one of the seats by now.', 'Take the discharge back without that seat, and give the person another one.');
export const admittedAgain = refusal('admitted-again', 409, 'The discharge stands: the person was admitted to this program again.', 'Work on with the new placement.');
export const changedSince = refusal('changed-since-discharge', 409, 'The discharge stands: the placement was changed after it.', 'Change level, phase or counselor back first, or admit the person again.');
export const transferStays = refusal('transfer-stays', 422, 'A transfer is not taken back: the admission at the other place stands.', 'Transfer the person back from a later day.');
export const samePlace = refusal('same-place', 422, 'Nobody was transferred: this is the program and the site where the person is.', 'Choose another program or site, or change the level, the path or the counselor.');

const version = z.number().int().nonnegative().max(2_147_483_646);
const where = z.object({ episodeId: uuid });
const count = z.number().int().nonnegative();
const detail = plainText(1000);

/** What ended with it and what is left to do; a seat is free from the day after the last one. */
const ending = {
  participantId, episodeId: uuid, version, lastDay: civilDate,
  seats: z.array(z.object({ enrollmentId: uuid, seriesId: uuid })), bookings: count, tasks: count, notesToSign: count,
  /** Danger that nobody has closed yet stays open. */
  dangerOpen: count,
};

/** Nothing is ever discharged by itself (W17): a person says the day and the reason. */
export const discharge = act({
  name: 'placements.discharge',
  path: '/episodes/:episodeId/discharge',
  summary: 'Ends an episode on a last day, and with it level, phase, counselor, seats, booked sessions and calls to make.',
  may: 'placement.end' satisfies Permission,
  params: where,
  body: z.object({ version, lastDay: nearDate, reason: dischargeReason.exclude(['transferred']), detail }),
  output: z.object({ ...ending, /** Last local day on which it can be taken back. */ undoUntil: civilDate }),
  refusals: [alreadyDischarged, dayOutside, dayTooFar, wasHereAfter],
  discloses: (ended) => [ended.participantId],
});

export const undoDischarge = act({
  name: 'placements.undo-discharge',
  path: '/episodes/:episodeId/undo-discharge',
  summary: 'Takes a discharge back and brings back what ended with it, as long as that can be done.',
  may: 'placement.end' satisfies Permission,
  params: where,
  body: z.object({ version, /** Seats and booked seats that stay ended, such as those that somebody else has by now. */ withoutSeats: z.array(uuid).max(60) }),
  output: z.object({ participantId, episodeId: uuid, version, seats: count, bookings: count, tasks: count }),
  refusals: [notDischarged, undoDayPassed, seatTakenMeanwhile, admittedAgain, changedSince, transferStays],
  discloses: (back) => [back.participantId],
});

/** One act, so that nobody is between two places: discharged on the last day, admitted from the next on. */
export const transfer = act({
  name: 'placements.transfer',
  path: '/episodes/:episodeId/transfer',
  summary: 'Discharges a person from one program or site and admits them to another from the next day on.',
  may: 'placement.end' satisfies Permission,
  params: where,
  body: z.object({
    version, lastDay: nearDate, detail,
    to: z.object({ siteId: uuid, programId: uuid, trackId: uuid.nullable(), pathId: uuid.nullable(), level: level.nullable(), counselorId: uuid.nullable() }),
  }),
  output: z.object({ ...ending, nextEpisodeId: uuid }),
  refusals: [alreadyDischarged, dayOutside, dayTooFar, wasHereAfter, samePlace, alreadyAdmitted, noLongerRun, trackElsewhere, pathNotHere, counselorNotHere],
  discloses: (moved) => [moved.participantId],
});
