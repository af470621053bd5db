/** What every end of an episode must know and hold first, and the writing of an end: discharge and transfer do it alike. */
import { recordChange } from '../../platform/changes.ts';
import type { Exchange } from '../../platform/http.ts';
import { findLastHere } from '../../modules/attendance/index.ts';
import { listUnsigned } from '../../modules/notes/index.ts';
import { lockParticipants } from '../../modules/people/index.ts';
import { decideEnding, endSegments, endsTask, findHolder, insertDischarge, listEnds, lockEpisode, setEpisodeEnd, versionsOfEpisodes } from '../../modules/placements/index.ts';
import type { EndedWith, LockedEpisode } from '../../modules/placements/index.ts';
import type { DischargeReason } from '../../modules/placements/words.ts';
import { endSeats, listGroupsOf, lockGroups, lockSeatsOf } from '../../modules/schedules/index.ts';
import type { EpisodeSeat } from '../../modules/schedules/index.ts';
import { listBookingsAfter, withdrawBookings } from '../../modules/sessions/index.ts';
import { closeDischarged, lockDanger, lockOpenTasks } from '../../modules/tasks/index.ts';
import { dateIn } from '../../values/civil-date.ts';
import type { CivilDate } from '../../values/civil-date.ts';

export type EndFacts = { episode: LockedEpisode; seats: EpisodeSeat[]; today: CivilDate; lastHere: CivilDate | null; version: number };

/**
 * Locks in one order: groups, the person, the episode, the seats. Seats of one group change in turn, a person is in one act at a time, and
 * nobody is stamped in on a seat while it ends. Null when there is no such episode to see.
 */
export async function loadEndFacts({ tx, actor, now }: Exchange, episodeId: string): Promise<EndFacts | null> {
  const holder = await findHolder(tx, actor.orgId, episodeId, actor.placeIds);
  if (holder === null) return null;
  await lockGroups(tx, actor.orgId, { seriesIds: await listGroupsOf(tx, actor.orgId, episodeId) });
  await lockParticipants(tx, actor.orgId, [holder]);
  const episode = await lockEpisode(tx, actor.orgId, episodeId, actor.placeIds, now);
  if (episode === null) return null;
  const seats = await lockSeatsOf(tx, actor.orgId, episodeId);
  const lastHere = await findLastHere(tx, actor.orgId, { participantId: holder, episodeId });
  const version = (await versionsOfEpisodes(tx, actor.orgId, [episodeId])).get(episodeId) ?? 0;
  return { episode, seats, today: dateIn(episode.timeZone, now), lastHere, version };
}

type End = { lastDay: CivilDate; reason: DischargeReason; detail: string; nextEpisodeId: string | null };
type Left = { seats: { enrollmentId: string; seriesId: string }[]; bookings: number; tasks: number; notesToSign: number; dangerOpen: number; version: number };

const cutRows = (rows: readonly { id: string; endedOn: string | null; endedAt: string | Date | null; endedBy: string | null }[]) =>
  rows.map(({ id, endedOn, endedAt, endedBy }) => ({ id, endedOn, endedAt: endedAt instanceof Date ? endedAt.toISOString() : endedAt, endedBy }));
const idsOf = (rows: readonly { id: string }[]): string[] => rows.map((row) => row.id);

async function endParts({ tx, actor, now }: Exchange, { episode }: EndFacts, lastDay: CivilDate): Promise<Pick<EndedWith, 'level' | 'phase' | 'counselor'>> {
  const ended = { level: { cut: [], withdrawn: [] }, phase: { cut: [], withdrawn: [] }, counselor: { cut: [], withdrawn: [] } } as Pick<EndedWith, 'level' | 'phase' | 'counselor'>;
  for (const kind of ['level', 'phase', 'counselor'] as const) {
    const ending = decideEnding(await listEnds(tx, actor.orgId, kind, episode.id), lastDay);
    await endSegments(tx, actor.orgId, kind, ending, { lastDay, at: now, by: actor.id });
    ended[kind] = { cut: cutRows(ending.cut), withdrawn: idsOf(ending.withdrawn) };
  }
  return ended;
}

/** Ends the episode and all that belongs to it, and keeps what ended with it, so that it can be taken back. Answers what ended and what is left to do. */
export async function writeEnd(exchange: Exchange, facts: EndFacts, { lastDay, reason, detail, nextEpisodeId }: End): Promise<Left> {
  const { tx, actor, now, newId } = exchange;
  const { episode, today } = facts;
  const parts = await endParts(exchange, facts, lastDay);
  const seats = decideEnding(facts.seats, lastDay);
  await endSeats(tx, actor.orgId, seats, { lastDay, at: now, by: actor.id });
  const bookings = await listBookingsAfter(tx, actor.orgId, { participantId: episode.participantId, episodeId: episode.id }, lastDay);
  await withdrawBookings(tx, actor.orgId, bookings, now, actor.id);
  const open = await lockOpenTasks(tx, actor.orgId, episode.participantId, episode.siteId);
  const tasks = idsOf(open.filter((task) => endsTask({ kind: task.kind, dueOn: dateIn(episode.timeZone, task.dueAt) }, lastDay, today)));
  await closeDischarged(tx, actor.orgId, tasks, now, actor.id);
  await setEpisodeEnd(tx, actor.orgId, episode.id, { lastDay, at: now, by: actor.id });
  await insertDischarge(tx, actor.orgId, {
    id: newId(), episodeId: episode.id, participantId: episode.participantId, lastDay, reason, detail, nextEpisodeId,
    ended: { ...parts, seats: { cut: cutRows(seats.cut), withdrawn: idsOf(seats.withdrawn) }, bookings, tasks },
  }, now, actor.id);
  await recordChange(tx, { orgId: actor.orgId, by: actor.id, now }, { about: 'episodes', rowId: episode.id, was: { lastDay: null, reason: null }, became: { lastDay, reason } });
  return {
    seats: [...seats.cut, ...seats.withdrawn].map((seat) => ({ enrollmentId: seat.id, seriesId: seat.seriesId })), bookings: bookings.length, tasks: tasks.length,
    notesToSign: (await listUnsigned(tx, actor.orgId, episode.participantId, [episode.siteId])).length, dangerOpen: (await lockDanger(tx, actor.orgId, episode.participantId)).length, version: facts.version + 1,
  };
}
