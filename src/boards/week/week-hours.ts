/** The week of everybody at a site by the same rows and rules as each person's ledger; a fixed number of statements, whatever the number of people. */
import { sql } from 'kysely';
import type { OutputOf } from '../../platform/contract.ts';
import type { Answer } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import { compareTrouble, datesOf, standingOfWeek, sumAccount, waysToMend } from '../../modules/attendance/index.ts';
import { displayNames } from '../../modules/people/index.ts';
import { COUNTED_TYPES, findSite } from '../../modules/program/index.ts';
import { addDays, boundsOf, dateIn, startOfDay, weekOf } from '../../values/civil-date.ts';
import type { CivilDate, Week } from '../../values/civil-date.ts';
import { listWeeks, toLine } from './hours-ledger-rows.ts';
import type { Line } from './hours-ledger-rows.ts';
import { floorOf, loadGrounds } from './hours-of-week.ts';
import type { Ground } from './hours-of-week.ts';
import { listPlaced } from './hours-placed.ts';
import type { Placed } from './hours-placed.ts';
import type { readWeekHours as contract } from './week-hours.contract.ts';
import { listFreeSessions } from './week-openings.ts';
import type { FreeSession } from './week-openings.ts';

type Board = OutputOf<typeof contract>;
type Person = Board['people'][number];

export const readWeekHours: Answer<typeof contract> = async ({ tx, actor, now }, { query }) => {
  const { orgId } = actor;
  const site = await findSite(tx, orgId, query.siteId, actor.placeIds);
  if (site === null) return refuse('not-found');
  const today = dateIn(site.timeZone, now);
  const day = query.day ?? today;
  const near = sql`e.site_id = ${site.id} and e.admitted_on <= ${addDays(day, 6)} and (e.ended_on is null or e.ended_on >= ${addDays(day, -6)})`;
  const around = await listPlaced(tx, orgId, near, { day, now });
  const grounds = await loadGrounds(tx, orgId, site.id, around, day);
  const placed = around.flatMap((person) => {
    const ground = grounds.get(person.episodeId);
    return ground !== undefined && person.admittedOn <= ground.week.ends && (person.endedOn === null || person.endedOn >= ground.week.starts) ? [{ person, ground }] : [];
  });
  const range = placed[0]?.ground.range ?? weekOf(day, 1);
  const rows = await listWeeks(tx, orgId, placed.map(({ person }) => person.participantId), boundsOf(site.timeZone, range));
  const bounds = boundsOf(site.timeZone, range);
  const free = await listFreeSessions(tx, orgId, site.id, { from: now > bounds.start ? now : bounds.start, to: bounds.end });
  const names = displayNames(placed.map(({ person }) => person));
  const readsText = actor.permissions.has('note.read');
  const people = placed.map(({ person, ground }) => {
    const lines = (rows.get(person.participantId) ?? []).map((row) => toLine(row, { ground, zone: site.timeZone, now, readsText }));
    return toPerson({ person, ground, lines, free, day, zone: site.timeZone, name: names.get(person) ?? '' });
  });
  const week = mostCommon(placed.map(({ ground }) => ground.week)) ?? weekOf(day, 1);
  return { value: {
    asOf: now.toISOString(), site: { id: site.id, name: site.name, timeZone: site.timeZone }, week: { ...week, today },
    floorMinutes: floorSaid(people), holidays: holidaysOf(placed[0]?.ground, week), people: people.sort(inOrder),
  } };
};

/** The week that most of these people's rules name: Monday to Sunday unless they say otherwise. */
function mostCommon(weeks: readonly Week[]): Week | null {
  const counts = Map.groupBy(weeks, (week) => week.starts);
  return [...counts.values()].sort((one, other) => other.length - one.length)[0]?.[0] ?? null;
}

function floorSaid(people: readonly Person[]): number | null {
  const whole = (list: readonly Person[]): number[] => list.flatMap(({ floor }) => (floor === null || floor.isProRata ? [] : [floor.minutes]));
  const short = new Set(whole(people.filter(({ standing }) => standing === 'short')));
  if (short.size === 1) return [...short][0] ?? null;
  return [...Map.groupBy(whole(people), (floor) => floor).entries()].sort((one, other) => other[1].length - one[1].length)[0]?.[0] ?? null;
}

