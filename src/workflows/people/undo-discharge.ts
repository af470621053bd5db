/** A discharge is taken back, and with it comes back what ended with it: segments, seats, booked sessions, calls to make. */
import type { OutputOf } from '../../platform/contract.ts';
import { recordChange } from '../../platform/changes.ts';
import type { Answer, Exchange } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import { decideUndo, findDischarge, reopenSegments, setEpisodeEnd, undoDischargeRow } from '../../modules/placements/index.ts';
import type { DischargeRow } from '../../modules/placements/index.ts';
import type { undoDischarge as contract } from '../../modules/placements/ends.contract.ts';
import { listTaken, lockSeatsById, reopenSeats } from '../../modules/schedules/index.ts';
import type { EpisodeSeat } from '../../modules/schedules/index.ts';
import { listBookedOver, listBookingsTaken, reopenBookings } from '../../modules/sessions/index.ts';
import { reopenDischarged } from '../../modules/tasks/index.ts';
import { addDays, dateIn } from '../../values/civil-date.ts';
import type { EndFacts } from './ends-facts.ts';
import { loadEndFacts } from './ends-facts.ts';

type Back = { seats: DischargeRow['ended']['seats']; bookings: string[] };

/** What is to come back: all that ended but what the asker leaves, and but seats that somebody changed by hand since. */
function backOf({ ended, lastDay }: DischargeRow, seats: readonly EpisodeSeat[], without: readonly string[]): Back {
  const wanted = (id: string): boolean => !without.includes(id);
  const asLeft = new Set(seats.filter((seat) => seat.endedOn === lastDay).map((seat) => seat.id));
  return {
    seats: { cut: ended.seats.cut.filter((row) => wanted(row.id) && asLeft.has(row.id)), withdrawn: ended.seats.withdrawn.filter(wanted) },
    bookings: ended.bookings.filter(wanted),
  };
}

/** Seats that somebody else got meanwhile, each once, with the group by name. */
async function findTaken({ tx, actor }: Exchange, back: Back, { lastDay, recordedAt }: DischargeRow, starts: ReadonlyMap<string, EpisodeSeat>): Promise<{ id: string; group: string }[]> {
  const from = addDays(lastDay, 1);
  const claims = [
    ...back.seats.cut.map((row) => ({ id: row.id, from, until: row.endedOn })),
    ...back.seats.withdrawn.map((id) => ({ id, from: starts.get(id)?.startsOn ?? from, until: starts.get(id)?.endedOn ?? null })),
  ];
  const taken = [
    ...await listTaken(tx, actor.orgId, claims), ...await listBookedOver(tx, actor.orgId, claims, recordedAt), ...await listBookingsTaken(tx, actor.orgId, back.bookings, recordedAt),
  ];
  return [...new Map(taken.map((one) => [one.id, one])).values()];
}

async function bringBack(exchange: Exchange, { episode }: EndFacts, { id, ended, lastDay, recordedAt }: DischargeRow, back: Back) {
  const { tx, actor, now } = exchange;
  for (const kind of ['level', 'phase', 'counselor'] as const) {
    if (!await reopenSegments(tx, actor.orgId, kind, ended[kind], lastDay)) return null;
  }
  await setEpisodeEnd(tx, actor.orgId, episode.id, null);
  const seats = await reopenSeats(tx, actor.orgId, back.seats, { lastDay, at: recordedAt });
  await reopenBookings(tx, actor.orgId, back.bookings);
  const tasks = await reopenDischarged(tx, actor.orgId, ended.tasks, recordedAt);
  await undoDischargeRow(tx, actor.orgId, id, now, actor.id);
  await recordChange(tx, { orgId: actor.orgId, by: actor.id, now }, { about: 'episodes', rowId: episode.id, was: { lastDay, takenBack: false }, became: { lastDay: null, takenBack: true } });
  return { seats: seats.length, bookings: back.bookings.length, tasks };
}

export const undoDischarge: Answer<typeof contract> = async (exchange, { params, body }) => {
  const { tx, actor } = exchange;
  const facts = await loadEndFacts(exchange, params.episodeId);
  if (facts === null) return refuse('not-found');
  const { episode, today } = facts;
  const found = await findDischarge(tx, actor.orgId, episode.id);
  const no = decideUndo(found === null ? null : { ...found, writtenOn: dateIn(episode.timeZone, found.recordedAt) }, today);
  if (no !== null || found === null) return refuse(no ?? 'not-discharged');
  if (facts.version !== body.version) return refuse('changed-meanwhile');
  const withdrawn = await lockSeatsById(tx, actor.orgId, found.ended.seats.withdrawn);
  const back = backOf(found, facts.seats, body.withoutSeats);
  const taken = await findTaken(exchange, back, found, new Map(withdrawn.map((seat) => [seat.id, seat])));
  if (taken.length > 0) return refuse('seat-taken-meanwhile', { seats: taken });
  const brought = await bringBack(exchange, facts, found, back);
  if (brought === null) return refuse('changed-since-discharge');
  return { value: { participantId: episode.participantId, episodeId: episode.id, version: facts.version + 1, ...brought } satisfies OutputOf<typeof contract> };
};
