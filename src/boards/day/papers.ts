/** Papers of the day: facts from a fixed number of statements, verdicts from the rules of attendance and sessions. */
import { sql } from 'kysely';
import type { OutputOf } from '../../platform/contract.ts';
import type { Answer, Exchange } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import { decideStanding, freeSeats, staysThere, wasThere } from '../../modules/attendance/index.ts';
import { displayNames } from '../../modules/people/index.ts';
import { stillShown } from '../../modules/placements/index.ts';
import { findSite } from '../../modules/program/index.ts';
import { decideState } from '../../modules/sessions/index.ts';
import type { SessionId } from '../../modules/sessions/words.ts';
import { addDays, dateIn, startOfDay } from '../../values/civil-date.ts';
import { findOnCall, findTopic, listHolidayNames, numbersOf } from './papers-facts.ts';
import type { readDaySheet as dayContract, readRoster as rosterContract, readSlips as slipsContract } from './papers.contract.ts';
import { absenceOf, listPeople, listSessions, seatedOf } from './session-rows.ts';
import type { PersonRow, SessionRow } from './session-rows.ts';

type DaySheet = OutputOf<typeof dayContract>;
type PaperSession = OutputOf<typeof slipsContract>['session'];
type PaperPerson = DaySheet['sessions'][number]['people'][number];
type Site = { id: string; name: string; timeZone: string };
type Names = ReadonlyMap<string, string>;

type Found = { session: SessionRow; site: Site; /** Everybody who belonged to it: what is counted. */ people: PersonRow[]; /** Whom the asker may still see. */ shown: PersonRow[]; noLongerShown: number };

/** One session with its site and people, where the asker works. */
async function findSession(exchange: Exchange, sessionId: SessionId): Promise<Found | null> {
  const { tx, actor } = exchange;
  const [session] = await listSessions(tx, sql`s.org_id = ${actor.orgId} and s.id = ${sessionId} and s.site_id = any(${actor.placeIds}::uuid[])`);
  if (session === undefined) return null;
  const [site, people] = await Promise.all([
    findSite(tx, actor.orgId, session.siteId, actor.placeIds), listPeople(tx, sql`p.org_id = ${actor.orgId} and p.session_id = ${session.id}`),
  ]);
  return site === null ? null : { session, site, people, ...await stillShown(exchange, session.times.plannedStart, people) };
}

/** One name for a person all over the paper, told apart from everybody else on it. */
function namesOf(people: readonly PersonRow[]): Names {
  const once = [...new Map(people.map((person) => [person.participantId, person])).values()];
  return new Map([...displayNames(once)].map(([person, name]) => [person.participantId, name]));
}

const siteOf = ({ id, name, timeZone }: Site): Site => ({ id, name, timeZone });

function headOf(session: SessionRow, { timeZone }: Site): Omit<PaperSession, 'topic'> {
  return {
    id: session.id, name: session.name, date: dateIn(timeZone, session.times.plannedStart), startsAt: session.times.plannedStart.toISOString(), endsAt: session.times.heldEnd.toISOString(),
    roomName: session.roomName, isByLink: session.telehealthLink !== '', leaderName: session.facilitatorName, leaderCredential: session.facilitatorCredential,
  };
}

function stateOf(session: SessionRow, people: readonly PersonRow[], now: Date) {
  const present = people.filter((person) => wasThere(session.times, person.stays));
  const signed = present.filter((person) => person.noteSigned).length;
  return decideState({ plannedStart: session.times.plannedStart, heldEnd: session.times.heldEnd, isCanceled: session.isCanceled, present: present.length, signed }, now);
}

function stampsOf(session: SessionRow, person: PersonRow): { arrivedAt: string | null; leftAt: string | null } {
  const stays = staysThere(session.times, person.stays);
  return { arrivedAt: stays[0]?.arrivedAt.toISOString() ?? null, leftAt: stays.at(-1)?.leftAt?.toISOString() ?? null };
}

function toPerson(session: SessionRow, person: PersonRow, names: Names, now: Date): PaperPerson {
  return {
    participantId: person.participantId, displayName: names.get(person.participantId) ?? '', seatNo: person.seatNo, standing: decideStanding(session.times, person, now), isMakeUp: person.isMakeUp,
    isBeyond: person.overCapReason !== null, ...stampsOf(session, person),
  };
}

