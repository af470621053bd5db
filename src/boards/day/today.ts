/** The day of one site: facts from a few statements, verdicts from the rules of attendance and sessions. */
import { sql } from 'kysely';
import type { OutputOf } from '../../platform/contract.ts';
import type { Answer } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import { decideStanding, freeSeats, minutesLate, staysThere, wasThere } from '../../modules/attendance/index.ts';
import { displayNames } from '../../modules/people/index.ts';
import { stillShown } from '../../modules/placements/index.ts';
import { findSite, loadDayFigures } from '../../modules/program/index.ts';
import { decideState } from '../../modules/sessions/index.ts';
import { LONGEST_MINUTES } from '../../modules/sessions/words.ts';
import { addDays, dateIn, startOfDay } from '../../values/civil-date.ts';
import { addMinutes } from '../../values/minutes.ts';
import { absenceOf, listPeople, listSessions, seatedOf } from './session-rows.ts';
import type { PersonRow, SessionRow } from './session-rows.ts';
import type { readToday as contract } from './today.contract.ts';

type Board = OutputOf<typeof contract>;

export const readToday: Answer<typeof contract> = async (exchange, { query }) => {
  const { tx, actor, now } = exchange;
  const site = await findSite(tx, actor.orgId, query.siteId, actor.placeIds);
  if (site === null) return refuse('not-found');
  const today = dateIn(site.timeZone, now);
  const date = query.date ?? today;
  const begins = startOfDay(site.timeZone, date);
  const to = startOfDay(site.timeZone, addDays(date, 1));
  // A session that began last night and still runs belongs to the board of whoever is there (W3 counts it to its own day).
  const from = date === today ? addMinutes(begins, -LONGEST_MINUTES) : begins;
  const isShown = (session: SessionRow): boolean => session.times.plannedStart >= begins || session.times.heldEnd > now;
  const sessions = (await listSessions(tx, sql`s.org_id = ${actor.orgId} and s.site_id = ${site.id} and s.planned_start_at >= ${from} and s.planned_start_at < ${to}`)).filter(isShown);
  const shown = new Set<string>(sessions.map((session) => session.id));
  const people = (await listPeople(tx, sql`p.org_id = ${actor.orgId} and p.site_id = ${site.id} and p.planned_start_at >= ${from} and p.planned_start_at < ${to}`)).filter((person) => shown.has(person.sessionId));
  const figures = await loadDayFigures(tx, actor.orgId, site.id, date);
  const { shown: visible, noLongerShown } = await stillShown(exchange, begins, people);
  const seen: Seen = { people: new Set(visible), names: namesOf(visible), graceMinutes: figures['grace-minutes'], readsNotes: actor.permissions.has('note.read'), readsPeople: actor.permissions.has('people.read'), now };
  const board: Board = {
    asOf: now.toISOString(), site: { id: site.id, name: site.name, timeZone: site.timeZone }, date, isToday: date === today, noLongerShown,
    sessions: sessions.map((session) => toSession(session, people.filter((person) => person.sessionId === session.id), seen)),
  };
  return { value: board };
};

/** One name for a person all over the board, told apart from everybody else on it. */
function namesOf(people: readonly PersonRow[]): Map<string, string> {
  const once = [...new Map(people.map((person) => [person.participantId, person])).values()];
  return new Map([...displayNames(once)].map(([person, name]) => [person.participantId, name]));
}

type Seen = { people: ReadonlySet<PersonRow>; names: ReadonlyMap<string, string>; graceMinutes: number; readsNotes: boolean; readsPeople: boolean; now: Date };

function toSession(session: SessionRow, people: readonly PersonRow[], seen: Seen): Board['sessions'][number] {
  const present = people.filter((person) => wasThere(session.times, person.stays));
  const signed = present.filter((person) => person.noteSigned).length;
  const state = decideState({ plannedStart: session.times.plannedStart, heldEnd: session.times.heldEnd, isCanceled: session.isCanceled, present: present.length, signed }, seen.now);
  return {
    id: session.id, name: session.name, programId: session.programId, type: session.type, roomName: session.roomName, telehealthLink: session.telehealthLink,
    facilitatorName: session.facilitatorName, facilitatorCredential: session.facilitatorCredential, startsAt: session.times.plannedStart.toISOString(), endsAt: session.times.heldEnd.toISOString(),
    capacity: session.capacity, state, notesToSign: state === 'ended' ? present.length - signed : 0,
    seatsFree: freeSeats(session.capacity, people.map(seatedOf)).length, graceUntil: addMinutes(session.times.plannedStart, seen.graceMinutes).toISOString(),
    people: people.filter((person) => seen.people.has(person)).map((person) => toPerson(session, person, seen)),
  };
}

function toPerson(session: SessionRow, person: PersonRow, { names, readsNotes, readsPeople, now }: Seen): Board['sessions'][number]['people'][number] {
  const stays = staysThere(session.times, person.stays);
  return {
    participantId: person.participantId, displayName: names.get(person.participantId) ?? '', seatNo: person.seatNo,
    standing: decideStanding(session.times, person, now), arrivedAt: stays[0]?.arrivedAt.toISOString() ?? null,
    leftAt: stays.at(-1)?.leftAt?.toISOString() ?? null, minutesLate: minutesLate(session.times, person.stays), noteSigned: person.noteSigned,
    absence: absenceOf(person, readsNotes), isMakeUp: person.isMakeUp, overCapReason: person.overCapReason, visitors: person.visitors, lacksTelephone: readsPeople && person.lacksTelephone,
  };
}
