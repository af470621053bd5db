/** Who was here before, found by what whoever asks already knows; and what the end of an episode would bring. */
import { sql } from 'kysely';
import type { OutputOf } from '../../platform/contract.ts';
import type { Tx } from '../../platform/database.ts';
import type { Answer } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import { findLastHere } from '../../modules/attendance/index.ts';
import { listUnsigned } from '../../modules/notes/index.ts';
import { ageOn, displayName, plainName } from '../../modules/people/index.ts';
import { SEEN_AFTER_END_DAYS, endsTask, listFormer } from '../../modules/placements/index.ts';
import { listSites } from '../../modules/program/index.ts';
import { listBookingsAfter } from '../../modules/sessions/index.ts';
import { dateIn } from '../../values/civil-date.ts';
import type { CivilDate } from '../../values/civil-date.ts';
import type { readEnding as endingContract, readFormer as contract } from './people.contract.ts';

type Named = { participantId: string; legalGivenName: string; legalFamilyName: string; chosenName: string | null; birthDate: CivilDate | null };
const FOUND_MAX = 3;

/** Born on the day, or with the number whatever its case; names are compared here, where accents and case are forgiven. */
async function listNamed(tx: Tx, orgId: string, asked: { birthDate?: CivilDate | undefined; number?: string | undefined }): Promise<Named[]> {
  const by = asked.number === undefined ? sql`birth_date = ${asked.birthDate}` : sql`lower(participant_number) = lower(${asked.number})`;
  const { rows } = await sql<Named>`
    select id as "participantId", legal_given_name as "legalGivenName", legal_family_name as "legalFamilyName", chosen_name as "chosenName", birth_date as "birthDate"
      from participants where org_id = ${orgId} and ${by}
  `.execute(tx);
  return rows;
}

export const readFormer: Answer<typeof contract> = async ({ tx, actor, now }, { body }) => {
  const sites = await listSites(tx, actor.orgId);
  const today = dateIn(sites.find((site) => actor.placeIds.includes(site.id))?.timeZone ?? 'UTC', now);
  const named = (await listNamed(tx, actor.orgId, body)).filter((one) => body.familyName === undefined || plainName(one.legalFamilyName) === plainName(body.familyName));
  const former = await listFormer(tx, actor.orgId, named.map((one) => one.participantId), now);
  const people = former.slice(0, FOUND_MAX).flatMap(({ participantId, leftOn }) => {
    const one = named.find((row) => row.participantId === participantId);
    if (one === undefined) return [];
    const birthYear = one.birthDate === null ? null : Number(one.birthDate.slice(0, 4));
    return [{ participantId, displayName: displayName(one), birthYear, age: one.birthDate === null ? null : ageOn(one.birthDate, today), leftOn, today }];
  });
  return { value: { people } satisfies OutputOf<typeof contract> };
};

type EpisodeRow = { participantId: OutputOf<typeof endingContract>['participantId']; siteId: string; timeZone: string };

async function findEpisode(tx: Tx, orgId: string, episodeId: string, siteIds: readonly string[], now: Date): Promise<EpisodeRow | null> {
  const { rows } = await sql<EpisodeRow>`
    select e.participant_id as "participantId", e.site_id as "siteId", s.time_zone as "timeZone" from episodes e join sites s on s.org_id = e.org_id and s.id = e.site_id
     where e.org_id = ${orgId} and e.id = ${episodeId} and e.site_id = any(${siteIds}::uuid[])
       and (e.ended_on is null or e.ended_on >= (${now}::timestamptz at time zone s.time_zone)::date - ${SEEN_AFTER_END_DAYS}::integer)
  `.execute(tx);
  return rows[0] ?? null;
}

export const readEnding: Answer<typeof endingContract> = async ({ tx, actor: { orgId, placeIds }, now }, { params: { episodeId }, query: { lastDay } }) => {
  const episode = await findEpisode(tx, orgId, episodeId, placeIds, now);
  if (episode === null) return refuse('not-found');
  const { participantId, siteId, timeZone } = episode;
  const of = { participantId, episodeId };
  const { rows: seats } = await sql<OutputOf<typeof endingContract>['seats'][number]>`
    select distinct g.id as "seriesId", g.name from enrollments e join series g on g.org_id = e.org_id and g.id = e.series_id
     where e.org_id = ${orgId} and e.episode_id = ${episodeId} and e.withdrawn_at is null and (e.ended_on is null or e.ended_on > ${lastDay}) and (g.ended_on is null or g.ended_on > ${lastDay})
     order by g.name, g.id
  `.execute(tx);
  const { rows: tasks } = await sql<{ kind: string; dueAt: Date }>`
    select kind, due_at as "dueAt" from tasks where org_id = ${orgId} and participant_id = ${participantId} and (kind = 'danger' or site_id = ${siteId}) and closed_at is null
  `.execute(tx);
  const ending = tasks.filter((task) => endsTask({ kind: task.kind, dueOn: dateIn(timeZone, task.dueAt) }, lastDay, dateIn(timeZone, now)));
  const dangerOpen = tasks.filter((task) => task.kind === 'danger').length;
  const notes = await listUnsigned(tx, orgId, participantId, [siteId]);
  return {
    value: {
      participantId, episodeId, seats, lastHere: await findLastHere(tx, orgId, of), bookings: (await listBookingsAfter(tx, orgId, of, lastDay)).length,
      notes: notes.map((note) => ({ sessionId: note.sessionId as OutputOf<typeof endingContract>['notes'][number]['sessionId'], name: note.name, startedAt: note.startedAt.toISOString(), timeZone: note.timeZone })),
      tasksEnding: ending.length, tasksStaying: tasks.length - ending.length - dangerOpen, dangerOpen,
    },
  };
};
