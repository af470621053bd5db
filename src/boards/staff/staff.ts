/** Everybody who works or has worked here: roles, sites, credentials with their state of today, and groups led. */
import { sql } from 'kysely';
import type { Role } from '../../permissions.ts';
import { versionsOf } from '../../platform/changes.ts';
import type { OutputOf } from '../../platform/contract.ts';
import type { Answer, Exchange } from '../../platform/http.ts';
import { listAllStaff, listCredentialsOf, stateOfCredential } from '../../modules/people/index.ts';
import type { Employed, StaffCredential } from '../../modules/people/index.ts';
import type { StaffId } from '../../modules/people/words.ts';
import { listStints } from '../../modules/program/index.ts';
import { listLedGroups } from '../../modules/schedules/index.ts';
import { addDays, dateIn } from '../../values/civil-date.ts';
import type { CivilDate } from '../../values/civil-date.ts';
import type { readStaff as contract } from './staff.contract.ts';

type Board = OutputOf<typeof contract>;

/** Sites that have not ended, the asker's own first: today is what the calendar says at the first of them. */
async function listSites({ tx, actor }: Exchange): Promise<{ id: string; name: string; timeZone: string }[]> {
  const { rows } = await sql<{ id: string; name: string; timeZone: string }>`
    select id, name, time_zone as "timeZone" from sites where org_id = ${actor.orgId} and ended_at is null order by id = any(${[...actor.placeIds]}::uuid[]) desc, name
  `.execute(tx);
  return rows;
}

type Access = { staffId: string; accountSince: Date | null; codeOpenUntil: Date | null };

/** Who has an account, and for whom a code is open; both stand in local tables, so the organization is asked for by name. */
async function listAccess({ tx, actor, now }: Exchange, ids: readonly string[]): Promise<Map<string, Access>> {
  const { rows } = await sql<Access>`
    select i.id as "staffId", (select min(o.joined_at) from account_organizations o where o.org_id = ${actor.orgId} and o.actor_id = i.id) as "accountSince",
           (select max(c.expires_at) from handed_codes c
             where c.org_id = ${actor.orgId} and c.kind = 'account' and c.actor_id = i.id and c.used_at is null and c.withdrawn_at is null and c.expires_at > ${now}) as "codeOpenUntil"
      from unnest(${[...ids]}::uuid[]) as i (id)
  `.execute(tx);
  return new Map(rows.map((row) => [row.staffId, row]));
}

function toCredential({ staffId: _, ...one }: StaffCredential, today: string): Board['staff'][number]['credentials'][number] {
  return { ...one, validFrom: one.validFrom as CivilDate, expiresOn: one.expiresOn as CivilDate | null, state: stateOfCredential(one, today) };
}

function toColleague(one: Employed, now: Date): Omit<Board['staff'][number], 'version' | 'siteIds' | 'credentials' | 'leads' | 'accountSince' | 'codeOpenUntil'> {
  const { endedAt, id, roles, startedOn, endedOn, ...called } = one;
  return {
    ...called, id: id as StaffId, roles: roles as Role[], startedOn: startedOn as CivilDate, endedOn: endedOn as CivilDate | null,
    hasEnded: endedAt !== null && endedAt.getTime() <= now.getTime(),
  };
}

export const readStaff: Answer<typeof contract> = async (exchange) => {
  const { tx, actor, now } = exchange;
  const sites = await listSites(exchange);
  const today = dateIn(sites[0]?.timeZone ?? 'UTC', now);
  const staff = await listAllStaff(tx, actor.orgId);
  const ids = staff.map((one) => one.id);
  const [stints, credentials, groups, versions, access] = await Promise.all([
    listStints(tx, actor.orgId, ids), listCredentialsOf(tx, actor.orgId, ids), listLedGroups(tx, actor.orgId, ids, addDays(today, -1)), versionsOf(tx, actor.orgId, ids), listAccess(exchange, ids),
  ]);
  const open = new Set(sites.map((site) => site.id));
  const board: Board = {
    today, sites: sites.map(({ id, name }) => ({ id, name })),
    staff: staff.map((one) => ({
      ...toColleague(one, now), version: versions.get(one.id) ?? 0, accountSince: access.get(one.id)?.accountSince?.toISOString() ?? null, codeOpenUntil: access.get(one.id)?.codeOpenUntil?.toISOString() ?? null,
      siteIds: stints.filter((stint) => stint.staffId === one.id && open.has(stint.siteId) && (stint.endedOn === null || stint.endedOn >= today)).map((stint) => stint.siteId),
      credentials: credentials.filter((credential) => credential.staffId === one.id).map((credential) => toCredential(credential, today)),
      leads: groups.filter((group) => group.staffId === one.id).map(({ seriesId, name }) => ({ seriesId, name })),
    })),
  };
  return { value: board };
};
