/** All SQL of interventions: what staff do toward a goal, how often, and who answers for it. */
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database.ts';
import type { CivilDate } from '../../../values/civil-date.ts';
import type { StaffId } from '../../people/words.ts';
import type { GoalId, InterventionId } from '../words.ts';
import type { NumberedRow, Written } from './goals.ts';

export type InterventionRow = NumberedRow & { interventionId: InterventionId; goalId: GoalId; text: string; frequency: string; staffId: StaffId | null; /** With the credential; null for the whole team. */ staffName: string | null };

const row = sql`i.id as "interventionId", i.goal_id as "goalId", i.position, i.text, i.frequency, i.staff_id as "staffId", i.ended_at is not null as "hasEnded",
  f.given_name || ' ' || f.family_name || case when f.credential = '' then '' else ', ' || f.credential end as "staffName"`;

/** Every intervention of these goals, ended ones too, in the order of their letters. */
export async function listInterventions(tx: Tx, orgId: string, goals: readonly string[]): Promise<InterventionRow[]> {
  const { rows } = await sql<InterventionRow>`
    select ${row} from plan_interventions i left join staff f on f.org_id = i.org_id and f.id = i.staff_id where i.org_id = ${orgId} and i.goal_id = any(${goals}::uuid[]) order by i.position
  `.execute(tx);
  return rows;
}

/** One intervention as it stands; its row is not locked: whoever changes it holds its episode. */
export async function findIntervention(tx: Tx, orgId: string, intervention: string): Promise<InterventionRow | null> {
  const { rows } = await sql<InterventionRow>`
    select ${row} from plan_interventions i left join staff f on f.org_id = i.org_id and f.id = i.staff_id where i.org_id = ${orgId} and i.id = ${intervention}
  `.execute(tx);
  return rows[0] ?? null;
}

type Said = { text: string; frequency: string; staffId: string | null };

export async function insertIntervention(tx: Tx, orgId: string, one: Said & { id: string; goalId: string; position: number }, { at, by }: Written): Promise<void> {
  await sql`
    insert into plan_interventions (org_id, id, goal_id, position, text, frequency, staff_id, recorded_at, recorded_by)
    values (${orgId}, ${one.id}, ${one.goalId}, ${one.position}, ${one.text}, ${one.frequency}, ${one.staffId}::uuid, ${at}, ${by})
  `.execute(tx);
}

export async function updateIntervention(tx: Tx, orgId: string, intervention: string, to: Said): Promise<void> {
  await sql`update plan_interventions set text = ${to.text}, frequency = ${to.frequency}, staff_id = ${to.staffId}::uuid where org_id = ${orgId} and id = ${intervention}`.execute(tx);
}

export async function setInterventionEnd(tx: Tx, orgId: string, intervention: string, end: Written | null): Promise<void> {
  await sql`update plan_interventions set ended_at = ${end?.at ?? null}::timestamptz, ended_by = ${end?.by ?? null}::uuid where org_id = ${orgId} and id = ${intervention}`.execute(tx);
}

export type Colleague = { id: StaffId; name: string; credential: string };

/** Who can answer for an intervention at a site: everybody who works there on a day and may read plans. */
export async function listAnswerable(tx: Tx, orgId: string, siteId: string, day: CivilDate): Promise<Colleague[]> {
  const { rows } = await sql<Colleague>`
    select f.id, f.given_name || ' ' || f.family_name as name, f.credential
      from staff f
     where f.org_id = ${orgId} and f.started_on <= ${day} and (f.ended_on is null or f.ended_on >= ${day})
       and exists (select 1 from site_staff w where w.org_id = f.org_id and w.staff_id = f.id and w.site_id = ${siteId} and w.starts_on <= ${day} and (w.ended_on is null or w.ended_on >= ${day}))
       and exists (select 1 from staff_roles r join role_permissions p on p.org_id = r.org_id and p.role = r.role and p.ended_at is null
                    where r.org_id = f.org_id and r.staff_id = f.id and r.ended_at is null and p.permission = 'plan.read')
     order by f.family_name, f.given_name, f.id
  `.execute(tx);
  return rows;
}
