/** A furnished clinic with a supervisor's hands on its groups: how tests start one, look at it, and seat people. */
import { sql } from 'kysely';
import { furnishEverything } from './rows.ts';
import type { Where } from './rows.ts';
import { openHouse } from './house.ts';
import type { Ask, House, Organization, Reply } from './house.ts';

export type GroupStage = { house: House; clinic: Organization; where: Where; ask: Ask; facilitatorId: string };

/** `people` may exceed ten: those beyond have an episode and no seat. The clinic's own group meets Thursdays at 10:10. */
export async function openGroupStage(t: { after(work: () => Promise<void>): void }, people = 14): Promise<GroupStage> {
  const house = await openHouse(t);
  const clinic = await house.furnish('Larkfield House', people);
  const where = await furnishEverything(house, clinic, 'Larkfield');
  return { house, clinic, where, ask: await house.as(clinic, 'supervisor'), facilitatorId: clinic.staff.counselor.staffId };
}

/** Mondays at 09:00 for an hour in the second room, led by the counselor, from Monday Nov 23 on. */
export function mondayTime(stage: GroupStage, other: object = {}): Record<string, unknown> {
  return { weekday: 1, startsAtLocal: '09:00', minutes: 60, breaks: [], roomId: stage.where.roomId, telehealthLink: '', facilitatorId: stage.facilitatorId, ...other };
}

export function groupBody(stage: GroupStage, other: object = {}): Record<string, unknown> {
  const { clinic } = stage;
  return {
    siteId: clinic.siteId, programId: clinic.programId, sessionType: 'group', startsOn: '2026-11-23', endedOn: null, name: 'Coping skills', topic: '', trackId: null, curriculumId: null,
    credentialRequired: '', capacity: 10, minimum: 2, coFacilitatorIds: [], times: [mondayTime(stage)], ...other,
  };
}

export async function startGroup(stage: GroupStage, other: object = {}): Promise<string> {
  const reply = await stage.ask('POST', '/groups', groupBody(stage, other));
  if (reply.status !== 200) throw new Error(JSON.stringify(reply.body));
  return String((reply.body as { seriesId: string }).seriesId);
}

export async function enroll(stage: GroupStage, seriesId: string, person: number, other: object = {}): Promise<Reply> {
  return await stage.ask('POST', `/groups/${seriesId}/seats`, { participantId: stage.clinic.people[person]?.id, startsOn: '2026-11-23', lastDay: null, ...other });
}

export type SessionRow = { id: string; date: string; time: string; start: Date; roomId: string | null; withdrawn: boolean; canceled: boolean; module: string | null };

/** The sessions of a group in the order of their first planned time, withdrawn ones too. */
export async function sessionsOf({ house, clinic }: GroupStage, seriesId: string): Promise<SessionRow[]> {
  return await house.inOrganization(clinic.orgId, async (tx) => {
    const { rows } = await sql<SessionRow>`
      select s.id, s.first_planned_on as date, to_char(s.first_planned_at_local, 'HH24:MI') as time, s.planned_start_at as start, s.room_id as "roomId", s.withdrawn_at is not null as withdrawn,
             s.canceled_at is not null as canceled, m.title as module
        from sessions s left join curriculum_modules m on m.org_id = s.org_id and m.id = s.curriculum_module_id
       where s.org_id = ${clinic.orgId} and s.series_id = ${seriesId} order by s.first_planned_on, s.first_planned_at_local`.execute(tx);
    return rows;
  });
}

/** The dates of those that are planned. */
export const planned = (sessions: readonly SessionRow[]): string[] => sessions.filter((one) => !one.withdrawn).map((one) => one.date);
