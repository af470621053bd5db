/** Somebody who has no seat here sits in as a make-up: the whole room is locked, so that no order of taps seats an eleventh (W9, W10). */
import type { OutputOf } from '../../platform/contract.ts';
import type { Answer, Exchange } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import { decideWalkIn, insertStay } from '../../modules/attendance/index.ts';
import type { walkIn as contract } from '../../modules/attendance/contract.ts';
import { isSigned } from '../../modules/notes/index.ts';
import type { ParticipantId } from '../../modules/people/words.ts';
import { findOpenEpisode, isVisible } from '../../modules/placements/index.ts';
import { findSite, loadDayFigures } from '../../modules/program/index.ts';
import type { SessionFacts } from '../../modules/sessions/index.ts';
import { dateIn } from '../../values/civil-date.ts';
import { findElsewhere, listOffers, listSeated } from './seat-facts.ts';
import { loadStampFacts, lockWholeSession, settleOutreach, writeAttendance } from './stamp-facts.ts';

const MISSED = { reason: 'unknown', excused: false, detail: '' } as const;

export const walkIn: Answer<typeof contract> = async (exchange, { params, body }) => {
  const { tx, actor, now, newId } = exchange;
  const session = await lockWholeSession(exchange, params.sessionId);
  // The person after the session: two desks that let one person into two rooms take turns.
  if (session === null || !await isVisible(tx, actor.orgId, body.participantId, actor, now, 'lock')) return refuse('not-found');
  const decided = decideWalkIn(await factsOf(exchange, session, body.participantId), body, now);
  if ('refused' in decided) return decided.refused === 'session-full' ? refuse('session-full', { offers: await listOffers(exchange, session) }) : decided;
  if (await isSigned(tx, actor.orgId, session.id, body.participantId)) return refuse('already-signed');
  const { absent, ...seat } = decided.value;
  if (absent !== null) await recordMissed(exchange, session, absent);
  const attendanceId = await writeAttendance(exchange, { session, seat: null, attendance: null }, body.participantId, { ...seat, why: '' });
  await insertStay(tx, actor.orgId, { id: newId(), attendanceId, arrivedAt: now, leftAt: null, at: now, by: actor.id });
  return { value: { ...params, participantId: body.participantId, attendanceId, seatNo: seat.seatNo, absentId: absent as ParticipantId | null, at: now.toISOString() } satisfies OutputOf<typeof contract> };
};

async function factsOf(exchange: Exchange, session: SessionFacts, participantId: string) {
  const { tx, actor, now } = exchange;
  const zone = (await findSite(tx, actor.orgId, session.siteId, actor.placeIds))?.timeZone ?? 'UTC';
  const figures = await loadDayFigures(tx, actor.orgId, session.siteId, dateIn(zone, session.plannedStart));
  const episodeId = await findOpenEpisode(tx, actor.orgId, { participantId, programId: session.programId, siteId: session.siteId, date: dateIn(zone, now) });
  return {
    session, graceMinutes: figures['grace-minutes'], hasOpenEpisode: episodeId !== null, roster: await listSeated(tx, actor.orgId, session.id),
    elsewhere: await findElsewhere(exchange, session.id, participantId),
  };
}

/** Whose seat is given away has not come: unexcused until somebody says why, with the outreach that follows (W17). */
async function recordMissed(exchange: Exchange, session: SessionFacts, participantId: string): Promise<void> {
  const holder = await loadStampFacts(exchange, session.id, participantId, 'whole');
  if (holder === null) throw new Error('a session that was locked is gone');
  await writeAttendance(exchange, holder, participantId, { seatNo: null, absence: MISSED, why: 'Seat given away' });
  await settleOutreach(exchange, session, participantId, null, MISSED);
}
