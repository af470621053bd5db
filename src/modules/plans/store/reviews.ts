/** All SQL of reviews: that a plan was looked at with the person, and by when it is looked at next. */
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database.ts';
import type { Written } from './goals.ts';

export async function insertReview(tx: Tx, orgId: string, one: { id: string; episodeId: string; reviewedOn: string; nextOn: string }, { at, by }: Written): Promise<void> {
  await sql`
    insert into plan_reviews (org_id, id, episode_id, reviewed_on, next_on, recorded_at, recorded_by) values (${orgId}, ${one.id}, ${one.episodeId}, ${one.reviewedOn}, ${one.nextOn}, ${at}, ${by})
  `.execute(tx);
}
