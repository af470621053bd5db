/** The census of a site on a day: counts by the database, in a fixed number of statements. */
import { sql } from 'kysely';
import type { OutputOf } from '../../platform/contract.ts';
import type { Tx } from '../../platform/database.ts';
import type { Answer } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import { findSite } from '../../modules/program/index.ts';
import { LEVELS } from '../../modules/program/words.ts';
import type { Level } from '../../modules/program/words.ts';
import { dateIn, weekOf } from '../../values/civil-date.ts';
import type { CivilDate } from '../../values/civil-date.ts';
import type { readCensus as contract } from './census.contract.ts';

type Board = OutputOf<typeof contract>;
type Program = Board['programs'][number];
type Counted = { programId: string; level: Level | null; phaseNo: number | null; phaseName: string | null; trackName: string | null; people: number };
type Moved = { programId: string; name: string; admitted: number; ended: number };
type Group = Omit<Program['groups'][number], 'free'> & { programId: string };
type Asked = { orgId: string; siteId: string; date: CivilDate; from: CivilDate };

export const readCensus: Answer<typeof contract> = async ({ tx, actor, now }, { query }) => {
  const site = await findSite(tx, actor.orgId, query.siteId, actor.placeIds);
  if (site === null) return refuse('not-found');
  const today = dateIn(site.timeZone, now);
  const date = query.date ?? today;
  const week = weekOf(date);
  const asked: Asked = { orgId: actor.orgId, siteId: site.id, date, from: week.starts };
  const counted = await countOpen(tx, asked);
  const moved = await countMoved(tx, asked);
  const groups = await countGroups(tx, asked);
  const programs = moved.map((program) => toProgram(program, counted, groups)).filter((one) => one.open + one.admitted + one.ended + one.groups.length > 0);
  const sum = (of: (program: Program) => number): number => programs.reduce((total, program) => total + of(program), 0);
  const seatsOf = (of: (group: Program['groups'][number]) => number): number => sum((program) => program.groups.reduce((total, group) => total + of(group), 0));
  return { value: {
    asOf: now.toISOString(), site: { id: site.id, name: site.name, timeZone: site.timeZone }, date, week: { ...week, today },
    open: sum((program) => program.open), admitted: sum((program) => program.admitted), ended: sum((program) => program.ended),
    seats: { capacity: seatsOf((group) => group.capacity), taken: seatsOf((group) => group.taken), free: seatsOf((group) => group.free) }, programs,
  } };
};

/** How many open episodes share program, level, phase and track on a day. */
async function countOpen(tx: Tx, { orgId, siteId, date }: Asked): Promise<Counted[]> {
  const { rows } = await sql<Counted>`
    select e.program_id as "programId", l.level, h.phase_no as "phaseNo", v.phases -> (h.phase_no - 1) ->> 'name' as "phaseName", t.name as "trackName", count(*)::integer as people
      from episodes e
      left join tracks t on t.org_id = e.org_id and t.id = e.track_id
      left join level_segments l on l.org_id = e.org_id and l.episode_id = e.id and l.withdrawn_at is null and l.starts_on <= ${date} and (l.ended_on is null or l.ended_on >= ${date})
      left join phase_segments h on h.org_id = e.org_id and h.episode_id = e.id and h.withdrawn_at is null and h.starts_on <= ${date} and (h.ended_on is null or h.ended_on >= ${date})
      left join path_versions v on v.org_id = h.org_id and v.id = h.path_version_id
     where e.org_id = ${orgId} and e.site_id = ${siteId} and e.admitted_on <= ${date} and (e.ended_on is null or e.ended_on >= ${date})
     group by 1, 2, 3, 4, 5
  `.execute(tx);
  return rows;
}

/** Every program with who was admitted and who ended from the week's first day to the day; an episode's last day is still in it. */
async function countMoved(tx: Tx, { orgId, siteId, date, from }: Asked): Promise<Moved[]> {
  const { rows } = await sql<Moved>`
    select g.id as "programId", g.name, count(e.id) filter (where e.admitted_on between ${from} and ${date})::integer as admitted,
           count(e.id) filter (where e.ended_on between ${from} and ${date})::integer as ended
      from programs g left join episodes e on e.org_id = g.org_id and e.program_id = g.id and e.site_id = ${siteId} and (e.admitted_on between ${from} and ${date} or e.ended_on between ${from} and ${date})
     where g.org_id = ${orgId} group by g.id, g.name order by g.name, g.id
  `.execute(tx);
  return rows;
}

/** The weekly groups that are held on a day, with their seats and how many are taken by an enrollment. */
async function countGroups(tx: Tx, { orgId, siteId, date }: Asked): Promise<Group[]> {
  const { rows } = await sql<Group>`
    select s.program_id as "programId", s.id as "seriesId", s.name, s.capacity,
           (select count(*)::integer from enrollments e
             where e.org_id = s.org_id and e.series_id = s.id and e.withdrawn_at is null and e.starts_on <= ${date} and (e.ended_on is null or e.ended_on >= ${date})) as taken
      from series s
     where s.org_id = ${orgId} and s.site_id = ${siteId} and s.starts_on <= ${date} and (s.ended_on is null or s.ended_on >= ${date})
     order by s.name, s.id
  `.execute(tx);
  return rows;
}

/** Sums rows that read alike, in the order in which they are given. */
function summed<Row extends { people: number }>(rows: readonly Row[], key: (row: Row) => string): Row[] {
  return [...Map.groupBy(rows, key).values()].flatMap((alike) => (alike[0] === undefined ? [] : [{ ...alike[0], people: alike.reduce((total, row) => total + row.people, 0) }]));
}

function toProgram(program: Moved, counted: readonly Counted[], groups: readonly Group[]): Program {
  const own = counted.filter((row) => row.programId === program.programId);
  const atEnd = (no: number | null): number => no ?? 99;
  const levels = summed(own.map(({ level, people }) => ({ level, people })), (row) => row.level ?? '');
  const phases = summed(own.map(({ phaseNo, phaseName, people }) => ({ no: phaseNo, name: phaseName, people })), (row) => `${row.no ?? ''} ${row.name ?? ''}`);
  const tracks = summed(own.map(({ trackName, people }) => ({ name: trackName, people })), (row) => row.name ?? '');
  return {
    ...program, open: own.reduce((total, row) => total + row.people, 0),
    levels: levels.sort((one, other) => (one.level === null ? 99 : LEVELS.indexOf(one.level)) - (other.level === null ? 99 : LEVELS.indexOf(other.level))),
    phases: phases.sort((one, other) => atEnd(one.no) - atEnd(other.no) || (one.name ?? '').localeCompare(other.name ?? '', 'en')),
    tracks: tracks.sort((one, other) => Number(one.name === null) - Number(other.name === null) || (one.name ?? '').localeCompare(other.name ?? '', 'en')),
    groups: groups.filter((group) => group.programId === program.programId).map(({ programId: _, ...group }) => ({ ...group, free: Math.max(0, group.capacity - group.taken) })),
  };
}
