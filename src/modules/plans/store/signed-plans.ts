/** All SQL of signed plans: a plan as it stood under somebody's name, numbered in its episode. */
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database.ts';
import type { CivilDate } from '../../../values/civil-date.ts';
import type { ParticipantId, StaffId } from '../../people/words.ts';
import type { PlanAgreement, PlanContent, SignedPlanId } from '../words.ts';

export type SignedPlan = {
  signedPlanId: SignedPlanId; episodeId: string; participantId: ParticipantId; no: number; content: PlanContent; nextReviewOn: CivilDate; agreement: PlanAgreement; agreementWords: string;
  authorId: StaffId; authorName: string; authorCredential: string; signedAt: Date; cosignBy: StaffId | null; coSignerName: string | null;
  coSignedName: string | null; coSignedCredential: string | null; coSignedAt: Date | null; isNewest: boolean;
};

/** What was signed in these episodes, the newest first, each with its co-signature. */
export async function listSignedPlans(tx: Tx, orgId: string, episodeIds: readonly string[]): Promise<SignedPlan[]> {
  const { rows } = await sql<SignedPlan>`
    select p.id as "signedPlanId", p.episode_id as "episodeId", p.participant_id as "participantId", p.no, p.content, p.next_review_on as "nextReviewOn", p.agreement, p.agreement_words as "agreementWords",
           p.author_id as "authorId", p.author_name as "authorName", p.author_credential as "authorCredential", p.signed_at as "signedAt", p.cosign_by as "cosignBy",
           c.given_name || ' ' || c.family_name as "coSignerName", s.by_name as "coSignedName", s.by_credential as "coSignedCredential", s.signed_at as "coSignedAt",
           p.no = max(p.no) over (partition by p.episode_id) as "isNewest"
      from signed_plans p
      left join staff c on c.org_id = p.org_id and c.id = p.cosign_by
      left join plan_cosignatures s on s.org_id = p.org_id and s.signed_plan_id = p.id
     where p.org_id = ${orgId} and p.episode_id = any(${episodeIds}::uuid[])
     order by p.episode_id, p.no desc
  `.execute(tx);
  return rows;
}

/** In which episode a signed plan stands. */
export async function findEpisodeOfSigned(tx: Tx, orgId: string, signedPlan: string): Promise<string | null> {
  const { rows } = await sql<{ episodeId: string }>`select episode_id as "episodeId" from signed_plans where org_id = ${orgId} and id = ${signedPlan}`.execute(tx);
  return rows[0]?.episodeId ?? null;
}

export type PlanToFreeze = {
  id: string; episodeId: string; participantId: string; no: number; content: PlanContent; nextReviewOn: string; agreement: PlanAgreement; agreementWords: string; cosignBy: string | null;
  author: { id: string; name: string; credential: string }; at: Date;
};

/** A number is given once in an episode: signed_plans_no_key settles who was first. */
export async function insertSignedPlan(tx: Tx, orgId: string, plan: PlanToFreeze): Promise<void> {
  await sql`
    insert into signed_plans (org_id, id, episode_id, participant_id, no, content, next_review_on, agreement, agreement_words, cosign_by, author_id, author_name, author_credential, signed_at)
    values (${orgId}, ${plan.id}, ${plan.episodeId}, ${plan.participantId}, ${plan.no}, ${JSON.stringify(plan.content)}::jsonb, ${plan.nextReviewOn}, ${plan.agreement}, ${plan.agreementWords},
            ${plan.cosignBy}::uuid, ${plan.author.id}, ${plan.author.name}, ${plan.author.credential}, ${plan.at})
  `.execute(tx);
}
