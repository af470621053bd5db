/** The day of one site: facts from two statements, verdicts from the rules of attendance and sessions. */
import { sql } from 'kysely';
import type { OutputOf } from '../platform/contract.ts';
import type { Answer } from '../platform/http.ts';
import { refuse } from '../platform/outcome.ts';
import { decideStanding, minutesLate } from '../modules/attendance/index.ts';
import { displayNames } from '../modules/people/index.ts';
import { findSite } from '../modules/program/index.ts';
import { decideState } from '../modules/sessions/index.ts';
import { addDays, dateIn, startOfDay } from '../values/civil-date.ts';
import { listPeople, listSessions } from './session-rows.ts';
import type { PersonRow, SessionRow } from './session-rows.ts';
import type { readToday as contract } from './today.contract.ts';

type Board = OutputOf<typeof contract>;

export const readToday: Answer<typeof contract> = async ({ tx, actor, now }, { query }) => {
  const site = await findSite(tx, actor.orgId, query.siteId, actor.placeIds);
  if (site === null) return refuse('not-found');
  const today = dateIn(site.timeZone, now);
  const date = query.date ?? today;
  const from = startOfDay(site.timeZone, date);
  const to = startOfDay(site.timeZone, addDays(date, 1));
  const sessions = await listSessions(tx, sql`s.org_id = ${actor.orgId} and s.site_id = ${site.id} and s.planned_start_at >= ${from} and s.planned_start_at < ${to}`);
  const people = await listPeople(tx, sql`p.org_id = ${actor.orgId} and p.site_id = ${site.id} and p.planned_start_at >= ${from} and p.planned_start_at < ${to}`);
  const shown = namesOf(people);
  const board: Board = {
    asOf: now.toISOString(), site: { id: site.id, name: site.name, timeZone: site.timeZone }, date, isToday: date === today,
    sessions: sessions.map((session) => toSession(session, people.filter((person) => person.sessionId === session.id), shown, now)),
  };
  return { value: board };
};

/** One name for a person all over the board, told apart from everybody else on it. */
function namesOf(people: readonly PersonRow[]): Map<string, string> {
  const once = [...new Map(people.map((person) => [person.participantId, person])).values()];
  return new Map([...displayNames(once)].map(([person, name]) => [person.participantId, name]));
}

function toSession(session: SessionRow, people: readonly PersonRow[], names: ReadonlyMap<string, string>, now: Date): Board['sessions'][number] {
  const present = people.filter((person) => person.stays.length > 0);
  const signed = present.filter((person) => person.noteSigned).length;
  const state = decideState({ plannedStart: session.times.plannedStart, heldEnd: session.times.heldEnd, isCanceled: session.isCanceled, present: present.length, signed }, now);
  return {
    id: session.id, name: session.name, type: session.type, roomName: session.roomName, facilitatorName: session.facilitatorName,
    facilitatorCredential: session.facilitatorCredential, startsAt: session.times.plannedStart.toISOString(), endsAt: session.times.heldEnd.toISOString(),
    capacity: session.capacity, state, notesToSign: state === 'ended' ? present.length - signed : 0,
    people: people.map((person) => ({
      participantId: person.participantId, displayName: names.get(person.participantId) ?? '', seatNo: person.seatNo,
      standing: decideStanding(session.times, person, now), arrivedAt: person.stays[0]?.arrivedAt.toISOString() ?? null,
      leftAt: person.stays.at(-1)?.leftAt?.toISOString() ?? null, minutesLate: minutesLate(session.times, person.stays), noteSigned: person.noteSigned,
    })),
  };
}
