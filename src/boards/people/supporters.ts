/** Who may come along: contacts of a person, each with the permission that stands or the last that was taken back. */
import { sql } from 'kysely';
import type { OutputOf } from '../../platform/contract.ts';
import type { Answer, Exchange } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import { hasRunOut, listContacts } from '../../modules/people/index.ts';
import type { SupporterPermission } from '../../modules/people/index.ts';
import { isVisible } from '../../modules/placements/index.ts';
import { listSites } from '../../modules/program/index.ts';
import { dateIn } from '../../values/civil-date.ts';
import type { CivilDate } from '../../values/civil-date.ts';
import { listEpisodes } from './placement-rows.ts';
import type { readSupporters as contract } from './supporters.contract.ts';

type Shown = OutputOf<typeof contract>['contacts'][number]['permission'];
type PermissionRow = SupporterPermission & { writtenBy: string };

async function listRows({ tx, actor }: Exchange, participantId: string): Promise<PermissionRow[]> {
  const { rows } = await sql<PermissionRow>`
    select p.id, p.contact_id as "contactId", p.session_types as "sessionTypes", p.given_on as "givenOn", p.given_how as "givenHow", p.detail, p.last_day as "lastDay", p.recorded_at as "recordedAt",
           p.ended_at as "endedAt", s.given_name || ' ' || s.family_name as "writtenBy"
      from supporter_permissions p join staff s on s.org_id = p.org_id and s.id = p.recorded_by
     where p.org_id = ${actor.orgId} and p.participant_id = ${participantId} order by p.recorded_at desc, p.id desc
  `.execute(tx);
  return rows;
}

async function countVisits({ tx, actor }: Exchange, participantId: string): Promise<Map<string, number>> {
  const { rows } = await sql<{ contactId: string; visits: number }>`
    select contact_id as "contactId", count(*)::integer as visits from supporter_visits
     where org_id = ${actor.orgId} and participant_id = ${participantId} and withdrawn_at is null group by contact_id
  `.execute(tx);
  return new Map(rows.map((row) => [row.contactId, row.visits]));
}

function toShown(row: PermissionRow | undefined, today: CivilDate, readsDetail: boolean): Shown {
  if (row === undefined) return null;
  return {
    permissionId: row.id, sessionTypes: row.sessionTypes, givenOn: row.givenOn, givenHow: row.givenHow, lastDay: row.lastDay, detail: readsDetail ? row.detail : null, writtenBy: row.writtenBy,
    endedAt: row.endedAt?.toISOString() ?? null, hasRunOut: hasRunOut(row, today),
  };
}

export const readSupporters: Answer<typeof contract> = async (exchange, { params: { participantId } }) => {
  const { tx, actor, now } = exchange;
  if (!await isVisible(tx, actor.orgId, participantId, actor, now)) return refuse('not-found');
  const [contacts, rows, visits, episodes, sites] = await Promise.all([
    listContacts(tx, actor.orgId, participantId), listRows(exchange, participantId), countVisits(exchange, participantId), listEpisodes(tx, actor, participantId, now), listSites(tx, actor.orgId),
  ]);
  const timeZone = episodes[0]?.site.timeZone ?? sites.find((site) => actor.placeIds.includes(site.id))?.timeZone ?? 'UTC';
  const today = dateIn(timeZone, now);
  const readsDetail = actor.permissions.has('supporter.permit') || actor.permissions.has('note.read');
  return { value: {
    asOf: now.toISOString(), today, timeZone, participantId,
    contacts: contacts.filter((one) => !one.hasEnded).map(({ id, kind, name, relation, telephone }) => {
      const own = rows.filter((row) => row.contactId === id);
      const standing = own.find((row) => row.endedAt === null);
      const last = standing === undefined ? own.toSorted((one, other) => (other.endedAt?.getTime() ?? 0) - (one.endedAt?.getTime() ?? 0))[0] : undefined;
      return { contactId: id, kind, name, relation, telephone, permission: toShown(standing, today, readsDetail), takenBack: toShown(last, today, readsDetail), visits: visits.get(id) ?? 0 };
    }),
  } };
};
