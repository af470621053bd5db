/** The demo's standing groups: they begin tomorrow with everybody seated, and on later days their sessions are held like all others. Made by the program's own acts. */
import { FIRST_MAPPING } from '../permissions.ts';
import type { Actor } from '../platform/actor.ts';
import type { Tx } from '../platform/database.ts';
import type { Exchange } from '../platform/http.ts';
import { newId, newSilentId } from '../platform/ids.ts';
import { readPaths } from '../boards/program/hours-settings.ts';
import { insertCredential, insertParticipants, listStaff } from '../modules/people/index.ts';
import type { ParticipantId, StaffId } from '../modules/people/words.ts';
import { admitPerson, changePhase } from '../modules/placements/index.ts';
import { addRoom, addTrack, setOnCall } from '../modules/program/index.ts';
import type { SiteId } from '../modules/program/words.ts';
import { listSeatsOn } from '../modules/schedules/index.ts';
import type { WeeklyTime } from '../modules/schedules/words.ts';
import { listSessions } from '../modules/sessions/index.ts';
import type { SessionId } from '../modules/sessions/words.ts';
import { hasBegun } from '../modules/attendance/index.ts';
import { addDays, dateIn, startOfDay, weekOf } from '../values/civil-date.ts';
import type { CivilDate, LocalTime } from '../values/civil-date.ts';
import { addMinutes } from '../values/minutes.ts';
import { enroll } from '../workflows/groups/enroll.ts';
import type { Furnished } from '../workflows/program/furnish-organization.ts';
import { startGroup } from '../workflows/groups/start-group.ts';
import { arrive, must, signAll } from './demo-acts.ts';
import type { Ground } from './demo-acts.ts';
import { STANDING_PEOPLE } from './demo-people.ts';

type Track = (typeof STANDING_PEOPLE)[number]['track'];
type Stage = { exchange: Exchange; siteId: SiteId; programId: string; today: CivilDate; staff: Readonly<Record<string, string>>; rooms: readonly [string, string]; tracks: Readonly<Record<Track, string>> };

/** On call for as long as one span goes. */
const ON_CALL_DAYS = 83;
/** In the paths that come with the program the middle phase begins in the fifth week. */
const PRACTICE_FROM_WEEK = 5;
const BREAKS = [{ startMinute: 60, minutes: 10 }, { startMinute: 130, minutes: 10 }];

async function openStage(tx: Tx, orgId: string, { siteId, programId }: Furnished, timeZone: string, now: Date): Promise<Stage> {
  const colleagues = await listStaff(tx, orgId);
  const staff = Object.fromEntries(colleagues.map((one) => [one.givenName, one.id]));
  const director: Actor = {
    orgId, id: staff['Imogen'] ?? '', signInId: 'seed', roles: ['director'], permissions: new Set(FIRST_MAPPING.director), placeIds: [siteId], signature: { name: 'Imogen Hart', credential: 'LCSW' },
  };
  const exchange: Exchange = { tx, actor: director, now, newId: <Id extends string>() => newId(now) as Id };
  const site = siteId as SiteId;
  const room = async (name: string) => must(await addRoom(exchange, { params: { siteId: site }, query: {}, body: { name } })).roomId;
  const track = async (name: string) => must(await addTrack(exchange, { params: {}, query: {}, body: { siteId: site, programId, name } })).trackId;
  const rooms = [await room('Birch'), await room('Cedar')] as const;
  return { exchange, siteId: site, programId, today: dateIn(timeZone, now), staff, rooms, tracks: { Morning: await track('Morning'), Evening: await track('Evening') } };
}

async function settle({ exchange, siteId, staff, today }: Stage): Promise<void> {
  const { tx, actor, now } = exchange;
  const held = [['Imogen', 'LCSW', null], ['Theo', 'LPC', addDays(today, 41)], ['Dana', 'LCADC', addDays(today, 400)]] as const;
  for (const [name, kind, expiresOn] of held) {
    await insertCredential(tx, actor.orgId, { id: newId(now), staffId: staff[name] ?? '', kind, number: '', issuedBy: 'State board', validFrom: addDays(today, -700), expiresOn }, now, actor.id);
  }
  const span = { from: today, to: addDays(today, ON_CALL_DAYS) };
  const onCall = [['Dana', [1, 2, 3, 4]], ['Imogen', [5, 6, 7]]] as const;
  for (const [name, weekdays] of onCall) must(await setOnCall(exchange, { params: { siteId }, query: {}, body: { staffId: (staff[name] ?? '') as StaffId, ...span, weekdays: [...weekdays] } }));
}

