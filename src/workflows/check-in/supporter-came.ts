/** Somebody close to a person sits in: load, decide, save. The person is held, so that a permission ends before or after, never meanwhile. */
import { sql } from 'kysely';
import type { Answer, Exchange } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import { decideVisit, insertVisit, listVisits, visitsUntil } from '../../modules/attendance/index.ts';
import type { supporterCame as contract } from '../../modules/attendance/visits.contract.ts';
import { isSigned } from '../../modules/notes/index.ts';
import { listContacts, listPermissions, lockParticipants, maySitIn } from '../../modules/people/index.ts';
import type { Contact } from '../../modules/people/index.ts';
import { isVisible } from '../../modules/placements/index.ts';
import { findSite } from '../../modules/program/index.ts';
import { lockSession } from '../../modules/sessions/index.ts';
import type { SessionFacts } from '../../modules/sessions/index.ts';
import { dateIn } from '../../values/civil-date.ts';

type Visitor = { contact: Contact; permissionId: string };

/** The contact with the permission by which they may sit in; null for nobody of this person's, and where none holds: both read alike. */
async function findVisitor({ tx, actor }: Exchange, { sessionType: type, plannedStart: startsAt }: SessionFacts, timeZone: string, participantId: string, contactId: string): Promise<Visitor | null> {
  const contact = (await listContacts(tx, actor.orgId, participantId)).find((one) => one.id === contactId);
  if (contact === undefined) return null;
  const day = dateIn(timeZone, startsAt);
  const permission = (await listPermissions(tx, actor.orgId, participantId)).find((one) => one.contactId === contactId
    && maySitIn(one, contact, { type, startsAt, day }));
  return permission === undefined ? null : { contact, permissionId: permission.id };
}

export const supporterCame: Answer<typeof contract> = async (exchange, { params, body: { contactId } }) => {
  const { tx, actor, now } = exchange;
  const session = await lockSession(tx, actor.orgId, params.sessionId, actor.placeIds, 'share');
  const site = session === null ? null : await findSite(tx, actor.orgId, session.siteId, actor.placeIds);
  if (session === null || site === null) return refuse('not-found');
  await lockParticipants(tx, actor.orgId, [params.participantId]);
  if (!await isVisible(tx, actor.orgId, params.participantId, actor, now)) return refuse('not-found');
  const [belongs] = (await sql<{ hasCome: boolean }>`
    select exists (select 1 from stays y where y.org_id = p.org_id and y.attendance_id = p.attendance_id and y.withdrawn_at is null) as "hasCome"
      from session_people p where p.org_id = ${actor.orgId} and p.session_id = ${session.id} and p.participant_id = ${params.participantId}
  `.execute(tx)).rows;
  const isOnRoster = belongs !== undefined;
  const visitor = isOnRoster ? await findVisitor(exchange, session, site.timeZone, params.participantId, contactId) : null;
  const visit = (await listVisits(tx, actor.orgId, session.id)).find((one) => one.contactId === contactId && one.participantId === params.participantId);
  const decided = decideVisit({
    session, isOnRoster, until: visitsUntil(site.timeZone, session.plannedStart), hasCome: belongs?.hasCome ?? false, isSigned: await isSigned(tx, actor.orgId, session.id, params.participantId), permissionId: visitor?.permissionId ?? null, visitId: visit?.id ?? null,
  }, now);
  if ('refused' in decided) return decided;
  if (decided.value.step === 'here-already') return { value: { ...params, visitId: decided.value.visitId, at: (visit?.at ?? now).toISOString() } };
  const visitId = exchange.newId();
  const { name, relation } = visitor?.contact ?? { name: '', relation: '' };
  await insertVisit(tx, actor.orgId, { ...params, id: visitId, contactId, permissionId: decided.value.permissionId, name, relation }, now, actor.id);
  return { value: { ...params, visitId, at: now.toISOString() } };
};
