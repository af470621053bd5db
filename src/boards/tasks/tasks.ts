/** Tasks as a site sees them: danger first, each with whose it is and by when; and who would be told about one person. */
import { sql } from 'kysely';
import type { OutputOf } from '../../platform/contract.ts';
import type { Answer, Exchange } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import type { StaffId } from '../../modules/people/words.ts';
import { isVisible } from '../../modules/placements/index.ts';
import { findSite } from '../../modules/program/index.ts';
import { decideDangerOwners, findDangerGround, listNamedStaff, listTakers, loadCandidates, siteOfPerson } from '../../modules/tasks/index.ts';
import { dateIn } from '../../values/civil-date.ts';
import { isDangerAt, isMine, listTasks, showTasks } from './task-rows.ts';
import type { readDangerReaders as readersContract, readMyTasks as mineContract, readTasks as contract } from './tasks.contract.ts';

const CLOSED_DAYS = 7;
/** A week of closed tasks at a large site; older ones stand on the person's page. */
const MOST_CLOSED = 100;

export const readTasks: Answer<typeof contract> = async (exchange, { query }) => {
  const { tx, actor, now } = exchange;
  const site = await findSite(tx, actor.orgId, query.siteId, actor.placeIds);
  if (site === null) return refuse('not-found');
  const open = await listTasks(tx, sql`t.org_id = ${actor.orgId} and t.closed_at is null and (t.site_id = ${site.id} or ${isMine(actor.id)} or ${isDangerAt([site.id], now)}) order by t.kind = 'danger' desc, t.due_at, t.id`);
  const closed = await listTasks(tx, sql`t.org_id = ${actor.orgId} and t.closed_at > ${now}::timestamptz - make_interval(days => ${CLOSED_DAYS}) and (t.site_id = ${site.id} or ${isDangerAt([site.id], now)}) order by t.closed_at desc, t.id limit ${MOST_CLOSED}`);
  const shown = await showTasks(exchange, site.id, [...open, ...closed]);
  const takers = await listTakers(tx, actor.orgId, site.id, dateIn(site.timeZone, now));
  const { rows: [place] } = await sql<{ telephone: string }>`select telephone from sites where org_id = ${actor.orgId} and id = ${site.id}`.execute(tx);
  return { value: {
    asOf: now.toISOString(), site: { id: site.id, name: site.name, timeZone: site.timeZone, telephone: place?.telephone ?? '' },
    open: shown.slice(0, open.length), closed: shown.slice(open.length), takers: takers.map((one) => ({ staffId: one.id as StaffId, name: one.name })),
  } };
};

export const readMyTasks: Answer<typeof mineContract> = async ({ tx, actor, now }) => {
  const { rows } = await sql<{ danger: number; others: number; siteId: string | null }>`
    select (count(*) filter (where t.kind = 'danger'))::integer as danger, (count(*) filter (where t.kind <> 'danger'))::integer as others,
           (array_agg(t."siteId" order by t.due_at) filter (where t.kind = 'danger' and t."siteId" is not null))[1] as "siteId"
      from (
        select t.kind, t.due_at, ${isMine(actor.id)} as "isMine",
               case when t.kind <> 'danger' then null when t.site_id = any(${actor.placeIds}::uuid[]) then t.site_id else ${siteOfPerson(actor.placeIds, now)} end as "siteId"
          from tasks t where t.org_id = ${actor.orgId} and t.closed_at is null) t
     where t."isMine" or t."siteId" is not null
  `.execute(tx);
  return { value: rows[0] ?? { danger: 0, others: 0, siteId: null } };
};

async function listReaders({ tx, actor, now }: Exchange, participantId: string, site: { siteId: string; timeZone: string }): Promise<OutputOf<typeof readersContract>['readers']> {
  const candidates = (await loadCandidates(tx, actor.orgId, { siteId: site.siteId, day: dateIn(site.timeZone, now), participantIds: [participantId] })).get(participantId);
  const owners = candidates === undefined ? [] : decideDangerOwners(candidates);
  const named = new Map((await listNamedStaff(tx, actor.orgId, owners.map((owner) => owner.staffId))).map((one) => [one.id, one]));
  return owners.flatMap(({ staffId, because }) => {
    const one = named.get(staffId);
    return one === undefined ? [] : [{ staffId: staffId as StaffId, name: one.name, credential: one.credential, because, reads: one.reads }];
  });
}

export const readDangerReaders: Answer<typeof readersContract> = async (exchange, { params: { participantId }, query }) => {
  const { tx, actor, now } = exchange;
  const ground = await findDangerGround(tx, actor.orgId, { participantId, sessionId: query.sessionId ?? null, siteIds: actor.placeIds });
  if (ground === null || !(ground.inSession || await isVisible(tx, actor.orgId, participantId, actor, now))) return refuse('not-found');
  const day = dateIn(ground.timeZone, now);
  const { rows } = await sql`select 1 from on_call_days where org_id = ${actor.orgId} and site_id = ${ground.siteId} and date = ${day} and ended_at is null limit 1`.execute(tx);
  return { value: {
    participantId, asOf: now.toISOString(), site: { name: ground.siteName, timeZone: ground.timeZone, telephone: ground.telephone }, isAnybodyOnCall: rows.length > 0,
    readers: await listReaders(exchange, participantId, ground),
  } };
};
