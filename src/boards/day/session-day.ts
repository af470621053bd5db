/** What an act on a session's day starts from: facts in a few statements, names told apart. */
import { sql } from 'kysely';
import type { OutputOf } from '../../platform/contract.ts';
import type { Tx } from '../../platform/database.ts';
import type { Answer } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import { displayNames, holdsCredential, listCredentialsOf, listNames } from '../../modules/people/index.ts';
import type { ParticipantId } from '../../modules/people/words.ts';
import { listOpenEpisodes, stillShown } from '../../modules/placements/index.ts';
import { findSite } from '../../modules/program/index.ts';
import { ON_CALL_ROLES } from '../../modules/program/words.ts';
import { breaksFrom, countChanges, listElsewhere, listOthers, listRoster } from '../../modules/sessions/index.ts';
import type { SessionId, SessionType } from '../../modules/sessions/words.ts';
import { startOfDay } from '../../values/civil-date.ts';
import type { readSeatCandidates as candidatesContract, readSessionDay as contract, readSitePeople as peopleContract } from './session-day.contract.ts';

type Board = OutputOf<typeof contract>;
type Head = {
  id: SessionId; name: string; type: SessionType; siteId: string; programId: string; timeZone: string; date: string; startsAt: Date; endsAt: Date; heldEndsAt: Date | null; capacity: number;
  breaks: { startMinute: number; minutes: number; taken?: boolean }[]; roomId: string | null; telehealthLink: string; facilitatorId: string | null; isOneOff: boolean; isCanceled: boolean;
  credentialRequired: string; notesSigned: number;
};

async function findHead(tx: Tx, orgId: string, sessionId: string, siteIds: readonly string[]): Promise<Head | null> {
  const { rows } = await sql<Head>`
    select s.id, s.name, s.session_type as type, s.site_id as "siteId", s.program_id as "programId", l.time_zone as "timeZone", s.first_planned_on as date, s.planned_start_at as "startsAt",
           s.planned_end_at as "endsAt", h.ends_at as "heldEndsAt", s.capacity, coalesce(h.breaks, s.breaks) as breaks, s.room_id as "roomId", s.telehealth_link as "telehealthLink",
           s.facilitator_id as "facilitatorId", s.series_id is null as "isOneOff", s.canceled_at is not null as "isCanceled", coalesce(g.credential_required, '') as "credentialRequired",
           (select count(*)::integer from notes n where n.org_id = s.org_id and n.session_id = s.id) as "notesSigned"
      from sessions s
      join sites l on l.org_id = s.org_id and l.id = s.site_id
      left join series g on g.org_id = s.org_id and g.id = s.series_id
      left join lateral (select ends_at, breaks from held_times h where h.org_id = s.org_id and h.session_id = s.id order by recorded_at desc, id desc limit 1) h on true
     where s.org_id = ${orgId} and s.id = ${sessionId} and s.site_id = any(${siteIds}::uuid[]) and s.withdrawn_at is null
  `.execute(tx);
  return rows[0] ?? null;
}

type Named = { id: string; name: string };

/** Rooms of the site and colleagues who may lead (clinicians, and whoever leads the session already), each with what else goes on there or with them at that hour. */
async function listChoices(tx: Tx, orgId: string, head: Head): Promise<Pick<Board, 'rooms' | 'staff'>> {
  const [rooms, staff, others] = await Promise.all([
    sql<Named>`select id, name from rooms where org_id = ${orgId} and site_id = ${head.siteId} and ended_at is null order by name`.execute(tx),
    sql<Named>`
      select s.id, s.given_name || ' ' || s.family_name as name from staff s
        join site_staff w on w.org_id = s.org_id and w.staff_id = s.id and w.ended_at is null
       where s.org_id = ${orgId} and w.site_id = ${head.siteId} and s.ended_at is null
         and (s.id = ${head.facilitatorId} or exists (select 1 from staff_roles r where r.org_id = s.org_id and r.staff_id = s.id and r.role = any(${[...ON_CALL_ROLES]}::text[]) and r.ended_at is null))
       order by s.family_name, s.given_name, s.id`.execute(tx),
    listOthers(tx, orgId, head.id, head.startsAt.toISOString(), head.endsAt.toISOString()),
  ]);
  const held = await listCredentialsOf(tx, orgId, staff.rows.map((one) => one.id));
  return {
    rooms: rooms.rows.map((room) => ({ ...room, busyWith: others.find((one) => one.roomId === room.id)?.name ?? null })),
    staff: staff.rows.map((one) => ({
      ...one, busyWith: others.find((other) => other.facilitatorId === one.id)?.name ?? null, holds: holdsCredential(held.filter((credential) => credential.staffId === one.id), head.credentialRequired, head.date),
    })),
  };
}

