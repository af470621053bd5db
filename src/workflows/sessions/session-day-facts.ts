/** What acts on a session's day must know beside the session itself: signed notes, rooms and leaders that are current, who is elsewhere. */
import type { Exchange } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import type { Refused } from '../../platform/outcome.ts';
import { listSignedNotes } from '../../modules/notes/index.ts';
import { areCurrent } from '../../modules/schedules/index.ts';
import type { SessionFacts, SessionPlace } from '../../modules/sessions/index.ts';
import { leadersHold } from '../groups/group-facts.ts';
import { refuseBusy } from './session-change-facts.ts';
import type { Concerned } from './session-change-facts.ts';

/** Whose notes of a session are signed. */
export async function signedIn({ tx, actor }: Exchange, sessionId: string): Promise<Set<string>> {
  return new Set((await listSignedNotes(tx, actor.orgId, sessionId)).map((note) => note.participantId));
}

/** Whether this room and this leader are current at the site; null is always fine. */
export async function isCurrent({ tx, actor }: Exchange, at: { siteId: string; programId: string }, roomId: string | null, facilitatorId: string | null): Promise<boolean> {
  return await areCurrent(tx, actor.orgId, {
    siteId: at.siteId, programId: at.programId, trackId: null, curriculumId: null, roomIds: roomId === null ? [] : [roomId], staffIds: facilitatorId === null ? [] : [facilitatorId],
  });
}

/**
 * A refusal when the room or the leader cannot be had then, or the leader lacks what the group asks for. What stays as it was is not asked again:
 * a room that was double-booked yesterday must not keep somebody from taking over today.
 */
export async function refusePlace(exchange: Exchange, { session, place, group }: Pick<Concerned, 'place' | 'group'> & { session: Pick<SessionFacts, 'siteId' | 'programId' | 'firstPlannedOn'> }, sessionId: string, to: SessionPlace):
Promise<Refused<'not-found' | 'room-busy' | 'leader-busy' | 'credential-missing'> | null> {
  const isSameTime = place.startsAt === to.startsAt && place.endsAt === to.endsAt;
  const [roomId, facilitatorId] = [to.roomId === place.roomId ? null : to.roomId, to.facilitatorId === place.facilitatorId ? null : to.facilitatorId];
  if (!await isCurrent(exchange, session, roomId, facilitatorId)) return refuse('not-found');
  if (facilitatorId !== null && group !== null && !await leadersHold(exchange, [{ facilitatorId }], group.credentialRequired, session.firstPlannedOn)) return refuse('credential-missing');
  return await refuseBusy(exchange, sessionId, isSameTime ? { ...to, roomId, facilitatorId } : to);
}
