/** Tasks about one person: what is open first, then what was closed, page by page. */
import { sql } from 'kysely';
import type { Answer } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import { isVisible } from '../../modules/placements/index.ts';
import type { StaffId } from '../../modules/people/words.ts';
import { findDangerGround, listTakers } from '../../modules/tasks/index.ts';
import { dateIn } from '../../values/civil-date.ts';
import type { readPersonTasks as contract } from './errands.contract.ts';
import { isMine, listTasks, showTasks } from './task-rows.ts';

const CLOSED_AT_ONCE = 20;

export const readPersonTasks: Answer<typeof contract> = async (exchange, { params: { participantId }, query: { closedBefore, beforeId } }) => {
  const { tx, actor, now } = exchange;
  const place = await findDangerGround(tx, actor.orgId, { participantId, sessionId: null, siteIds: actor.placeIds });
  if (place === null || !await isVisible(tx, actor.orgId, participantId, actor, now)) return refuse('not-found');
  // Danger stands with the person, wherever it was marked (W18).
  const seen = sql`t.org_id = ${actor.orgId} and t.participant_id = ${participantId} and (t.kind = 'danger' or t.site_id = any(${[...actor.placeIds]}::uuid[]) or ${isMine(actor.id)})`;
  const after = sql`${closedBefore === undefined ? sql`true` : sql`(t.closed_at, t.id) < (${closedBefore}::timestamptz, ${beforeId}::uuid)`} and t.closed_at is not null`;
  const open = await listTasks(tx, sql`${seen} and t.closed_at is null order by t.kind = 'danger' desc, t.due_at, t.id`);
  const closed = await listTasks(tx, sql`${seen} and ${after} order by t.closed_at desc, t.id desc limit ${CLOSED_AT_ONCE}`);
  const { rows: [all] } = await sql<{ count: number }>`select count(*)::integer as count from tasks t where ${seen} and ${after}`.execute(tx);
  const shown = await showTasks(exchange, place.siteId, [...open, ...closed]);
  const last = closed.at(-1);
  const older = (all?.count ?? 0) - closed.length;
  const takers = await listTakers(tx, actor.orgId, place.siteId, dateIn(place.timeZone, now));
  return { value: {
    participantId, asOf: now.toISOString(), site: { id: place.siteId, name: place.siteName, timeZone: place.timeZone, telephone: place.telephone },
    open: shown.slice(0, open.length), closed: shown.slice(open.length), older,
    next: older === 0 || last === undefined || last.closedAt === null ? null : { closedBefore: last.closedAt.toISOString(), beforeId: last.id },
    takers: takers.map((one) => ({ staffId: one.id as StaffId, name: one.name })),
  } };
};
