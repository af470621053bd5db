/** The demo's sessions: earlier this week held and signed; today one that waits for its notes, one that has begun, one to come. Made by the program's own acts. */
import { FIRST_MAPPING } from '../permissions.ts';
import type { Actor } from '../platform/actor.ts';
import type { Tx } from '../platform/database.ts';
import { newId } from '../platform/ids.ts';
import { listStaff } from '../modules/people/index.ts';
import type { ParticipantId } from '../modules/people/words.ts';
import { listOpenEpisodes } from '../modules/placements/index.ts';
import { listRooms, listSites } from '../modules/program/index.ts';
import { insertEnrollments, insertSeries, insertWeeklyTime } from '../modules/schedules/index.ts';
import { insertSessions, listSessions } from '../modules/sessions/index.ts';
import type { SessionId } from '../modules/sessions/words.ts';
import { addDays, dateIn, instantOf, startOfDay, weekOf, weekdayOf } from '../values/civil-date.ts';
import type { CivilDate, LocalTime } from '../values/civil-date.ts';
import { addMinutes } from '../values/minutes.ts';
import { stampLeaving } from '../workflows/check-in/stamp-leaving.ts';
import { arrive, at, must, signAll } from './demo-acts.ts';
import type { Ground } from './demo-acts.ts';
import { catchUp } from './demo-standing.ts';

type Plan = { name: string; date: CivilDate; time: LocalTime; minutes: number; breaks: { startMinute: number; minutes: number }[] };

/** Days of the week on which the demo's block meets before today: Monday, Wednesday, Friday. */
const BLOCK_DAYS = [0, 2, 4] as const;
const GROUP_MINUTES = 60;
const ENDED_MINUTES_AGO = 15;

/** Adds what is missing for today; a second call on the same day adds nothing. */
export async function furnishDay(tx: Tx, orgId: string, now: Date): Promise<void> {
  const ground = await findGround(tx, orgId, now);
  const today = dateIn(ground.site.timeZone, now);
  for (const offset of BLOCK_DAYS) {
    const date = addDays(weekOf(today).starts, offset);
    const block = { name: 'Morning block', date, time: '09:00' as LocalTime, minutes: 180, breaks: [{ startMinute: 50, minutes: 10 }, { startMinute: 110, minutes: 10 }] };
    if (date < today && !(await isFurnished(ground, date))) await holdBlock(ground, block, offset);
  }
  if (!(await isFurnished(ground, today))) await openDay(ground, today);
  await catchUp(ground);
}

/** Whether the day has its own sessions already; those of the standing groups are another matter. */
async function isFurnished({ tx, orgId, site }: Ground, date: CivilDate): Promise<boolean> {
  const sessions = await listSessions(tx, orgId, site.id, startOfDay(site.timeZone, date), startOfDay(site.timeZone, addDays(date, 1)));
  return sessions.some((session) => session.seriesEndsOn === date);
}

async function findGround(tx: Tx, orgId: string, now: Date): Promise<Ground> {
  const [site] = await listSites(tx, orgId);
  const staff = await listStaff(tx, orgId);
  const facilitator = staff.find((one) => one.roles.includes('facilitator'));
  if (site === undefined || facilitator === undefined) throw new Error('the demo has no site or no facilitator');
  const [room] = await listRooms(tx, orgId, site.id); // Alder: the standing groups meet in the others.
  const actor: Actor = {
    orgId, id: facilitator.id, signInId: 'seed', roles: ['facilitator'], permissions: new Set(FIRST_MAPPING.facilitator), placeIds: [site.id],
    signature: { name: `${facilitator.givenName} ${facilitator.familyName}`, credential: facilitator.credential },
  };
  // Whoever is on a track belongs to the standing groups.
  const episodes = (await listOpenEpisodes(tx, orgId, site.id, dateIn(site.timeZone, now))).filter((episode) => episode.trackId === null);
  return { tx, orgId, site, roomId: room?.id ?? null, actor, episodes, now };
}