/** By link alone nobody is in a room to sign; a canceled session has nothing to sign. */
function withoutSlips(session: SessionRow): OutputOf<typeof slipsContract>['withoutSlips'] {
  if (session.isCanceled) return 'canceled';
  return session.roomName === null && session.telehealthLink !== '' ? 'by-link' : null;
}

export const readSlips: Answer<typeof slipsContract> = async (exchange, { params }) => {
  const { tx, actor, now } = exchange;
  const found = await findSession(exchange, params.sessionId);
  if (found === null) return refuse('not-found');
  const { session, site, people, shown, noLongerShown } = found;
  const topic = await findTopic(tx, actor.orgId, session.id);
  const names = namesOf(shown);
  const without = withoutSlips(session);
  const coming = without === null ? shown.filter((person) => person.outcome !== 'absent') : [];
  return { value: {
    asOf: now.toISOString(), site: siteOf(site), session: { ...headOf(session, site), topic }, withoutSlips: without, away: people.filter((person) => person.outcome === 'absent').length, noLongerShown,
    people: coming.map((person) => ({ participantId: person.participantId, displayName: names.get(person.participantId) ?? '', ...stampsOf(session, person) })),
  } };
};

export const readRoster: Answer<typeof rosterContract> = async (exchange, { params }) => {
  const { tx, actor, now } = exchange;
  const found = await findSession(exchange, params.sessionId);
  if (found === null) return refuse('not-found');
  const { session, site, people, shown, noLongerShown } = found;
  const numbers = await numbersOf(tx, actor.orgId, shown.map((person) => person.participantId));
  const names = namesOf(shown);
  const absence = (person: PersonRow) => {
    const why = actor.permissions.has('note.read') ? absenceOf(person, true) : null;
    return why === null ? null : { reason: why.reason, detail: why.detail };
  };
  return { value: {
    asOf: now.toISOString(), site: siteOf(site),
    session: {
      ...headOf(session, site), telehealthLink: session.telehealthLink, capacity: session.capacity, state: stateOf(session, people, now), freeSeats: freeSeats(session.capacity, people.map(seatedOf)),
    },
    noLongerShown,
    people: shown.map((person) => ({ ...toPerson(session, person, names, now), number: numbers.get(person.participantId) ?? '', absence: absence(person) })),
  } };
};

export const readDaySheet: Answer<typeof dayContract> = async (exchange, { query }) => {
  const { tx, actor, now } = exchange;
  const { orgId } = actor;
  const site = await findSite(tx, orgId, query.siteId, actor.placeIds);
  if (site === null) return refuse('not-found');
  const today = dateIn(site.timeZone, now);
  const date = query.date ?? today;
  const from = startOfDay(site.timeZone, date);
  const to = startOfDay(site.timeZone, addDays(date, 1));
  const [sessions, people, onCall, holidays] = await Promise.all([
    listSessions(tx, sql`s.org_id = ${orgId} and s.site_id = ${site.id} and s.planned_start_at >= ${from} and s.planned_start_at < ${to}`),
    listPeople(tx, sql`p.org_id = ${orgId} and p.site_id = ${site.id} and p.planned_start_at >= ${from} and p.planned_start_at < ${to}`),
    findOnCall(tx, orgId, site.id, date), listHolidayNames(tx, orgId, site.id, date),
  ]);
  const { shown, noLongerShown } = await stillShown(exchange, from, people);
  const seen = new Set(shown);
  const names = namesOf(shown);
  const inSession = Map.groupBy(people, (person) => person.sessionId);
  const toSession = (session: SessionRow): DaySheet['sessions'][number] => {
    const own = inSession.get(session.id) ?? [];
    return {
      ...headOf(session, site), capacity: session.capacity, seatsFree: freeSeats(session.capacity, own.map(seatedOf)).length, state: stateOf(session, own, now),
      people: own.filter((person) => seen.has(person)).map((person) => toPerson(session, person, names, now)),
    };
  };
  return { value: { asOf: now.toISOString(), site: siteOf(site), date, isToday: date === today, holidays, onCall, noLongerShown, sessions: sessions.map(toSession) } };
};
