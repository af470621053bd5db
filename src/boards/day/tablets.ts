/** The tablets of a site, and what was said at them today and still waits. */
import { sql } from 'kysely';
import { versionsOf } from '../../platform/changes.ts';
import type { OutputOf } from '../../platform/contract.ts';
import type { Answer } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import { displayNames } from '../../modules/people/index.ts';
import type { ParticipantId } from '../../modules/people/words.ts';
import { findSite, listRooms } from '../../modules/program/index.ts';
import type { SiteId } from '../../modules/program/words.ts';
import type { SessionId } from '../../modules/sessions/words.ts';
import { CLAIMS_FROM_MINUTES } from '../../modules/tablets/index.ts';
import { dateIn, startOfDay } from '../../values/civil-date.ts';
import { addMinutes } from '../../values/minutes.ts';
import { listExpected } from './expected-now.ts';
import type { readClaims as claiming, readTablets as listing } from './tablets.contract.ts';

type Row = { id: string; name: string; roomId: string | null; roomName: string | null; listsNames: boolean; isSetUp: boolean; codeOpenUntil: Date | null; seenAt: Date | null; isEnded: boolean };

export const readTablets: Answer<typeof listing> = async ({ tx, actor, now }, { query }) => {
  const site = await findSite(tx, actor.orgId, query.siteId, actor.placeIds);
  if (site === null) return refuse('not-found');
  const { rows } = await sql<Row>`
    select t.id, t.name, t.room_id as "roomId", r.name as "roomName", t.lists_names as "listsNames", t.token_hash <> '' as "isSetUp", t.seen_at as "seenAt", t.ended_at is not null as "isEnded",
           (select max(c.expires_at) from handed_codes c
             where c.org_id = ${actor.orgId} and c.kind = 'tablet' and c.actor_id = t.id and c.used_at is null and c.withdrawn_at is null and c.expires_at > ${now}) as "codeOpenUntil"
      from tablets t left join rooms r on r.org_id = t.org_id and r.id = t.room_id
     where t.org_id = ${actor.orgId} and t.site_id = ${site.id} order by t.name, t.id
  `.execute(tx);
  const versions = await versionsOf(tx, actor.orgId, rows.map((row) => row.id));
  const board: OutputOf<typeof listing> = {
    site: { id: site.id as SiteId, name: site.name, timeZone: site.timeZone }, asOf: now.toISOString(), rooms: await listRooms(tx, actor.orgId, site.id),
    tablets: rows.map((row) => ({ ...row, version: versions.get(row.id) ?? 0, codeOpenUntil: row.codeOpenUntil?.toISOString() ?? null, seenAt: row.seenAt?.toISOString() ?? null })),
  };
  return { value: board };
};

type ClaimRow = {
  id: string; typed: string; claimedAt: Date; tabletName: string; participantId: ParticipantId | null; sessionId: SessionId | null; sessionName: string | null; startsAt: Date | null;
  legalGivenName: string; legalFamilyName: string; chosenName: string | null;
};

type Meant = NonNullable<OutputOf<typeof claiming>['claims'][number]['meant']>;

export const readClaims: Answer<typeof claiming> = async ({ tx, actor, now }, { query }) => {
  const site = await findSite(tx, actor.orgId, query.siteId, actor.placeIds);
  if (site === null) return refuse('not-found');
  // Whoever was stamped in since needs nobody any more; what was said on another day is past.
  const { rows } = await sql<ClaimRow>`
    select c.id, c.typed, c.claimed_at as "claimedAt", t.name as "tabletName", c.participant_id as "participantId", c.session_id as "sessionId", s.name as "sessionName", s.planned_start_at as "startsAt",
           coalesce(n.legal_given_name, '') as "legalGivenName", coalesce(n.legal_family_name, '') as "legalFamilyName", n.chosen_name as "chosenName"
      from arrival_claims c
      join tablets t on t.org_id = c.org_id and t.id = c.tablet_id
      left join sessions s on s.org_id = c.org_id and s.id = c.session_id
      left join participants n on n.org_id = c.org_id and n.id = c.participant_id
     where c.org_id = ${actor.orgId} and c.site_id = ${site.id} and c.settled_at is null and c.claimed_at >= ${startOfDay(site.timeZone, dateIn(site.timeZone, now))}
       and not exists (
         select 1 from attendances a join stays y on y.org_id = a.org_id and y.attendance_id = a.id and y.withdrawn_at is null
          where a.org_id = c.org_id and a.session_id = c.session_id and a.participant_id = c.participant_id and a.superseded_at is null)
     order by c.claimed_at, c.id
  `.execute(tx);
  const choosing = rows.some((row) => row.participantId === null);
  const expected = choosing ? (await listExpected(tx, actor.orgId, site.id, now, addMinutes(now, CLAIMS_FROM_MINUTES))).filter((one) => !one.isHere) : [];
  const people = [...rows.filter((row) => row.participantId !== null), ...expected];
  const once = [...new Map(people.map((one) => [one.participantId, one])).values()];
  const names = new Map([...displayNames(once)].map(([one, name]) => [one.participantId, name]));
  const meantBy = (participantId: string, sessionId: string, sessionName: string, start: Date): Meant => ({
    participantId: participantId as ParticipantId, displayName: names.get(participantId as ParticipantId) ?? '', sessionId: sessionId as SessionId, sessionName, startsAt: start.toISOString(),
  });
  return {
    value: {
      asOf: now.toISOString(),
      claims: rows.map((row) => ({
        id: row.id, typed: row.typed, claimedAt: row.claimedAt.toISOString(), tabletName: row.tabletName,
        meant: row.participantId === null || row.sessionId === null || row.startsAt === null ? null : meantBy(row.participantId, row.sessionId, row.sessionName ?? '', row.startsAt),
      })),
      mayBe: expected.map((one) => meantBy(one.participantId, one.sessionId, one.sessionName, one.start)),
    },
  };
};
