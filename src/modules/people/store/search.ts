/** Asks the one function that finds people; it alone knows how names are compared (decision 0014). */
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database.ts';
import type { Search } from '../rules/search.ts';
import type { ParticipantId } from '../words.ts';

export type Found = { participantId: ParticipantId; why: 'name' | 'similar' | 'birth-date' | 'number'; hasMore: boolean };
/** Whose asking it is (W20): which sites, whether people without any episode too, and how long somebody who left is still found. */
export type Scope = { readonly siteIds: readonly string[]; readonly admits: boolean; readonly now: Date; readonly seenDays: number; readonly most: number };

/** The likeliest first. The organization is that of the transaction, and no argument can name another. */
export async function findParticipants(tx: Tx, asked: Search, { siteIds, admits, now, seenDays, most }: Scope): Promise<Found[]> {
  const { rows } = await sql<Found>`
    select participant_id as "participantId", why, has_more as "hasMore"
      from find_people(${asked.names.join(' ')}::text, ${asked.born.map((one) => one.first)}::date[], ${asked.born.map((one) => one.last)}::date[], ${asked.numbers}::text[], ${asked.whole}::text,
                       ${siteIds}::uuid[], ${admits}::boolean, ${now}::timestamptz, ${seenDays}::integer, ${most}::integer)
  `.execute(tx);
  return rows;
}
