/** What the tests of tasks share: a clinic with a counselor for everybody and somebody on call. */
import { sql } from 'kysely';
import { newId } from '../../src/platform/ids.ts';
import { openHouse } from '../support/house.ts';
import type { Ask, House, Organization, Reply } from '../support/house.ts';
import type { Role } from '../../src/permissions.ts';

type After = { after(work: () => Promise<void>): void };
export type Stage = { house: House; clinic: Organization; person: string; as(role: Role): Promise<Ask>; staff(role: Role): string };

/** `counselor` and `onCall`: who has the ten people, and who is on call on Thursday 2026-11-19. */
export async function openStage(t: After, { counselor = 'counselor', onCall = 'supervisor', people = 2 }: { counselor?: Role | null; onCall?: Role | null; people?: number } = {}): Promise<Stage> {
  const house = await openHouse(t);
  const clinic = await house.furnish('Larkfield House', people);
  const staff = (role: Role): string => clinic.staff[role].staffId;
  const now = house.clock.now();
  await house.inOrganization(clinic.orgId, async (tx) => {
    for (const { episodeId } of counselor === null ? [] : clinic.people) {
      await sql`insert into episode_counselors (org_id, id, episode_id, staff_id, starts_on, recorded_at) values (${clinic.orgId}, ${newId(now)}, ${episodeId}, ${staff(counselor ?? 'counselor')}, '2026-11-01', ${now})`.execute(tx);
    }
    if (onCall !== null) await sql`insert into on_call_days (org_id, id, site_id, date, staff_id, recorded_at) values (${clinic.orgId}, ${newId(now)}, ${clinic.siteId}, '2026-11-19', ${staff(onCall)}, ${now})`.execute(tx);
  });
  return { house, clinic, person: clinic.people[0]?.id ?? '', as: (role) => house.as(clinic, role), staff };
}

export const DANGER = { concern: 'self', detail: '', sessionId: null, source: 'button' };

export async function mark(ask: Ask, person: string, more: object = {}): Promise<Reply> {
  return await ask('POST', `/people/${person}/danger`, { ...DANGER, ...more });
}

export type Shown = {
  id: string; version: number; kind: string; participantId: string; isMine: boolean; isOverdue: boolean; dueAt: string; session: { name: string } | null; detail: string; concern: string | null;
  owners: { staffId: string; because: string }[]; taken: { staffId: string } | null; closed: { staffId: string; endedAs: string; done: string } | null; reach: { telephone: string; contactBy: string };
};

export async function tasks(ask: Ask, siteId: string): Promise<{ open: Shown[]; closed: Shown[]; takers: { staffId: string }[] }> {
  const reply = await ask('GET', `/boards/tasks?siteId=${siteId}`);
  if (reply.status !== 200) throw new Error(JSON.stringify(reply.body));
  return reply.body;
}

export async function firstOpen(ask: Ask, siteId: string): Promise<Shown> {
  const [task] = (await tasks(ask, siteId)).open;
  if (task === undefined) throw new Error('no task is open');
  return task;
}
