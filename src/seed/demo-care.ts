/** What stands around the demo's groups: counselors and plans, who co-signs, an individual hour, and one danger task that somebody has. By the program's own acts. */
import { FIRST_MAPPING } from '../permissions.ts';
import type { Role } from '../permissions.ts';
import type { Tx } from '../platform/database.ts';
import type { Exchange } from '../platform/http.ts';
import { newId } from '../platform/ids.ts';
import { isRefused } from '../platform/outcome.ts';
import { findDetails, listStaff } from '../modules/people/index.ts';
import type { ParticipantId, StaffId } from '../modules/people/words.ts';
import { addGoal, addIntervention, addObjective, changeObjective, contentOf, fingerprintOf, listWholeGoals, recordReview } from '../modules/plans/index.ts';
import type { ObjectiveId, PlanAgreement } from '../modules/plans/words.ts';
import { listOpenEpisodes, setCounselor } from '../modules/placements/index.ts';
import type { OpenEpisode } from '../modules/placements/index.ts';
import type { Site } from '../modules/program/index.ts';
import { takeTask } from '../modules/tasks/index.ts';
import { addDays, dateIn } from '../values/civil-date.ts';
import type { CivilDate, LocalTime } from '../values/civil-date.ts';
import { addMinutes } from '../values/minutes.ts';
import { addSession } from '../workflows/sessions/add-session.ts';
import { markDanger } from '../workflows/tasks/mark-danger.ts';
import { setSupervisor } from '../workflows/notes/set-supervisor.ts';
import { changePerson } from '../workflows/people/change-person.ts';
import { signPlan } from '../workflows/people/sign-plan.ts';
import { must } from './demo-acts.ts';
import { goalOf } from './demo-goals.ts';
import type { DemoGoal } from './demo-goals.ts';

type Stage = { tx: Tx; orgId: string; site: Site; now: Date; today: CivilDate; staff: Readonly<Record<string, { id: string; familyName: string; credential: string }>> };

function as({ tx, orgId, site, staff, now }: Stage, givenName: string, role: Role, minutesAgo = 0): Exchange {
  const one = staff[givenName];
  if (one === undefined) throw new Error(`nobody called ${givenName} works in the demo`);
  const moment = addMinutes(now, -minutesAgo);
  return {
    tx, now: moment, newId: <Id extends string>() => newId(moment) as Id,
    actor: { orgId, id: one.id, signInId: 'seed', roles: [role], permissions: new Set(FIRST_MAPPING[role]), placeIds: [site.id], signature: { name: `${givenName} ${one.familyName}`, credential: one.credential } },
  };
}

/** Everybody but the two newest has a plan; one review is overdue, so that the board has something to say. */
async function plan(stage: Stage, episode: OpenEpisode, index: number): Promise<void> {
  const dana = as(stage, 'Dana', 'counselor');
  const said = goalOf(index);
  if (said === undefined) return;
  const objectives = await writePlan(stage, dana, episode, said);
  const reviewedOn = addDays(stage.today, -(index % 5) - 1);
  const nextOn = addDays(stage.today, index === 3 ? 1 : 20 + index);
  // Somebody admitted yesterday has nothing to look back on.
  const reviewed = await recordReview(dana, { params: { episodeId: episode.id }, query: {}, body: { reviewedOn, nextOn } });
  if (isRefused(reviewed) && reviewed.refused !== 'review-outside-episode') must(reviewed);
  if (index < 2) await sign(stage, dana, episode, { agreement: 'agrees', agreementWords: index === 0 ? 'That is what I said, yes.' : '' });
  if (index === 2) await signUnderSupervision(stage, dana, episode);
  const [first] = objectives;
  if (index === 1 && first !== undefined) {
    const body = { version: 0, text: `${said.objectives[0].text}, one of them with a stranger`, targetOn: addDays(stage.today, 12) };
    must(await changeObjective(dana, { params: { objectiveId: first }, query: {}, body }));
  }
}

async function writePlan(stage: Stage, dana: Exchange, episode: OpenEpisode, said: DemoGoal): Promise<ObjectiveId[]> {
  const { goalId } = must(await addGoal(dana, { params: { episodeId: episode.id }, query: {}, body: { problem: said.problem, ownWords: said.ownWords } }));
  const objectives: ObjectiveId[] = [];
  for (const { text, inDays } of said.objectives) {
    const targetOn = inDays === null ? null : addDays(stage.today, inDays);
    objectives.push(must(await addObjective(dana, { params: { goalId }, query: {}, body: { text, targetOn } })).objectiveId);
  }
  for (const { text, frequency, by } of said.interventions) {
    const staffId = by === null ? null : (stage.staff[by]?.id ?? '') as StaffId;
    must(await addIntervention(dana, { params: { goalId }, query: {}, body: { text, frequency, staffId } }));
  }
  return objectives;
}

