/** What canceling, moving and reinstating must know first: the session, whom it concerns, whether anybody was there, and what else goes on then. */
import type { Exchange } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import type { Refused } from '../../platform/outcome.ts';
import { hasBegun } from '../../modules/attendance/index.ts';
import type { ParticipantId } from '../../modules/people/words.ts';
import { lockGroup } from '../../modules/schedules/index.ts';
import type { GroupRow } from '../../modules/schedules/index.ts';
import { findPlace, findSeriesOf, listOthers, listRoster, lockSession } from '../../modules/sessions/index.ts';
import type { RosterRow, SessionFacts, SessionPlace } from '../../modules/sessions/index.ts';

/** `participantIds` are those who are expected or were there; `group` is null for a session that no weekly time gives. */
export type Concerned = { session: SessionFacts; place: SessionPlace; group: GroupRow | null; roster: RosterRow[]; participantIds: ParticipantId[]; hasBegun: boolean };

/** Null when the session is not the asker's to see. The row is locked against stamps and signing. */
export async function loadSessionToChange({ tx, actor }: Exchange, sessionId: string): Promise<Concerned | null> {
  // The group first, then its session: planning ahead locks in that order, and two orders could wait for each other for ever.
  const seriesId = await findSeriesOf(tx, actor.orgId, sessionId);
  const group = seriesId === null ? null : await lockGroup(tx, actor.orgId, seriesId, actor.placeIds);
  const session = await lockSession(tx, actor.orgId, sessionId, actor.placeIds, 'update');
  if (session === null) return null;
  const [place, roster, begun] = await Promise.all([findPlace(tx, actor.orgId, sessionId), listRoster(tx, actor.orgId, sessionId), hasBegun(tx, actor.orgId, sessionId)]);
  return { session, place, group, roster, participantIds: roster.map((one) => one.participantId as ParticipantId), hasBegun: begun };
}

/** A refusal when the room or the facilitator is at something else then, with the session in the way where the asker may see it. */
export async function refuseBusy({ tx, actor }: Exchange, sessionId: string, to: SessionPlace): Promise<Refused<'room-busy' | 'leader-busy'> | null> {
  const others = await listOthers(tx, actor.orgId, sessionId, to.startsAt, to.endsAt);
  const busy = <Name extends 'room-busy' | 'leader-busy'>(name: Name, other: (typeof others)[number]): Refused<Name> =>
    refuse(name, actor.placeIds.includes(other.siteId) ? { sessionId: other.id } : undefined);
  const inRoom = to.roomId === null ? undefined : others.find((one) => one.roomId === to.roomId);
  if (inRoom !== undefined) return busy('room-busy', inRoom);
  const led = to.facilitatorId === null ? undefined : others.find((one) => one.facilitatorId === to.facilitatorId);
  if (led !== undefined) return busy('leader-busy', led);
  return null;
}