async function namesOf(tx: Tx, orgId: string, ids: readonly string[]): Promise<Map<string, string>> {
  return new Map([...displayNames(await listNames(tx, orgId, ids))].map(([person, name]) => [person.participantId, name]));
}

export const readSessionDay: Answer<typeof contract> = async (exchange, { params: { sessionId } }) => {
  const { tx, actor, now } = exchange;
  const { orgId } = actor;
  const head = await findHead(tx, orgId, sessionId, actor.placeIds);
  if (head === null) return refuse('not-found');
  const [choices, everybody, version] = await Promise.all([listChoices(tx, orgId, head), listRoster(tx, orgId, sessionId), countChanges(tx, orgId, sessionId)]);
  const { shown: roster, noLongerShown } = await stillShown(exchange, head.startsAt, everybody);
  const names = await namesOf(tx, orgId, roster.map((one) => one.participantId));
  const { siteId: _, programId: __, date: ___, heldEndsAt, ...session } = head;
  return { value: {
    asOf: now.toISOString(), noLongerShown, ...choices,
    session: {
      ...session, startsAt: head.startsAt.toISOString(), endsAt: head.endsAt.toISOString(), heldEndsAt: (heldEndsAt ?? head.endsAt).toISOString(), wasHeld: heldEndsAt !== null, breaks: breaksFrom(head.breaks), version,
    },
    people: roster.map((one) => ({
      participantId: one.participantId as ParticipantId, displayName: names.get(one.participantId) ?? '', seatNo: one.seatNo, recorded: one.recorded, bookingId: one.bookingId, isMakeUp: one.isMakeUp,
      isMoved: one.movedFromId !== null,
    })),
  } };
};

export const readSeatCandidates: Answer<typeof candidatesContract> = async (exchange, { params: { sessionId } }) => {
  const { tx, actor } = exchange;
  const { orgId } = actor;
  const head = await findHead(tx, orgId, sessionId, actor.placeIds);
  if (head === null) return refuse('not-found');
  const [open, roster] = await Promise.all([listOpenEpisodes(tx, orgId, head.siteId, head.date), listRoster(tx, orgId, sessionId)]);
  const there = new Set(roster.map((one) => one.participantId));
  const { shown } = await stillShown(exchange, head.startsAt, open.filter((one) => one.programId === head.programId && !there.has(one.participantId)));
  const ids = [...new Set(shown.map((one) => one.participantId))];
  const [names, elsewhere] = await Promise.all([namesOf(tx, orgId, ids), listElsewhere(tx, orgId, ids, { from: head.startsAt, to: head.endsAt }, [sessionId])]);
  const people = ids.map((id) => ({ participantId: id as ParticipantId, displayName: names.get(id) ?? '', elsewhere: elsewhere.find((one) => one.participantId === id)?.name ?? null }));
  return { value: { people: people.sort((a, b) => a.displayName.localeCompare(b.displayName)) } };
};

export const readSitePeople: Answer<typeof peopleContract> = async (exchange, { query }) => {
  const { tx, actor } = exchange;
  const site = await findSite(tx, actor.orgId, query.siteId, actor.placeIds);
  if (site === null) return refuse('not-found');
  const open = await listOpenEpisodes(tx, actor.orgId, site.id, query.date);
  const { shown } = await stillShown(exchange, startOfDay(site.timeZone, query.date), open.filter((one) => one.programId === query.programId));
  const ids = [...new Set(shown.map((one) => one.participantId))];
  const names = await namesOf(tx, actor.orgId, ids);
  const people = ids.map((id) => ({ participantId: id as ParticipantId, displayName: names.get(id) ?? '' }));
  return { value: { people: people.sort((a, b) => a.displayName.localeCompare(b.displayName)) } };
};
