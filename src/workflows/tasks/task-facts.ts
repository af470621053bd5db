/** Opening tasks about people: whose they are, and by when they are due (W17, W18). */
import { recordChange } from '../../platform/changes.ts';
import type { Exchange } from '../../platform/http.ts';
import { tell } from '../../platform/outbox.ts';
import { listSites, loadDayFigures } from '../../modules/program/index.ts';
import type { SessionFacts } from '../../modules/sessions/index.ts';
import { LOOK_AHEAD_DAYS, decideDangerOwners, decideFollowUpOwners, decideFollowing, insertTaskOwners, insertTasks, listHolidayDates, listNamedStaff, listOpenDanger, listOwners, loadCandidates, lockDanger, outreachDue, sameMark, todayDue } from '../../modules/tasks/index.ts';
import type { Candidates, NewTask, Owner } from '../../modules/tasks/index.ts';
import type { StaffId } from '../../modules/people/words.ts';
import type { Concern, OwnedBecause, TaskSource } from '../../modules/tasks/words.ts';
import { addDays, dateIn } from '../../values/civil-date.ts';
import { addMinutes } from '../../values/minutes.ts';

type Session = Pick<SessionFacts, 'id' | 'siteId'>;
type FollowUp = Pick<NewTask, 'kind' | 'source' | 'dueAt'>;

async function zoneOf({ tx, actor }: Exchange, siteId: string): Promise<string> {
  return (await listSites(tx, actor.orgId)).find((site) => site.id === siteId)?.timeZone ?? 'UTC';
}

const owned = ({ newId }: Exchange, owners: readonly Owner[]) => owners.map((owner) => ({ ...owner, id: newId() }));

/** One task for each of these people, the counselor's of today, else the on-call clinician's, else the directors'. */
async function openFollowUps(exchange: Exchange, { id: sessionId, siteId }: Session, day: string, people: readonly { participantId: string; detail: string }[], task: FollowUp): Promise<void> {
  const { tx, actor, now, newId } = exchange;
  const candidates = await loadCandidates(tx, actor.orgId, { siteId, day, participantIds: people.map((person) => person.participantId) });
  await insertTasks(tx, actor.orgId, people.map(({ participantId, detail }) => {
    const known = candidates.get(participantId);
    return { ...task, id: newId(), siteId, concern: null, detail, participantId, sessionId, owners: known === undefined ? [] : owned(exchange, decideFollowUpOwners(known)) };
  }), now, actor.id);
}

/** Opens an outreach task for each of these people who did not come to a session, due the next working day (W17). One that is open already stays. */
export async function openOutreachTasks(exchange: Exchange, session: Session, participantIds: readonly string[]): Promise<void> {
  if (participantIds.length === 0) return;
  const { tx, actor, now } = exchange;
  const zone = await zoneOf(exchange, session.siteId);
  const day = dateIn(zone, now);
  const figures = await loadDayFigures(tx, actor.orgId, session.siteId, day);
  const holidays = await listHolidayDates(tx, actor.orgId, session.siteId, day, addDays(day, LOOK_AHEAD_DAYS));
  const dueAt = outreachDue(zone, now, { days: figures['outreach-due-days'], holidays });
  await openFollowUps(exchange, session, day, participantIds.map((participantId) => ({ participantId, detail: '' })), { kind: 'outreach', source: 'absence', dueAt });
}

/** Opens a task for the counselor of each of these people whose craving rose, due before the day is over; the figure stands as its detail. */
export async function openCravingTasks(exchange: Exchange, session: Session, people: readonly { participantId: string; craving: number }[]): Promise<void> {
  if (people.length === 0) return;
  const zone = await zoneOf(exchange, session.siteId);
  const said = people.map(({ participantId, craving }) => ({ participantId, detail: String(craving) }));
  await openFollowUps(exchange, session, dateIn(zone, exchange.now), said, { kind: 'craving', source: 'craving', dueAt: todayDue(zone, exchange.now) });
}

export type Danger = { participantId: string; siteId: string; timeZone: string; sessionId: string | null; concern: Concern; detail: string; source: TaskSource };

