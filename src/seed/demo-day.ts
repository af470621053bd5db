/** The demo's sessions: earlier this week held and signed; today one that waits for its notes, one that has begun, one to come. Made by the program's own acts. */
import { FIRST_MAPPING } from '../permissions.ts';
import type { Actor } from '../platform/actor.ts';
import type { Tx } from '../platform/database.ts';
import type { Exchange } from '../platform/http.ts';
import { newId } from '../platform/ids.ts';
import { isRefused } from '../platform/outcome.ts';
import type { Outcome } from '../platform/outcome.ts';
import { listStaff } from '../modules/people/index.ts';
import type { ParticipantId } from '../modules/people/words.ts';
import { listOpenEpisodes } from '../modules/placements/index.ts';
import type { OpenEpisode } from '../modules/placements/index.ts';
import { listRooms, listSites } from '../modules/program/index.ts';
import type { Site } from '../modules/program/index.ts';
import { insertEnrollments, insertSeries, insertWeeklyTime } from '../modules/schedules/index.ts';
import { hasSessions, insertSessions } from '../modules/sessions/index.ts';
import type { SessionId } from '../modules/sessions/words.ts';
import type { Chip, SharedPart } from '../modules/notes/words.ts';
import { addDays, dateIn, instantOf, startOfDay, weekOf, weekdayOf } from '../values/civil-date.ts';
import type { CivilDate, LocalTime } from '../values/civil-date.ts';
import { addMinutes } from '../values/minutes.ts';
import { savePersonDraft, saveSharedDraft } from '../workflows/save-draft.ts';
import { signGroupNote } from '../workflows/sign-group-note.ts';
import { stampArrival } from '../workflows/stamp-arrival.ts';
import { stampLeaving } from '../workflows/stamp-leaving.ts';
import { SENTENCES } from './demo-people.ts';

type Ground = { tx: Tx; orgId: string; site: Site; roomId: string | null; actor: Actor; episodes: readonly OpenEpisode[]; now: Date };
type Plan = { name: string; date: CivilDate; time: LocalTime; minutes: number; breaks: { startMinute: number; minutes: number }[] };

/** Days of the week on which the demo's block meets before today: Monday, Wednesday, Friday. */
const BLOCK_DAYS = [0, 2, 4] as const;
const GROUP_MINUTES = 60;
const ENDED_MINUTES_AGO = 15;

const SHARED: SharedPart = {
  topic: 'Relapse prevention 4: high-risk situations', interventions: ['taught-skill', 'role-play', 'open-discussion'],
  happened: 'The group mapped last week’s hardest hour and marked where a choice was still open. Pairs then rehearsed one refusal aloud and swapped roles.',
  practice: 'Write down one risky hour before it comes, and who you will call.',
};

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
}

function isFurnished({ tx, orgId, site }: Ground, date: CivilDate): Promise<boolean> {
  return hasSessions(tx, orgId, site.id, startOfDay(site.timeZone, date), startOfDay(site.timeZone, addDays(date, 1)));
}

async function findGround(tx: Tx, orgId: string, now: Date): Promise<Ground> {
  const [site] = await listSites(tx, orgId);
  const staff = await listStaff(tx, orgId);
  const facilitator = staff.find((one) => one.roles.includes('facilitator'));
  if (site === undefined || facilitator === undefined) throw new Error('the demo has no site or no facilitator');
  const [room] = await listRooms(tx, orgId, site.id);
  const actor: Actor = {
    orgId, id: facilitator.id, signInId: 'seed', roles: ['facilitator'], permissions: new Set(FIRST_MAPPING.facilitator), placeIds: [site.id],
    signature: { name: `${facilitator.givenName} ${facilitator.familyName}`, credential: facilitator.credential },
  };
  const episodes = await listOpenEpisodes(tx, orgId, site.id, dateIn(site.timeZone, now));
  return { tx, orgId, site, roomId: room?.id ?? null, actor, episodes, now };
}

function at(ground: Ground, moment: Date): Exchange {
  return { tx: ground.tx, actor: ground.actor, now: moment, newId: <Id extends string>() => newId(moment) as Id };
}

/** A refusal here means that the seed asks for what the program forbids. */
function must<Value>(outcome: Outcome<Value, string>): Value {
  if (isRefused(outcome)) throw new Error(`the demo was refused: ${outcome.refused} ${JSON.stringify(outcome.facts ?? {})}`);
  return outcome.value;
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

async function arrive(ground: Ground, sessionId: SessionId, episode: OpenEpisode, moment: Date): Promise<void> {
  must(await stampArrival(at(ground, moment), { params: { sessionId, participantId: episode.participantId as ParticipantId }, query: {}, body: {} }));
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

async function signAll(ground: Ground, session: { id: SessionId; end: Date }, present: readonly OpenEpisode[], offset: number): Promise<void> {
  const after = at(ground, addMinutes(session.end, 8));
  const shared = must(await saveSharedDraft(after, { params: { sessionId: session.id }, query: {}, body: { version: 0, part: SHARED } }));
  const people = [];
  for (const [index, episode] of present.entries()) {
    const participantId = episode.participantId as ParticipantId;
    const chips: Chip[] = index % 3 === 0 ? ['took-part', 'shared'] : ['took-part', 'listened'];
    const part = { chips, ownSentence: SENTENCES[(index * 3 + offset) % SENTENCES.length] ?? '', craving: index % 4 === 0 ? 3 : null, practice: '' };
    const draft = must(await savePersonDraft(after, { params: { sessionId: session.id, participantId }, query: {}, body: { version: 0, part } }));
    people.push({ participantId, version: draft.version });
  }
  must(await signGroupNote(after, { params: { sessionId: session.id }, query: {}, body: { sharedVersion: shared.version, people } }));
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