async function sign({ tx, orgId, today }: Stage, signer: Exchange, episode: OpenEpisode, said: { agreement: PlanAgreement; agreementWords: string }): Promise<void> {
  const version = fingerprintOf(contentOf(await listWholeGoals(tx, orgId, [episode.id])));
  must(await signPlan(signer, { params: { episodeId: episode.id }, query: {}, body: { version, nextReviewOn: addDays(today, 30), ...said } }));
}

/** One plan waits for a co-signature; what is signed later does not, as before. */
async function signUnderSupervision(stage: Stage, dana: Exchange, episode: OpenEpisode): Promise<void> {
  const [staffId, supervisorId] = [stage.staff['Dana']?.id ?? '', stage.staff['Imogen']?.id ?? ''] as [StaffId, StaffId];
  const supervise = async (version: number, by: StaffId | null): Promise<void> => {
    must(await setSupervisor(as(stage, 'Marisol', 'administrator'), { params: { staffId }, query: {}, body: { version, supervisorId: by, from: stage.today } }));
  };
  await supervise(0, supervisorId);
  await sign(stage, dana, episode, { agreement: 'agrees-in-part', agreementWords: 'The bedtime is early, but I will try.' });
  await supervise(1, null);
}

/** An individual hour tomorrow and the day after for those who have none; a holiday or a taken hour is left out. */
async function planIndividual(stage: Stage, people: readonly OpenEpisode[]): Promise<void> {
  const dana = as(stage, 'Dana', 'counselor');
  for (const [index, one] of people.entries()) {
    await addSession(dana, {
      params: { siteId: stage.site.id }, query: {},
      body: {
        sessionType: 'individual', name: 'Individual hour', programId: one.programId, date: addDays(stage.today, 1 + (index % 2)), startsAtLocal: `${String(13 + Math.floor(index / 2))}:00` as LocalTime,
        minutes: 50, breaks: [], roomId: null, telehealthLink: 'https://video.example/dana', facilitatorId: stage.staff['Dana']?.id ?? null, capacity: 1, participantIds: [one.participantId as ParticipantId],
      },
    });
  }
}

/** A number for everybody but the last: nobody asked that one yet, and the pages say so. */
async function writeNumbers(stage: Stage, people: readonly OpenEpisode[]): Promise<void> {
  const ruth = as(stage, 'Ruth', 'front-desk');
  for (const [index, { participantId }] of people.slice(0, -1).entries()) {
    const details = await findDetails(stage.tx, stage.orgId, participantId);
    if (details === null) continue;
    const body = { ...details, version: 0, telephone: `555-01${String(20 + index)}`, mayLeaveMessage: index % 3 === 0 };
    must(await changePerson(ruth, { params: { participantId: participantId as ParticipantId }, query: {}, body }));
  }
}

/** Once, after the people and their groups are there. */
export async function furnishCare(tx: Tx, orgId: string, site: Site, now: Date): Promise<void> {
  const colleagues = await listStaff(tx, orgId);
  const today = dateIn(site.timeZone, now);
  const stage: Stage = { tx, orgId, site, now, today, staff: Object.fromEntries(colleagues.map((one) => [one.givenName, one])) };
  const open = await listOpenEpisodes(tx, orgId, site.id, today);
  const own = open.filter((episode) => episode.trackId === null);
  for (const episode of own) {
    must(await setCounselor(as(stage, 'Imogen', 'director'), { params: { episodeId: episode.id }, query: {}, body: { version: 0, counselorId: stage.staff['Dana']?.id ?? '', from: today } }));
  }
  await writeNumbers(stage, open);
  for (const [index, episode] of open.slice(0, -2).entries()) await plan(stage, episode, index);
  must(await setSupervisor(as(stage, 'Marisol', 'administrator'), {
    params: { staffId: (stage.staff['Theo']?.id ?? '') as StaffId }, query: {}, body: { version: 0, supervisorId: (stage.staff['Imogen']?.id ?? '') as StaffId, from: today },
  }));
  await planIndividual(stage, own.slice(0, 4));
  const [person] = own;
  if (person === undefined) return;
  const marked = must(await markDanger(as(stage, 'Theo', 'facilitator', 12), {
    params: { participantId: person.participantId as ParticipantId }, query: {}, body: { concern: 'self', detail: '', sessionId: null, source: 'button' },
  }));
  must(await takeTask(as(stage, 'Dana', 'counselor', 9), { params: { taskId: marked.taskId }, query: {}, body: { version: 0, takes: true } }));
}
