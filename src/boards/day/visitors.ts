/** Who may sit in with a person today, and who came: contacts by the person's permission, visits as written down. */
import { sql } from 'kysely';
import type { OutputOf } from '../../platform/contract.ts';
import type { Answer } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import { decideVisit, listVisits, mayComeAlone, takesVisitors, visitsUntil, wasThere } from '../../modules/attendance/index.ts';
import type { Visit } from '../../modules/attendance/index.ts';
import { listContacts, listPermissions, maySitIn } from '../../modules/people/index.ts';
import { isVisible } from '../../modules/placements/index.ts';
import { findSite } from '../../modules/program/index.ts';
import { dateIn } from '../../values/civil-date.ts';
import { listPeople, listSessions } from './session-rows.ts';
import type { SessionRow } from './session-rows.ts';
import type { readVisitors as contract } from './visitors.contract.ts';

type Visitor = OutputOf<typeof contract>['visitors'][number];
type Ground = { session: SessionRow; timeZone: string; visits: readonly Visit[]; permissions: Awaited<ReturnType<typeof listPermissions>> };

function toVisitor(contact: Awaited<ReturnType<typeof listContacts>>[number], { session, timeZone, visits, permissions }: Ground): Visitor {
  const startsAt = session.times.plannedStart;
  const day = dateIn(timeZone, startsAt);
  const own = permissions.filter((one) => one.contactId === contact.id);
  const holds = (one: (typeof own)[number], type: string): boolean => maySitIn(one, contact, { type, startsAt, day });
  const allowed = own.find((one) => one.sessionTypes.some((type) => holds(one, type)))?.sessionTypes ?? [];
  const visit = visits.find((one) => one.contactId === contact.id);
  return {
    contactId: contact.id, name: visit?.name ?? contact.name, relation: visit?.relation ?? contact.relation, mayCome: own.some((one) => holds(one, session.type)), allowed,
    visit: visit === undefined ? null : { visitId: visit.id, at: visit.at.toISOString() },
  };
}

export const readVisitors: Answer<typeof contract> = async ({ tx, actor, now }, { params }) => {
  const { orgId } = actor;
  const [session] = await listSessions(tx, sql`s.org_id = ${orgId} and s.id = ${params.sessionId} and s.site_id = any(${[...actor.placeIds]}::uuid[])`);
  const site = session === undefined ? null : await findSite(tx, orgId, session.siteId, actor.placeIds);
  if (session === undefined || site === null || !await isVisible(tx, orgId, params.participantId, actor, now)) return refuse('not-found');
  const [person] = await listPeople(tx, sql`p.org_id = ${orgId} and p.session_id = ${session.id} and p.participant_id = ${params.participantId}`);
  if (person === undefined) return refuse('not-on-roster');
  const [contacts, permissions, all] = await Promise.all([listContacts(tx, orgId, person.participantId), listPermissions(tx, orgId, person.participantId), listVisits(tx, orgId, session.id)]);
  const visits = all.filter((one) => one.participantId === person.participantId);
  const ground: Ground = { session, timeZone: site.timeZone, visits, permissions };
  const hasCome = wasThere(session.times, person.stays);
  const until = visitsUntil(site.timeZone, session.times.plannedStart);
  const decided = decideVisit({
    session: { sessionType: session.type, plannedStart: session.times.plannedStart, isCanceled: session.isCanceled }, isSigned: person.noteSigned, isOnRoster: true,
    until, hasCome: true, permissionId: 'any', visitId: null,
  }, now);
  return { value: {
    ...params, asOf: now.toISOString(), timeZone: site.timeZone, sessionType: session.type, isOpen: 'value' in decided, takesVisitors: takesVisitors(session.type), isSigned: person.noteSigned,
    hasCome, isOver: session.times.heldEnd <= now, waits: !hasCome && !mayComeAlone(session.type), isLongAgo: now >= until, startsAt: session.times.plannedStart.toISOString(),
    visitors: contacts.map((contact) => ({ contact, shown: toVisitor(contact, ground) })).filter(({ contact, shown }) => !contact.hasEnded || shown.visit !== null || shown.mayCome).map(({ shown }) => shown),
  } };
};
