/** Plans as they were signed: one whole, and those that wait for the asker's co-signature. */
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Actor } from '../../platform/actor.ts';
import type { Answer } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import { listCoSigners, waitsFor } from '../../modules/notes/index.ts';
import type { CoSigner } from '../../modules/notes/index.ts';
import { displayName, recordName } from '../../modules/people/index.ts';
import type { Names } from '../../modules/people/words.ts';
import { SEEN_AFTER_END_DAYS } from '../../modules/placements/index.ts';
import { listSignedPlans, stateOfSigned } from '../../modules/plans/index.ts';
import type { SignedPlan } from '../../modules/plans/index.ts';
import { findSite } from '../../modules/program/index.ts';
import { dateIn } from '../../values/civil-date.ts';
import type { CivilDate } from '../../values/civil-date.ts';
import type { readPlansToCoSign as coSigning, readSignedPlan as contract, shownSigned } from './plan.contract.ts';

type Seen = { timeZone: string; siteId: string; signers: readonly CoSigner[]; actor: Actor };

/** A signed plan as everybody who may read it sees it; whether it waits for the asker is decided by the same rule as for notes. */
export function toSigned(plan: SignedPlan, { timeZone, siteId, signers, actor }: Seen): z.output<typeof shownSigned> {
  const can = signers.some((one) => one.id === plan.cosignBy && one.siteIds.includes(siteId));
  const state = stateOfSigned({ ...plan, isCoSigned: plan.coSignedAt !== null });
  return {
    signedPlanId: plan.signedPlanId, no: plan.no, signedOn: dateIn(timeZone, plan.signedAt), signedAt: plan.signedAt.toISOString(), author: { id: plan.authorId, name: plan.authorName, credential: plan.authorCredential },
    agreement: plan.agreement, agreementWords: plan.agreementWords, nextReviewOn: plan.nextReviewOn, state,
    coSigner: plan.cosignBy === null ? null : { id: plan.cosignBy, name: plan.coSignerName ?? '', can },
    coSigned: plan.coSignedAt === null ? null : { name: plan.coSignedName ?? '', credential: plan.coSignedCredential ?? '', on: dateIn(timeZone, plan.coSignedAt) },
    isMine: state === 'awaiting' && actor.permissions.has('note.cosign') && waitsFor({ ...plan, wantedCan: can }, actor.id),
  };
}

type Frame = Names & { episodeId: string; siteId: string; siteName: string; timeZone: string; programName: string; participantNumber: string; birthDate: CivilDate | null };

export const readSignedPlan: Answer<typeof contract> = async ({ tx, actor, now }, { params }) => {
  const { rows: [frame] } = await sql<Frame>`
    select e.id as "episodeId", s.id as "siteId", s.name as "siteName", s.time_zone as "timeZone", g.name as "programName", p.participant_number as "participantNumber", p.birth_date as "birthDate",
           p.legal_given_name as "legalGivenName", p.legal_family_name as "legalFamilyName", p.chosen_name as "chosenName"
      from signed_plans x
      join episodes e on e.org_id = x.org_id and e.id = x.episode_id
      join sites s on s.org_id = e.org_id and s.id = e.site_id
      join programs g on g.org_id = e.org_id and g.id = e.program_id
      join participants p on p.org_id = x.org_id and p.id = x.participant_id
     where x.org_id = ${actor.orgId} and x.id = ${params.signedPlanId} and e.site_id = any(${actor.placeIds}::uuid[])
       and (e.ended_on is null or e.ended_on >= (${now}::timestamptz at time zone s.time_zone)::date - ${SEEN_AFTER_END_DAYS}::integer)
  `.execute(tx);
  if (frame === undefined) return refuse('not-found');
  const { episodeId, siteId, siteName, timeZone, programName, participantNumber, birthDate } = frame;
  const [plans, signers] = await Promise.all([listSignedPlans(tx, actor.orgId, [episodeId]), listCoSigners(tx, actor.orgId, now)]);
  const plan = plans.find((one) => one.signedPlanId === params.signedPlanId);
  if (plan === undefined) return refuse('not-found');
  return {
    value: {
      asOf: now.toISOString(), participantId: plan.participantId, episodeId, programName, siteName, timeZone, today: dateIn(timeZone, now), person: { name: recordName(frame), participantNumber, birthDate },
      signed: toSigned(plan, { timeZone, siteId, signers, actor }), content: plan.content,
    },
  };
};

/** Newest plans of the site without the co-signature that they want, by somebody else than the asker. */
export const readPlansToCoSign: Answer<typeof coSigning> = async ({ tx, actor, now }, { query }) => {
  const site = await findSite(tx, actor.orgId, query.siteId, actor.placeIds);
  if (site === null) return refuse('not-found');
  const { rows } = await sql<Names & { signedPlanId: string; episodeId: string }>`
    select x.id as "signedPlanId", x.episode_id as "episodeId", p.legal_given_name as "legalGivenName", p.legal_family_name as "legalFamilyName", p.chosen_name as "chosenName"
      from signed_plans x
      join episodes e on e.org_id = x.org_id and e.id = x.episode_id
      join participants p on p.org_id = x.org_id and p.id = x.participant_id
     where x.org_id = ${actor.orgId} and e.site_id = ${site.id} and x.cosign_by is not null and x.author_id <> ${actor.id}
       and (e.ended_on is null or e.ended_on >= (${now}::timestamptz at time zone ${site.timeZone})::date - ${SEEN_AFTER_END_DAYS}::integer)
       and not exists (select 1 from plan_cosignatures c where c.org_id = x.org_id and c.signed_plan_id = x.id)
       and not exists (select 1 from signed_plans l where l.org_id = x.org_id and l.episode_id = x.episode_id and l.no > x.no)
  `.execute(tx);
  const [plans, signers] = await Promise.all([listSignedPlans(tx, actor.orgId, rows.map((row) => row.episodeId)), listCoSigners(tx, actor.orgId, now)]);
  const seen: Seen = { timeZone: site.timeZone, siteId: site.id, signers, actor };
  const waiting = rows.flatMap((row) => {
    const plan = plans.find((one) => one.signedPlanId === row.signedPlanId);
    return plan === undefined || !toSigned(plan, seen).isMine ? [] : [{ plan, name: displayName(row) }];
  }).sort((one, other) => one.plan.signedAt.getTime() - other.plan.signedAt.getTime());
  return {
    value: {
      asOf: now.toISOString(), timeZone: site.timeZone,
      plans: waiting.map(({ plan, name }) => ({
        signedPlanId: plan.signedPlanId, participantId: plan.participantId, displayName: name, no: plan.no, author: { id: plan.authorId, name: plan.authorName, credential: plan.authorCredential }, signedAt: plan.signedAt.toISOString(),
      })),
    },
  };
};
