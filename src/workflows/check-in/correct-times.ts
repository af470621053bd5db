/** Times that were wrong: a new attendance takes the place of the old one, and a signed note gets its addendum in the same act (W14). */
import type { OutputOf } from '../../platform/contract.ts';
import type { Answer, Exchange } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import type { Outcome } from '../../platform/outcome.ts';
import { decideCorrection, decideMinutes, decideRoomSeat, insertStays } from '../../modules/attendance/index.ts';
import type { Stay } from '../../modules/attendance/index.ts';
import type { correctTimes as contract } from '../../modules/attendance/contract.ts';
import { MINUTES_RULE } from '../../modules/attendance/words.ts';
import { insertAddendum, listSignedNotes } from '../../modules/notes/index.ts';
import { listOffers, listSeated } from './seat-facts.ts';
import { loadStampFacts, settleOutreach, writeAttendance } from './stamp-facts.ts';
import type { Loaded } from './stamp-facts.ts';

export const correctTimes: Answer<typeof contract> = async (exchange, { params, body }) => {
  const { tx, actor, now, newId } = exchange;
  const loaded = await loadStampFacts(exchange, params.sessionId, params.participantId, 'whole');
  if (loaded === null) return refuse('not-found');
  const { session, attendance } = loaded;
  const stays = body.stays.map((stay) => ({ arrivedAt: new Date(stay.arrivedAt), leftAt: stay.leftAt === null ? null : new Date(stay.leftAt) }));
  const facts = {
    session, isOnRoster: loaded.seat !== null || attendance !== null, attendanceId: attendance?.id ?? null, isSigned: loaded.isSigned, maySign: actor.permissions.has('note.sign'),
  };
  const decided = decideCorrection(facts, { ...body, stays }, now);
  if ('refused' in decided) return decided;
  const seated = body.absence === null ? await seatOf(exchange, loaded, params.participantId, body.overCapReason) : { value: { seatNo: null, overCapReason: null } };
  if ('refused' in seated) return seated;
  const attendanceId = await writeAttendance(exchange, loaded, params.participantId, { ...seated.value, absence: body.absence, why: body.reason });
  await insertStays(tx, actor.orgId, attendanceId, stays.map((stay) => ({ ...stay, id: newId() })), { at: now, by: actor.id });
  await settleOutreach(exchange, session, params.participantId, attendance?.absence ?? null, body.absence);
  const addendumId = loaded.isSigned && body.addendum !== null ? await addToNote(exchange, loaded, params.participantId, { text: body.addendum, attendanceId, stays }) : null;
  return { value: { ...params, attendanceId, addendumId } satisfies OutputOf<typeof contract> };
};

/** Somebody who was there keeps the seat, or the place beyond the seats; who was absent gets one as an arrival would. */
async function seatOf(exchange: Exchange, { session, seat, attendance }: Loaded, participantId: string, overCapReason: string | null): Promise<Outcome<{ seatNo: number | null; overCapReason: string | null }, 'seat-given-away' | 'seats-free'>> {
  if (attendance?.outcome === 'present') return { value: { seatNo: attendance.seatNo, overCapReason: attendance.overCapReason } };
  const others = (await listSeated(exchange.tx, exchange.actor.orgId, session.id)).filter((one) => one.participantId !== participantId);
  const decided = decideRoomSeat(seat?.seatNo ?? null, session.capacity, others, overCapReason);
  return 'refused' in decided && decided.refused === 'seat-given-away' ? refuse('seat-given-away', { offers: await listOffers(exchange, session) }) : decided;
}

async function addToNote({ tx, actor, now, newId }: Exchange, { session }: Loaded, participantId: string, said: { text: string; attendanceId: string; stays: readonly Stay[] }): Promise<string> {
  const note = (await listSignedNotes(tx, actor.orgId, session.id)).find((one) => one.participantId === participantId);
  if (note === undefined) throw new Error('a note that was signed is gone');
  const id = newId();
  await insertAddendum(tx, actor.orgId, {
    id, noteId: note.id, kind: 'correction', text: said.text, attendanceId: said.attendanceId, minutes: decideMinutes(session, said.stays, now), minutesRule: MINUTES_RULE,
    author: { id: actor.id, name: actor.signature.name, credential: actor.signature.credential }, at: now,
  });
  return id;
}
