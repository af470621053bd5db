/** Danger as whoever may mark it sees it: since when, by whom, who has been told and who has taken it; never what it is about or what was done (W18). */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { OutputOf } from '../../platform/contract.ts';
import type { Tx } from '../../platform/database.ts';
import type { Answer } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import { displayNames } from '../../modules/people/index.ts';
import type { ParticipantId } from '../../modules/people/words.ts';
import { isVisible } from '../../modules/placements/index.ts';
import { findSite } from '../../modules/program/index.ts';
import { findDangerGround, listNamedStaff, siteOfPerson } from '../../modules/tasks/index.ts';
import type { OwnedBecause, TaskId } from '../../modules/tasks/words.ts';
import type { readDangerBoard as boardContract, readDangerStanding as contract } from './errands.contract.ts';

type Standing = OutputOf<typeof contract>['marks'][number];
type Row = {
  taskId: TaskId; participantId: ParticipantId; openedAt: Date; openedBy: string; takeBy: Date; takenAt: Date | null; takenBy: string; closedAt: Date | null; owners: { staffId: string; because: OwnedBecause }[];
  legalGivenName: string; legalFamilyName: string; chosenName: string | null;
};

/** How long it stays to be seen that a danger is closed. */
const CLOSED_HOURS = 24;

/** Danger that fits a condition on `t`, the newest first. */
async function listDanger(tx: Tx, where: RawBuilder<unknown>): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select t.id as "taskId", t.participant_id as "participantId", t.opened_at as "openedAt", coalesce(o.given_name || ' ' || o.family_name, '') as "openedBy", t.due_at as "takeBy", t.taken_at as "takenAt",
           coalesce(k.given_name || ' ' || k.family_name, '') as "takenBy", t.closed_at as "closedAt", p.legal_given_name as "legalGivenName", p.legal_family_name as "legalFamilyName", p.chosen_name as "chosenName",
           coalesce((select jsonb_agg(jsonb_build_object('staffId', w.staff_id, 'because', w.because) order by w.recorded_at, w.id) from task_owners w where w.org_id = t.org_id and w.task_id = t.id), '[]') as owners
      from tasks t
      join participants p on p.org_id = t.org_id and p.id = t.participant_id
      left join staff o on o.org_id = t.org_id and o.id = t.opened_by
      left join staff k on k.org_id = t.org_id and k.id = t.taken_by
     where t.kind = 'danger' and ${where}
     order by t.closed_at is null desc, t.opened_at desc, t.id
  `.execute(tx);
  return rows;
}

async function toStanding(tx: Tx, orgId: string, rows: readonly Row[], now: Date): Promise<Standing[]> {
  const able = new Map((await listNamedStaff(tx, orgId, [...new Set(rows.flatMap((row) => row.owners.map((owner) => owner.staffId)))])).filter((one) => one.reads).map((one) => [one.id, one.name]));
  return rows.map((row) => ({
    taskId: row.taskId, openedAt: row.openedAt.toISOString(), openedBy: row.openedBy, takeBy: row.takeBy.toISOString(), isOverdue: row.closedAt === null && row.takenAt === null && row.takeBy <= now,
    taken: row.takenAt === null ? null : { name: row.takenBy, at: row.takenAt.toISOString() },
    told: row.owners.flatMap(({ staffId, because }) => { const name = able.get(staffId); return name === undefined ? [] : [{ name, because }]; }),
    closedAt: row.closedAt?.toISOString() ?? null,
  }));
}

export const readDangerStanding: Answer<typeof contract> = async ({ tx, actor, now }, { params: { participantId }, query }) => {
  const ground = await findDangerGround(tx, actor.orgId, { participantId, sessionId: query.sessionId ?? null, siteIds: actor.placeIds });
  if (ground === null) return refuse('not-found');
  const seen = await isVisible(tx, actor.orgId, participantId, actor, now);
  if (!seen && !ground.inSession) return refuse('not-found');
  // Whoever sees the person sees it wherever it was marked; whoever only has them in a session, at their own sites.
  const rows = await listDanger(tx, sql`t.org_id = ${actor.orgId} and t.participant_id = ${participantId} and (${seen}::boolean or t.site_id = any(${[...actor.placeIds]}::uuid[]))
    and (t.closed_at is null or t.closed_at > ${now}::timestamptz - make_interval(hours => ${CLOSED_HOURS}))`);
  return { value: {
    participantId, asOf: now.toISOString(), site: { id: ground.siteId, name: ground.siteName, timeZone: ground.timeZone, telephone: ground.telephone },
    marks: await toStanding(tx, actor.orgId, rows, now),
  } };
};

export const readDangerBoard: Answer<typeof boardContract> = async ({ tx, actor, now }, { query }) => {
  const site = await findSite(tx, actor.orgId, query.siteId, actor.placeIds);
  if (site === null) return refuse('not-found');
  const rows = await listDanger(tx, sql`t.org_id = ${actor.orgId} and t.closed_at is null and (t.site_id = ${site.id} or ${siteOfPerson([site.id], now)} is not null)`);
  const names = displayNames([...new Map(rows.map((row) => [row.participantId, row])).values()]);
  const nameOf = new Map([...names].map(([row, shown]) => [row.participantId, shown]));
  const marks = await toStanding(tx, actor.orgId, rows, now);
  const { rows: [place] } = await sql<{ telephone: string }>`select telephone from sites where org_id = ${actor.orgId} and id = ${site.id}`.execute(tx);
  return { value: {
    asOf: now.toISOString(), site: { id: site.id, name: site.name, timeZone: site.timeZone, telephone: place?.telephone ?? '' },
    marks: rows.flatMap((row, index) => { const mark = marks[index]; return mark === undefined ? [] : [{ ...mark, participantId: row.participantId, displayName: nameOf.get(row.participantId) ?? '' }]; }),
  } };
};
