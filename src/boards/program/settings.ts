/** The settings of an organization: its ground in one read, its curricula in another. */
import { sql } from 'kysely';
import { versionsOf } from '../../platform/changes.ts';
import type { OutputOf } from '../../platform/contract.ts';
import type { Answer } from '../../platform/http.ts';
import { FIRST_CURRICULA } from '../../modules/program/index.ts';
import { addDays, dateIn } from '../../values/civil-date.ts';
import type { readCurricula as curriculaContract, readSettings as contract } from './settings.contract.ts';

type Settings = OutputOf<typeof contract>;
type Site = Settings['sites'][number];
type Program = Settings['programs'][number];
type Unversioned<Row> = Omit<Row, 'version'>;

/** Holidays are listed from a year back on. */
const HOLIDAYS_BACK_DAYS = 366;

export const readSettings: Answer<typeof contract> = async ({ tx, actor: { orgId }, now }) => {
  const since = addDays(dateIn('UTC', now), -HOLIDAYS_BACK_DAYS);
  const [organization, sites, rooms, programs, tracks, holidays] = await Promise.all([
    sql<{ name: string; planWeeks: number }>`select name, plan_weeks as "planWeeks" from organizations where org_id = ${orgId}`.execute(tx),
    sql<Omit<Unversioned<Site>, 'rooms'>>`
      select s.id, s.name, s.ended_at is not null as "isEnded", s.time_zone as "timeZone", s.telephone, s.address, s.grace_minutes as "graceMinutes",
             exists (select 1 from sessions x where x.org_id = s.org_id and x.site_id = s.id) as "isZoneFixed"
        from sites s where s.org_id = ${orgId} order by s.ended_at nulls first, s.name`.execute(tx),
    sql<Unversioned<Site['rooms'][number]> & { siteId: string }>`
      select id, site_id as "siteId", name, ended_at is not null as "isEnded" from rooms where org_id = ${orgId} order by ended_at nulls first, name`.execute(tx),
    sql<Omit<Unversioned<Program>, 'tracks'>>`
      select p.id, p.name, p.ended_at is not null as "isEnded", p.population, p.specialty, p.level,
             exists (select 1 from episodes e where e.org_id = p.org_id and e.program_id = p.id) as "isKindFixed"
        from programs p where p.org_id = ${orgId} order by p.ended_at nulls first, p.name`.execute(tx),
    sql<Unversioned<Program['tracks'][number]> & { programId: string }>`
      select t.id, t.program_id as "programId", t.site_id as "siteId", s.name as "siteName", t.name, t.ended_at is not null as "isEnded"
        from tracks t join sites s on s.org_id = t.org_id and s.id = t.site_id where t.org_id = ${orgId} order by t.ended_at nulls first, s.name, t.name`.execute(tx),
    sql<Settings['holidays'][number]>`
      select h.id, h.date, h.name, h.site_id as "siteId", s.name as "siteName" from holidays h left join sites s on s.org_id = h.org_id and s.id = h.site_id
       where h.org_id = ${orgId} and h.ended_at is null and h.date >= ${since} order by h.date, h.name`.execute(tx),
  ]);
  const versions = await versionsOf(tx, orgId, [orgId, ...[sites, rooms, programs, tracks].flatMap((one) => one.rows.map((row) => row.id))]);
  const versioned = <Row extends { id: string }>(row: Row): Row & { version: number } => ({ ...row, version: versions.get(row.id) ?? 0 });
  const said = organization.rows[0] ?? { name: '', planWeeks: 0 };
  return { value: {
    asOf: now.toISOString(), organization: { ...said, version: versions.get(orgId) ?? 0 },
    sites: sites.rows.map((site) => ({ ...versioned(site), rooms: rooms.rows.filter((room) => room.siteId === site.id).map(({ siteId: _, ...room }) => versioned(room)) })),
    programs: programs.rows.map((program) => ({ ...versioned(program), tracks: tracks.rows.filter((track) => track.programId === program.id).map(({ programId: _, ...track }) => versioned(track)) })),
    holidays: holidays.rows,
  } };
};

type Curriculum = OutputOf<typeof curriculaContract>['curricula'][number];

export const readCurricula: Answer<typeof curriculaContract> = async ({ tx, actor: { orgId }, now }) => {
  const [curricula, modules] = await Promise.all([
    sql<Omit<Curriculum, 'version' | 'modules'>>`
      select c.id, c.name, c.source, c.ended_at is not null as "isEnded",
             (select count(*)::integer from series g where g.org_id = c.org_id and g.curriculum_id = c.id and (g.ended_on is null or g.ended_on >= ${dateIn('UTC', now)})) as groups
        from curricula c where c.org_id = ${orgId} order by c.ended_at nulls first, c.name`.execute(tx),
    sql<Curriculum['modules'][number] & { curriculumId: string }>`
      select id, curriculum_id as "curriculumId", position, title, is_entry_point as "isEntryPoint" from curriculum_modules where org_id = ${orgId} and ended_at is null order by position`.execute(tx),
  ]);
  const versions = await versionsOf(tx, orgId, curricula.rows.map((row) => row.id));
  const names = new Set(curricula.rows.filter((row) => !row.isEnded).map((row) => row.name));
  return { value: {
    asOf: now.toISOString(), firstMissing: FIRST_CURRICULA.filter((one) => !names.has(one.name)).length,
    curricula: curricula.rows.map((row) => ({
      ...row, version: versions.get(row.id) ?? 0, modules: modules.rows.filter((module) => module.curriculumId === row.id).map(({ curriculumId: _, ...module }) => module),
    })),
  } };
};
