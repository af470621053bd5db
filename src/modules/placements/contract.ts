/** Acts on placements: admission, level, phase, counselor, track. */
import { z } from 'zod';
import { act, refusal } from '../../platform/contract.ts';
import type { Permission } from '../../permissions.ts';
import { nearDate } from '../../values/civil-date.ts';
import { plainText, uuid } from '../../values/wire.ts';
import { participantId } from '../people/words.ts';
import { level } from '../program/words.ts';

/** How far ahead a day may lie that is written down now; what lies further is not known yet. */
export const DAYS_AHEAD_MAX = 60;

export const alreadyAdmitted = refusal('already-admitted', 409, 'This person is in this program already on that day.', 'Open the person to see since when, or take a later day.');
export const dayTooFar = refusal('day-too-far', 422, 'This day is more than 60 days ahead.', 'Take a nearer day; it can be changed when more is known.');
export const dayOutside = refusal('day-outside-episode', 422, 'On this day the person is not in the program.', 'Take a day from the admission on, before the discharge.');
export const noLongerRun = refusal('no-longer-run', 422, 'This program or site takes nobody anymore.', 'Choose another program or site.');
export const trackElsewhere = refusal('track-elsewhere', 422, 'This track is not one of this program at this site.', 'Choose one of the tracks listed.');
export const pathNotHere = refusal('path-not-here', 422, 'This path, or this phase of it, is not one of this program, or it has ended.', 'Choose one of the paths and phases listed.');
export const counselorNotHere = refusal('counselor-not-here', 422, 'This colleague does not work with participants at this site on that day.', 'Choose one of the colleagues listed, or look at the day.');

/** What was on the screen: anything changed about the placement since then is `changed-meanwhile`. */
const version = z.number().int().nonnegative().max(2_147_483_646);
const where = z.object({ episodeId: uuid });
const placed = z.object({ participantId, episodeId: uuid, version });
const reason = plainText(500);

/** Begins an episode. Without a level it is that of the path's first phase, else the program's (W5). */
export const admitPerson = act({
  name: 'placements.admit',
  path: '/people/:participantId/episodes',
  summary: 'Admits a person to a program at a site, with track, path, level of care and counselor, from a day on.',
  may: 'placement.change' satisfies Permission,
  params: z.object({ participantId }),
  body: z.object({
    siteId: uuid, programId: uuid, trackId: uuid.nullable(), pathId: uuid.nullable(), level: level.nullable(), counselorId: uuid.nullable(), admittedOn: nearDate,
  }),
  output: placed,
  refusals: [alreadyAdmitted, dayTooFar, noLongerRun, trackElsewhere, pathNotHere, counselorNotHere],
  discloses: (admitted) => [admitted.participantId],
});

export const setCounselor = act({
  name: 'placements.set-counselor',
  path: '/episodes/:episodeId/counselor',
  summary: 'Puts a person’s care into the hands of a counselor from a day on.',
  may: 'placement.change' satisfies Permission,
  params: where,
  body: z.object({ version, counselorId: uuid, from: nearDate }),
  output: placed,
  refusals: [dayOutside, dayTooFar, counselorNotHere],
  discloses: (set) => [set.participantId],
});

export const setTrack = act({
  name: 'placements.set-track',
  path: '/episodes/:episodeId/track',
  summary: 'Says at which time of day a person comes, or that it is not settled.',
  may: 'placement.change' satisfies Permission,
  params: where,
  body: z.object({ version, trackId: uuid.nullable() }),
  output: placed,
  refusals: [trackElsewhere],
  discloses: (set) => [set.participantId],
});

/** The phase carries its level: where it differs, the level of care changes on the same day (W5). */
export const changePhase = act({
  name: 'placements.change-phase',
  path: '/episodes/:episodeId/phase',
  summary: 'Moves a person to a phase of a path from a day on, and to the level of care of that phase.',
  may: 'placement.change' satisfies Permission,
  params: where,
  body: z.object({ version, pathVersionId: uuid, phaseNo: z.number().int().min(1).max(12), from: nearDate, reason }),
  output: placed,
  refusals: [dayOutside, dayTooFar, pathNotHere],
  discloses: (changed) => [changed.participantId],
});

export const changeLevel = act({
  name: 'placements.change-level',
  path: '/episodes/:episodeId/level',
  summary: 'Changes the level of care of a person from a day on, with the reason.',
  may: 'placement.change' satisfies Permission,
  params: where,
  body: z.object({ version, level, from: nearDate, reason: plainText(500, 1) }),
  output: placed,
  refusals: [dayOutside, dayTooFar],
  discloses: (changed) => [changed.participantId],
});
