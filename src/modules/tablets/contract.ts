/** Acts on shared tablets, and what staff make of a claim to be here. */
import { z } from 'zod';
import { act, refusal } from '../../platform/contract.ts';
import type { Permission } from '../../permissions.ts';
import { instant, plainLine, uuid } from '../../values/wire.ts';
import { stampArrival } from '../attendance/contract.ts';
import { participantId } from '../people/words.ts';
import { siteId } from '../program/words.ts';
import { sessionId } from '../sessions/words.ts';

export const roomGone = refusal('room-gone', 422, 'This room is not one of this site, or is used no more.', 'Choose another room, or none.');
export const listNeedsRoom = refusal('list-needs-room', 422, 'A tablet lists names only inside a room, for the people of that room.', 'Choose the room in which it stands, or leave the list off.');
export const tabletEnded = refusal('tablet-ended', 409, 'This tablet was taken out of use.', 'Bring it back first, or add another.');
export const claimSettled = refusal('claim-settled', 409, 'A colleague has settled this already.', 'Nothing more is needed; the list shows what is left.');
export const claimOpen = refusal('claim-open', 409, 'This still waits; there is nothing to take back.', 'Look at the list again.');
export const claimUnmatched = refusal('claim-unmatched', 422, 'It is not known yet who this is.', 'Choose the person and the session first.');

const may = 'tablet.change' satisfies Permission;
const nobody = (): string[] => [];
const version = z.number().int().nonnegative().max(2_147_483_646);
const said = { name: plainLine(80, 1), roomId: uuid.nullable(), /** First name and initial of the people of its room, shortly before and during their session. */ listsNames: z.boolean() };
const tablet = z.object({ tabletId: uuid });

export const addTablet = act({
  name: 'tablets.add', path: '/sites/:siteId/tablets', may, summary: 'Adds a shared tablet to a site; a code then sets it up.',
  params: z.object({ siteId }), body: z.object(said), output: tablet, refusals: [roomGone, listNeedsRoom], discloses: nobody,
});

export const changeTablet = act({
  name: 'tablets.change', path: '/tablets/:tabletId', may, summary: 'Changes what a tablet is called, where it stands and whether it lists the names of its room.',
  params: tablet, body: z.object({ version, ...said }), output: tablet, refusals: [tabletEnded, roomGone, listNeedsRoom], discloses: nobody,
});

/** Runs again on purpose, as codes for colleagues do: a code must not be kept with the replies. */
export const issueTabletCode = act({
  name: 'tablets.issue-code', path: '/tablets/:tabletId/code', may, runs: 'again', summary: 'Hands out the code that sets a tablet up; shown once, valid for 72 hours, in place of an earlier one.',
  params: tablet, output: z.object({ tabletId: uuid, code: z.string(), expiresAt: instant }), refusals: [tabletEnded], discloses: nobody,
});

/** What was set up stays so when it is brought back at once; later it needs a new code. */
export const endTablet = act({
  name: 'tablets.end', path: '/tablets/:tabletId/end', may, summary: 'Takes a tablet out of use at once, or brings it back.',
  params: tablet, body: z.object({ ends: z.boolean() }), output: tablet, refusals: [roomGone], discloses: nobody,
});

const settled = z.object({ claimId: uuid, sessionId: sessionId.nullable(), participantId: participantId.nullable(), at: instant.nullable() });

/** Presence begins when staff confirm (W8), so the stamp says now unless an earlier time is given. */
export const settleClaim = act({
  name: 'tablets.settle-claim', path: '/claims/:claimId/settle', may: 'attendance.stamp' satisfies Permission,
  summary: 'Settles that somebody said to be here: stamps the person in, or says that nobody is, or that it is known already.',
  params: z.object({ claimId: uuid }),
  body: z.discriminatedUnion('as', [
    z.object({ as: z.literal('arrived'), /** Who it is, where the tablet did not know or staff know better. */ who: z.object({ sessionId, participantId }).optional(), at: instant.optional() }),
    z.object({ as: z.enum(['not-here', 'known']) }),
  ]),
  output: settled,
  refusals: [claimSettled, claimUnmatched, ...stampArrival.refusals],
  discloses: (one) => (one.participantId === null ? [] : [one.participantId]),
});

export const reopenClaim = act({
  name: 'tablets.reopen-claim', path: '/claims/:claimId/reopen', may: 'attendance.stamp' satisfies Permission,
  summary: 'Takes back how a claim was settled, so that it waits again; a stamp that was made with it stays until it is taken back itself.',
  params: z.object({ claimId: uuid }), output: z.object({ claimId: uuid }), refusals: [claimOpen], discloses: nobody,
});
