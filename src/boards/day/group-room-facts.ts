/** What the group room shows beside drafts and notes: what people work on, whom a craving is told to, whose co-signature is awaited. */
import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { ObjectiveId } from '../../modules/plans/words.ts';

export type ObjectiveRow = {
  objectiveId: ObjectiveId | null; participantId: string; number: string; text: string; ownWords: string; isOpen: boolean;
  /** When a note last spoke to it, else when it was set. */ touchedAt: Date; wasTouched: boolean;
};

/** Goals and objectives of people, ended ones too (a signed note may name one); a goal without an objective has one row with none. */
export async function listObjectives(tx: Tx, orgId: string, participantIds: readonly string[]): Promise<ObjectiveRow[]> {
  const { rows } = await sql<ObjectiveRow>`
    select o.id as "objectiveId", g.participant_id as "participantId", g.position || '.' || coalesce(o.position, 0) as number, coalesce(o.text, '') as text, g.own_words as "ownWords",
           g.ended_at is null and o.ended_at is null and e.ended_on is null as "isOpen",
           coalesce(w.signed_at, o.recorded_at, g.recorded_at) as "touchedAt", w.signed_at is not null as "wasTouched"
      from plan_goals g
      join episodes e on e.org_id = g.org_id and e.id = g.episode_id
      left join plan_objectives o on o.org_id = g.org_id and o.goal_id = g.id
      left join lateral (select max(n.signed_at) as signed_at from notes n where n.org_id = o.org_id and n.objective_id = o.id) w on true
     where g.org_id = ${orgId} and g.participant_id = any(${participantIds}::uuid[])
     order by g.participant_id, e.admitted_on desc, g.position, o.position
  `.execute(tx);
  return rows;
}

export type PersonFacts = { participantId: string; overCapReason: string | null; counselorName: string | null };

/** Of everybody of a session: why somebody sat in as the eleventh, and who has the care in hand on that day. */
export async function listPersonFacts(tx: Tx, orgId: string, sessionId: string, day: string): Promise<PersonFacts[]> {
  const { rows } = await sql<PersonFacts>`
    select p.participant_id as "participantId", p.over_cap_reason as "overCapReason", (
             select f.given_name || ' ' || f.family_name
               from episodes e
               join episode_counselors c on c.org_id = e.org_id and c.episode_id = e.id and c.withdrawn_at is null and c.starts_on <= ${day} and (c.ended_on is null or c.ended_on >= ${day})
               join staff f on f.org_id = c.org_id and f.id = c.staff_id
              where e.org_id = p.org_id and e.participant_id = p.participant_id and e.site_id = p.site_id and (e.ended_on is null or e.ended_on >= ${day})
              order by e.admitted_on desc limit 1) as "counselorName"
      from session_people p where p.org_id = ${orgId} and p.session_id = ${sessionId}
  `.execute(tx);
  return rows;
}

/** The name of whoever co-signs what this member of staff signs on a day. */
export async function findCosigner(tx: Tx, orgId: string, staffId: string, day: string): Promise<string | null> {
  const { rows } = await sql<{ name: string }>`
    select f.given_name || ' ' || f.family_name as name
      from supervisions v join staff f on f.org_id = v.org_id and f.id = v.supervisor_id
     where v.org_id = ${orgId} and v.staff_id = ${staffId} and v.withdrawn_at is null and v.starts_on <= ${day} and (v.ended_on is null or v.ended_on >= ${day})
  `.execute(tx);
  return rows[0]?.name ?? null;
}
