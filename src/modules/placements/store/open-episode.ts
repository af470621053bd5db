/** The episode under which somebody may take a seat. Reads only. */
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database.ts';

/** The episode of a person in a program at a site that is open on a day; null when there is none. */
export async function findOpenEpisode(tx: Tx, orgId: string, asked: { participantId: string; programId: string; siteId: string; date: string }): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select id from episodes
     where org_id = ${orgId} and participant_id = ${asked.participantId} and program_id = ${asked.programId} and site_id = ${asked.siteId}
       and admitted_on <= ${asked.date} and (ended_on is null or ended_on >= ${asked.date})
  `.execute(tx);
  return rows[0]?.id ?? null;
}
