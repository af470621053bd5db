/** What an admission or a change is measured against: program, site, track, path and colleague, read in one go. */
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database.ts';
import type { CivilDate } from '../../../values/civil-date.ts';
import type { AdmissionFacts, PathFacts, TrackFacts } from '../rules/admission.ts';

type Asked = { programId: string; siteId: string; trackId: string | null; pathId: string | null; counselorId: string | null; counselorFrom: CivilDate };
type Row = {
  programLevel: string; programHasEnded: boolean; siteHasEnded: boolean; worksHere: boolean;
  track: TrackFacts | null; path: PathFacts | null;
};

/** Who writes notes has people in hand; the front desk at the same site has not. */
const worksHere = (orgId: string, staffId: string | null, siteId: string, day: CivilDate) => sql`exists (
  select 1 from site_staff w
    join staff f on f.org_id = w.org_id and f.id = w.staff_id and (f.ended_on is null or f.ended_on >= ${day})
    join staff_roles r on r.org_id = w.org_id and r.staff_id = w.staff_id and r.ended_at is null
    join role_permissions p on p.org_id = r.org_id and p.role = r.role and p.ended_at is null and p.permission = 'note.draft'
   where w.org_id = ${orgId} and w.site_id = ${siteId} and w.staff_id = ${staffId} and w.starts_on <= ${day}
     and (w.ended_on is null or w.ended_on >= ${day}))`;

/** Null when program or site is none of the organization. */
export async function findAdmissionFacts(tx: Tx, orgId: string, asked: Asked): Promise<AdmissionFacts | null> {
  const { rows } = await sql<Row>`
    select g.level as "programLevel", g.ended_on is not null as "programHasEnded", s.ended_on is not null as "siteHasEnded",
           ${worksHere(orgId, asked.counselorId, asked.siteId, asked.counselorFrom)} as "worksHere",
           (select jsonb_build_object('programId', t.program_id, 'siteId', t.site_id, 'hasEnded', t.ended_on is not null) from tracks t where t.org_id = g.org_id and t.id = ${asked.trackId}) as track,
           (select jsonb_build_object('pathVersionId', v.id, 'programId', v.program_id, 'hasEnded', v.ended_at is not null, 'phases', v.phases)
              from path_versions v where v.org_id = g.org_id and v.path_id = ${asked.pathId} order by v.version desc limit 1) as path
      from programs g join sites s on s.org_id = g.org_id
     where g.org_id = ${orgId} and g.id = ${asked.programId} and s.id = ${asked.siteId}
  `.execute(tx);
  const row = rows[0];
  if (row === undefined) return null;
  return {
    program: { level: row.programLevel, hasEnded: row.programHasEnded }, site: { hasEnded: row.siteHasEnded }, worksHere: row.worksHere, track: row.track, path: row.path,
  };
}

export async function findTrack(tx: Tx, orgId: string, trackId: string): Promise<TrackFacts | null> {
  const { rows } = await sql<TrackFacts>`
    select program_id as "programId", site_id as "siteId", ended_on is not null as "hasEnded" from tracks where org_id = ${orgId} and id = ${trackId}
  `.execute(tx);
  return rows[0] ?? null;
}

export async function findPathVersion(tx: Tx, orgId: string, pathVersionId: string): Promise<PathFacts | null> {
  const { rows } = await sql<PathFacts>`
    select id as "pathVersionId", program_id as "programId", ended_at is not null as "hasEnded", phases from path_versions where org_id = ${orgId} and id = ${pathVersionId}
  `.execute(tx);
  return rows[0] ?? null;
}

export async function isCounselorAt(tx: Tx, orgId: string, staffId: string, siteId: string, day: CivilDate): Promise<boolean> {
  const { rows } = await sql<{ here: boolean }>`select ${worksHere(orgId, staffId, siteId, day)} as here`.execute(tx);
  return rows[0]?.here ?? false;
}