/** Everybody of the standing groups, admitted so many weeks ago, on the twelve-week path. */
async function admitAll({ exchange, siteId, programId, staff, today, tracks }: Stage): Promise<{ participantId: ParticipantId; track: Track }[]> {
  const people = STANDING_PEOPLE.map((person, index) => ({ ...person, id: newSilentId() as ParticipantId, participantNumber: `LH-${String(index + 201)}`, language: 'en' }));
  await insertParticipants(exchange.tx, exchange.actor.orgId, people, exchange.now, null);
  const { paths } = must(await readPaths(exchange, { params: {}, query: {}, body: {} }));
  const path = paths.find((one) => one.name === 'Twelve weeks');
  for (const { id, weeks, track } of people) {
    const admittedOn = addDays(today, -7 * (weeks - 1) - 2);
    const admitted = must(await admitPerson(exchange, { params: { participantId: id }, query: {}, body: { siteId, programId, trackId: tracks[track], pathId: path?.pathId ?? null, level: null, counselorId: staff['Dana'] ?? null, admittedOn } }));
    if (weeks < PRACTICE_FROM_WEEK || path === undefined) continue;
    const body = { version: admitted.version, pathVersionId: path.pathVersionId, phaseNo: 2, from: addDays(admittedOn, 7 * (PRACTICE_FROM_WEEK - 1)), reason: 'Four weeks at full hours' };
    must(await changePhase(exchange, { params: { episodeId: admitted.episodeId }, query: {}, body }));
  }
  return people.map(({ id, track }) => ({ participantId: id, track }));
}

/** Two blocks that meet three times a week and a family evening, from tomorrow on, planned as far ahead as the organization says. */
export async function furnishStanding(tx: Tx, orgId: string, made: Furnished, timeZone: string, now: Date): Promise<void> {
  const stage = await openStage(tx, orgId, made, timeZone, now);
  await settle(stage);
  const people = await admitAll(stage);
  const { exchange, siteId, programId, staff, rooms, tracks, today } = stage;
  const startsOn = addDays(today, 1);
  const time = (weekday: WeeklyTime['weekday'], startsAtLocal: string, minutes: number, roomId: string, leader: string): WeeklyTime =>
    ({ weekday, startsAtLocal: startsAtLocal as LocalTime, minutes, breaks: minutes > 120 ? BREAKS : [], roomId, telehealthLink: '', facilitatorId: staff[leader] ?? null });
  const groups = [
    { name: 'Morning block', topic: 'Skills, relapse prevention, process', track: 'Morning', type: 'group', times: ([1, 3, 5] as const).map((day) => time(day, '09:00', 200, rooms[0], 'Dana')), credential: 'LCADC' },
    { name: 'Evening block', topic: 'For people who work by day', track: 'Evening', type: 'group', times: ([1, 2, 4] as const).map((day) => time(day, '17:30', 200, rooms[1], 'Imogen')), credential: '' },
    { name: 'Family evening', topic: 'With one person who matters', track: 'Evening', type: 'family', times: [time(3, '18:00', 90, rooms[0], 'Theo')], credential: '' },
  ] as const;
  for (const group of groups) {
    const body = {
      siteId, programId, sessionType: group.type, startsOn, endedOn: null, times: [...group.times], name: group.name, topic: group.topic, trackId: tracks[group.track], curriculumId: null,
      credentialRequired: group.credential, capacity: 10, minimum: 2, coFacilitatorIds: [],
    };
    const { seriesId } = must(await startGroup(exchange, { params: {}, query: {}, body }));
    for (const { participantId } of people.filter((person) => person.track === group.track)) {
      must(await enroll(exchange, { params: { seriesId }, query: {}, body: { participantId, startsOn, lastDay: null } }));
    }
  }
}

/** Sessions of the standing groups that have begun since Monday and that nobody recorded: everybody but one came, and what has ended is signed. */
export async function catchUp(ground: Ground): Promise<void> {
  const { tx, orgId, site, now } = ground;
  const monday = startOfDay(site.timeZone, weekOf(dateIn(site.timeZone, now)).starts);
  const sessions = await listSessions(tx, orgId, site.id, monday, now);
  for (const [index, session] of sessions.entries()) {
    if (session.isCanceled || session.seriesId === null || session.seriesEndsOn !== null || await hasBegun(tx, orgId, session.id)) continue;
    const seats = await listSeatsOn(tx, orgId, session.seriesId, session.firstPlannedOn);
    const present = seats.filter((_, seat) => (seat + index) % 7 !== 5).map((seat) => ({ participantId: seat.participantId }));
    const id = session.id as SessionId;
    for (const [seat, person] of present.entries()) await arrive(ground, id, person, addMinutes(session.start, -(seat % 6)));
    if (addMinutes(session.end, 8) <= now) await signAll(ground, { id, end: session.end }, present, index);
  }
}