function holidaysOf(ground: Ground | undefined, week: Week): Board['holidays'] {
  return ground?.holidays.filter((one) => one.date >= week.starts && one.date <= week.ends) ?? [];
}

function inOrder(one: Person, other: Person): number {
  const trouble = compareTrouble({ ...one, ways: one.ways.length }, { ...other, ways: other.ways.length });
  return trouble || one.displayName.localeCompare(other.displayName, 'en') || one.participantId.localeCompare(other.participantId);
}

type Facts = { person: Placed; ground: Ground; lines: readonly Line[]; free: readonly FreeSession[]; day: CivilDate; zone: string; name: string };

/** One person’s line of the board; the page of the person shows the same. */
export function toPerson({ person, ground, lines, free, day, zone, name }: Facts): Person {
  const { week } = ground;
  const own = lines.filter((line) => line.shown.date >= week.starts && line.shown.date <= week.ends);
  const account = sumAccount(own);
  const floor = floorOf(ground, day);
  const standing = standingOfWeek(floor, account.done.clinical, account.forecastMinutes);
  const gapMinutes = standing === 'short' && floor !== null ? floor.minutes - account.forecastMinutes : 0;
  return {
    participantId: person.participantId, displayName: name, programName: person.programName, trackId: person.trackId, trackName: person.trackName,
    counselorId: person.counselorId, counselorName: person.counselorName, floor: floor === null ? null : { minutes: floor.minutes, isProRata: floor.isProRata, days: floor.days },
    doneMinutes: account.done.clinical, documentedMinutes: account.documentedMinutes, provisionalMinutes: account.provisionalMinutes,
    bookedMinutes: Math.max(0, account.forecastMinutes - account.done.clinical), forecastMinutes: account.forecastMinutes, gapMinutes, standing,
    days: datesOf(week).map((date) => dayOf(date, own)), ways: gapMinutes === 0 ? [] : waysOf(gapMinutes, { person, ground, lines, free, zone }),
  };
}

function dayOf(date: CivilDate, own: readonly Line[]): Person['days'][number] {
  const rows = own.filter((line) => line.isCounted && line.shown.date === date).map(({ shown }) => shown);
  const sum = (of: (row: (typeof rows)[number]) => number): number => rows.reduce((total, row) => total + of(row), 0);
  return {
    date, done: sum((row) => row.minutes.clinical), unsigned: sum((row) => (row.standing === 'provisional' ? row.minutes.clinical : 0)),
    booked: sum((row) => Math.max(0, row.expectedMinutes - row.minutes.clinical)),
  };
}

/** Sessions of the person's own program and week, of a kind that counts on that day, in which the person is not already. */
function waysOf(gapMinutes: number, { person, ground, lines, free, zone }: Pick<Facts, 'person' | 'ground' | 'lines' | 'free' | 'zone'>): Person['ways'] {
  const until = startOfDay(zone, addDays(ground.week.ends, 1));
  const isIn = new Set<string>(lines.map((line) => line.shown.sessionId));
  const fitting = free.filter((one) => one.programId === person.programId && one.start < until && !isIn.has(one.sessionId) && countsOn(ground, dateIn(zone, one.start), one.type));
  const busy = lines.filter(({ line }) => line.standing === 'booked' || line.standing === 'running').map(({ shown }) => ({ start: new Date(shown.startsAt), end: new Date(shown.endsAt) }));
  const byId = new Map(fitting.map((one) => [one.sessionId as string, one]));
  return waysToMend(gapMinutes, fitting, busy).map((way) => ({
    minutes: way.minutes,
    sessions: way.sessionIds.flatMap((id) => {
      const one = byId.get(id);
      return one === undefined ? [] : [{ sessionId: one.sessionId, name: one.name, type: one.type, startsAt: one.start.toISOString(), endsAt: one.end.toISOString(), minutes: one.minutes, freeSeats: one.freeSeats }];
    }),
  }));
}

function countsOn(ground: Ground, date: CivilDate, type: string): boolean {
  return ground.levelOn(date) !== null && (ground.floorOn(date)?.sessionTypes ?? COUNTED_TYPES).includes(type);
}
