/** Who may sit in with a person today, and who came: contacts by the person's permission, visits as written down. */
import { sql } from 'kysely';
import type { OutputOf } from '../../platform/contract.ts';
import type { Answer } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import { decideVisit, listVisits, takesVisitors } from '../../modules/attendance/index.ts';
import type { Visit } from '../../modules/attendance/index.ts';
import { listContacts, listPermissions, maySitIn } from '../../modules/people/index.ts';
import { findSite } from '../../modules/program/index.ts';
import { dateIn } from '../../values/civil-date.ts';
import { listPeople, listSessions } from './session-rows.ts';
import type { SessionRow } from './session-rows.ts';
import type { readVisitors as contract } from './visitors.contract.ts';

type Visitor = OutputOf<typeof contract>['visitors'][number];
type Ground = { session: SessionRow; timeZone: string; visits: readonly Visit[]; permissions: Awaited<ReturnType<typeof listPermissions>> };

function toVisitor(contact: Awaited<ReturnType<typeof listContacts>>[number], { session, timeZone, visits, permissions }: Ground): Visitor {
  const day = dateIn(timeZone, session.times.plannedStart);
  const own = permissions.filter((one) => one.contactId === contact.id).map((one) => ({ ...one, endedOn: one.endedAt === null ? null : dateIn(timeZone, one.endedAt) }));
  const allowed = own.find((one) => one.sessionTypes.some((type) => maySitIn(one, contact, type, day)))?.sessionTypes ?? [];
  const visit = visits.find((one) => one.contactId === contact.id);
  return {
    contactId: contact.id, name: visit?.name ?? contact.name, relation: visit?.relation ?? contact.relation, mayCome: own.some((one) => maySitIn(one, contact, session.type, day)), allowed,
    visit: visit === undefined ? null : { visitId: visit.id, at: visit.at.toISOString() },
  };
}

export const readVisitors: Answer<typeof contract> = async ({ tx, actor, now }, { params }) => {
  const { orgId } = actor;
  const [session] = await listSessions(tx, sql`s.org_id = ${orgId} and s.id = ${params.sessionId} and s.site_id = any(${[...actor.placeIds]}::uuid[])`);
  const site = session === undefined ? null : await findSite(tx, orgId, session.siteId, actor.placeIds);
  if (session === undefined || site === null) return refuse('not-found');
  const [person] = await listPeople(tx, sql`p.org_id = ${orgId} and p.session_id = ${session.id} and p.participant_id = ${params.participantId}`);
  if (person === undefined) return refuse('not-on-roster');
  const [contacts, permissions, all] = await Promise.all([listContacts(tx, orgId, person.participantId), listPermissions(tx, orgId, person.participantId), listVisits(tx, orgId, session.id)]);
  const visits = all.filter((one) => one.participantId === person.participantId);
  const ground: Ground = { session, timeZone: site.timeZone, visits, permissions };
  const decided = decideVisit({
    session: { sessionType: session.type, plannedStart: session.times.plannedStart, isCanceled: session.isCanceled }, isSigned: person.noteSigned, isOnRoster: true, permissionId: 'any', visitId: null,
  }, now);
  return { value: {
    ...params, asOf: now.toISOString(), timeZone: site.timeZone, sessionType: session.type, isOpen: 'value' in decided, takesVisitors: takesVisitors(session.type), isSigned: person.noteSigned,
    hasCome: person.stays.length > 0, isOver: session.times.heldEnd <= now,
    visitors: contacts.map((contact) => ({ contact, shown: toVisitor(contact, ground) })).filter(({ contact, shown }) => !contact.hasEnded || shown.visit !== null).map(({ shown }) => shown),
  } };
};
