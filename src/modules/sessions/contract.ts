/** Acts on sessions: planned ahead, canceled, moved, reinstated. */
import { z } from 'zod';
import { act, refusal } from '../../platform/contract.ts';
import type { Permission } from '../../permissions.ts';
import { nearDate, localTime } from '../../values/civil-date.ts';
import { instant, plainText, uuid } from '../../values/wire.ts';
import { participantId } from '../people/words.ts';
import { telehealthLink } from '../schedules/words.ts';
import { sessionCanceled, sessionId } from './words.ts';

export const sessionBegan = refusal('session-began', 409, 'An arrival or an absence is recorded in this session.', 'What was held stays; take back first what was recorded by mistake.');
export const nothingToReinstate = refusal('nothing-to-reinstate', 409, 'This session was neither canceled nor moved.', 'Look at it as it stands now.');
export const timePassed = refusal('time-passed', 422, 'That time has passed.', 'Choose a later time.');
export const roomBusy = refusal('room-busy', 409, 'Another session is in that room at that time.', 'Choose another room or another time.');
export const leaderBusy = refusal('leader-busy', 409, 'The facilitator leads another session at that time.', 'Choose somebody else or another time.');

export const holidayThen = refusal('holiday-then', 409, 'That day is a holiday there, a day without sessions.', 'Choose another day, or take the holiday back first.');

const reason = plainText(500, 1);
const affected = { sessionId, participantIds: z.array(participantId) };

export const planAheadAct = act({
  name: 'sessions.plan-ahead',
  path: '/sites/:siteId/plan-ahead',
  summary: 'Brings the sessions ahead to what weekly times, holidays and curricula say. Nothing that somebody touched is changed.',
  may: 'schedule.change' satisfies Permission,
  params: z.object({ siteId: uuid }),
  output: z.object({ added: z.number().int(), changed: z.number().int(), withdrawn: z.number().int() }),
  discloses: () => [],
});

export const cancelSession = act({
  name: 'sessions.cancel',
  path: '/sessions/:sessionId/cancel',
  summary: 'Cancels a session with a reason and answers everybody it concerns.',
  may: 'session.change' satisfies Permission,
  params: z.object({ sessionId }),
  body: z.object({ reason }),
  output: z.object(affected),
  refusals: [sessionCanceled, sessionBegan],
  discloses: (reply) => reply.participantIds,
});

export const moveSession = act({
  name: 'sessions.move',
  path: '/sessions/:sessionId/move',
  summary: 'Moves a session to another time, room or facilitator with a reason and answers everybody it concerns; its key stays the time first planned.',
  may: 'session.change' satisfies Permission,
  params: z.object({ sessionId }),
  body: z.object({
    date: nearDate, startsAtLocal: localTime, minutes: z.number().int().min(1).max(720), roomId: uuid.nullable(), telehealthLink, facilitatorId: uuid.nullable(), reason,
  }),
  output: z.object({ ...affected, startsAt: instant, /** Those who are in another session at the new time. */ elsewhereIds: z.array(participantId) }),
  refusals: [sessionCanceled, sessionBegan, timePassed, holidayThen, roomBusy, leaderBusy],
  discloses: (reply) => [...reply.participantIds, ...reply.elsewhereIds],
});

export const reinstateSession = act({
  name: 'sessions.reinstate',
  path: '/sessions/:sessionId/reinstate',
  summary: 'Takes back the last cancellation or move of a session that has not begun.',
  may: 'session.change' satisfies Permission,
  params: z.object({ sessionId }),
  output: z.object(affected),
  refusals: [sessionBegan, nothingToReinstate, timePassed, roomBusy, leaderBusy],
  discloses: (reply) => reply.participantIds,
});