/**
 * Opens a danger task for the counselor and whoever is on call, or answers the one that says the same already (W18). Ask with the person
 * locked, so that two who mark at once open one.
 */
export async function openDanger(exchange: Exchange, danger: Danger): Promise<{ taskId: string; opened: boolean }> {
  const { tx, actor, now, newId } = exchange;
  const { participantId, siteId, timeZone, ...said } = danger;
  const same = sameMark(await listOpenDanger(tx, actor.orgId, participantId, siteId), danger, now);
  if (same !== null) {
    // Somebody else saw it too: a fact of its own, and whoever is about to close the task is told that it changed.
    await recordChange(tx, { orgId: actor.orgId, by: actor.id, now }, {
      about: 'tasks', rowId: same, was: {}, became: { markedAgainAt: now.toISOString(), markedAgainDetail: danger.detail, markedAgainSource: danger.source },
    });
    return { taskId: same, opened: false };
  }
  const day = dateIn(timeZone, now);
  const figures = await loadDayFigures(tx, actor.orgId, siteId, day);
  const candidates = (await loadCandidates(tx, actor.orgId, { siteId, day, participantIds: [participantId] })).get(participantId);
  const id = newId();
  await insertTasks(tx, actor.orgId, [{
    ...said, id, siteId, participantId, kind: 'danger', dueAt: addMinutes(now, figures['danger-take-minutes']), owners: candidates === undefined ? [] : owned(exchange, decideDangerOwners(candidates)),
  }], now, actor.id);
  await tell(exchange, 'danger-marked', { taskId: id, participantId, siteId });
  return { taskId: id, opened: true };
}

export type Moved = { participantId: string; /** Where to, and the first day there. */ siteId: string; from: string };

/**
 * All danger about a person that is open anywhere goes along to another site: the counselor of the first day there and whoever is on call there now
 * have it too, with those who had it already (W18). Ask with the person locked; answers how many go along.
 */
export async function followDanger(exchange: Exchange, { participantId, siteId, from }: Moved): Promise<number> {
  const { tx, actor, now } = exchange;
  const standing = await lockDanger(tx, actor.orgId, participantId);
  if (standing.length === 0) return 0;
  const today = dateIn(await zoneOf(exchange, siteId), now);
  const [there, first] = [await candidateOn(exchange, participantId, siteId, today), await candidateOn(exchange, participantId, siteId, from > today ? from : today)];
  const candidates = { ...there, counselorId: first.counselorId, onCallId: there.onCallId ?? first.onCallId };
  for (const task of standing) {
    const owners = decideFollowing(candidates, { owners: task.ownerIds, isPassedOn: task.isPassedOn });
    await insertTaskOwners(tx, actor.orgId, owned(exchange, owners).map((owner) => ({ ...owner, taskId: task.id })), now, actor.id);
    await recordChange(tx, { orgId: actor.orgId, by: actor.id, now }, { about: 'tasks', rowId: task.id, was: { followedTo: null }, became: { followedTo: siteId } });
    if (owners.length > 0) await tell(exchange, 'danger-marked', { taskId: task.id, participantId, siteId });
  }
  return standing.length;
}

async function candidateOn({ tx, actor }: Exchange, participantId: string, siteId: string, day: string): Promise<Candidates> {
  const found = (await loadCandidates(tx, actor.orgId, { siteId, day, participantIds: [participantId] })).get(participantId);
  if (found === undefined) throw new Error('candidates of nobody');
  return found;
}

export type Told = { staffId: StaffId; name: string; credential: string; because: OwnedBecause; reads: boolean };

/** Whose these are by name, for a page that must say truthfully who has been told (W19). */
export async function namedOwners({ tx, actor }: Exchange, taskId: string): Promise<Told[]> {
  const owners = await listOwners(tx, actor.orgId, taskId);
  const named = new Map((await listNamedStaff(tx, actor.orgId, owners.map((owner) => owner.staffId))).map((one) => [one.id, one]));
  return owners.flatMap(({ staffId, because }) => {
    const one = named.get(staffId);
    return one === undefined ? [] : [{ staffId: staffId as StaffId, name: one.name, credential: one.credential, because, reads: one.reads }];
  });
}
