/** What writing down or ending a permission to attend must know: the contact, the permissions there are, and which day it is for the person. */
import { sql } from 'kysely';
import { recordChange } from '../../platform/changes.ts';
import type { Exchange } from '../../platform/http.ts';
import { endPermissionRow, hasRunOut, listContacts, listPermissions } from '../../modules/people/index.ts';
import type { Contact, SupporterPermission } from '../../modules/people/index.ts';
import { dateIn } from '../../values/civil-date.ts';
import type { CivilDate } from '../../values/civil-date.ts';
import { holdPerson } from './list-facts.ts';

type PermissionFacts = { contact: Contact; permissions: SupporterPermission[]; today: CivilDate };

/** The day at the asker's site where the person was placed last, else at any of the asker's. */
async function todayOf({ tx, actor, now }: Exchange, participantId: string): Promise<CivilDate> {
  const { rows } = await sql<{ timeZone: string }>`
    select s.time_zone as "timeZone" from sites s
      left join episodes e on e.org_id = s.org_id and e.site_id = s.id and e.participant_id = ${participantId}
     where s.org_id = ${actor.orgId} and s.id = any(${[...actor.placeIds]}::uuid[]) order by e.admitted_on desc nulls last, s.id limit 1
  `.execute(tx);
  return dateIn(rows[0]?.timeZone ?? 'UTC', now);
}

/** With the person held until the end: a visit that is written down at the same moment comes before or after. Null when there is no such contact to see. */
export async function loadPermissions(exchange: Exchange, participantId: string, contactId: string): Promise<PermissionFacts | null> {
  const { tx, actor } = exchange;
  if (!await holdPerson(exchange, participantId)) return null;
  const contact = (await listContacts(tx, actor.orgId, participantId)).find((one) => one.id === contactId);
  if (contact === undefined) return null;
  const permissions = (await listPermissions(tx, actor.orgId, participantId)).filter((one) => one.contactId === contactId);
  return { contact, permissions, today: await todayOf(exchange, participantId) };
}

/** What stands in the way of a permission: one that nobody took back; one that has run out is put away first. Answers whether the way is free. */
export async function clearRunOut(exchange: Exchange, { permissions, today }: PermissionFacts, exceptId: string | null): Promise<boolean> {
  const standing = permissions.find((one) => one.endedAt === null && one.id !== exceptId);
  if (standing === undefined) return true;
  if (!hasRunOut(standing, today)) return false;
  await writeEnding(exchange, standing.id, true);
  return true;
}

/** Ending and bringing back leave their trace, since the row itself keeps only the last. */
export async function writeEnding({ tx, actor, now }: Exchange, permissionId: string, ends: boolean): Promise<void> {
  await endPermissionRow(tx, actor.orgId, permissionId, ends ? { at: now, by: actor.id } : null);
  await recordChange(tx, { orgId: actor.orgId, by: actor.id, now }, { about: 'supporter_permissions', rowId: permissionId, was: { ended: !ends }, became: { ended: ends } });
}