/** A group of its own with everybody seated, and its one session; null in a demo without people. */
async function planSession(ground: Ground, plan: Plan): Promise<{ id: SessionId; start: Date; end: Date } | null> {
  const { tx, orgId, site, now } = ground;
  const [episode] = ground.episodes;
  if (episode === undefined) return null;
  const seriesId = newId(now);
  const start = instantOf(site.timeZone, plan.date, plan.time);
  const session = {
    id: newId(now), seriesId, sessionType: 'group', name: plan.name, firstPlannedOn: plan.date, firstPlannedAtLocal: plan.time, siteId: site.id, programId: episode.programId,
    roomId: ground.roomId, facilitatorId: ground.actor.id, plannedStartAt: start, plannedEndAt: addMinutes(start, plan.minutes), breaks: plan.breaks, capacity: 10,
  };
  // For its one day only: the next day furnishes its own.
  const days = { startsOn: plan.date, endedOn: plan.date };
  await insertSeries(tx, orgId, {
    id: seriesId, programId: episode.programId, siteId: site.id, trackId: null, name: plan.name, topic: '', sessionType: 'group', curriculumId: null, credentialRequired: '', capacity: 10, minimum: 2, ...days,
  }, now, null);
  await insertWeeklyTime(tx, orgId, {
    id: newId(now), seriesId, weekday: weekdayOf(plan.date), startsAtLocal: plan.time, minutes: plan.minutes, breaks: plan.breaks, roomId: ground.roomId, telehealthLink: '', facilitatorId: ground.actor.id, ...days,
  }, now, null);
  await insertSessions(tx, orgId, [session], now, null);
  const seats = ground.episodes.slice(0, 10).map((one, index) => ({ id: newId(now), seriesId, episodeId: one.id, participantId: one.participantId, seatNo: index + 1, startsOn: plan.date }));
  await insertEnrollments(tx, orgId, seats, now, null);
  return { id: session.id as SessionId, start, end: session.plannedEndAt };
}

/** A block earlier this week: somebody missed it, one came late, one left early; all who came have a signed note. */
async function holdBlock(ground: Ground, plan: Plan, offset: number): Promise<void> {
  const session = await planSession(ground, plan);
  if (session === null) return;
  const present = ground.episodes.slice(0, 10).filter((_, index) => (index + offset) % 9 !== 4);
  for (const [index, episode] of present.entries()) await arrive(ground, session.id, episode, addMinutes(session.start, index === 2 ? 22 : -index));
  const leaver = present[(5 + offset) % present.length];
  if (leaver !== undefined) {
    const where = { sessionId: session.id, participantId: leaver.participantId as ParticipantId };
    must(await stampLeaving(at(ground, addMinutes(session.start, 140)), { params: where, query: {}, body: {} }));
  }
  await signAll(ground, session, present, offset);
}

/** One of today's groups: when it starts, seen from now, and for each seat after how many minutes its person came (null: not). */
type TodaysGroup = { name: string; startsIn: number; arrivals: readonly (number | null)[] };

const TODAY: readonly TodaysGroup[] = [
  // Just ended: eight came on time, one late, one not at all; nothing is written yet.
  { name: 'Relapse prevention', startsIn: -ENDED_MINUTES_AGO - GROUP_MINUTES, arrivals: [-9, -8, -7, 12, -5, -4, -3, -2, null, -1] },
  // Just begun: two are still missing.
  { name: 'Coping skills', startsIn: -10, arrivals: [-6, -5, null, -4, -3, -3, null, -2, 4, -1] },
  { name: 'Families and friends', startsIn: 75, arrivals: [] },
];

async function openDay(ground: Ground, today: CivilDate): Promise<void> {
  const fiveMinutes = 5 * 60_000;
  for (const group of TODAY) {
    const start = new Date(Math.floor(addMinutes(ground.now, group.startsIn).getTime() / fiveMinutes) * fiveMinutes);
    const time = new Intl.DateTimeFormat('en-GB', { timeZone: ground.site.timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(start) as LocalTime;
    const session = await planSession(ground, { name: group.name, date: today, time, minutes: GROUP_MINUTES, breaks: [] });
    if (session === null) return;
    for (const [index, episode] of ground.episodes.slice(0, 10).entries()) {
      const after = group.arrivals[index];
      if (after !== null && after !== undefined) await arrive(ground, session.id, episode, addMinutes(session.start, after));
    }
  }
}
