/** How many people are in the program, by level, phase and track; counts only, no people. */
import { z } from 'zod';
import { read } from '../../platform/contract.ts';
import type { Permission } from '../../permissions.ts';
import { civilDate, nearDate } from '../../values/civil-date.ts';
import { instant, uuid } from '../../values/wire.ts';
import { level } from '../../modules/program/words.ts';

const count = z.number().int().nonnegative();

export const censusProgram = z.object({
  programId: uuid,
  name: z.string(),
  /** Episodes open on the day. */
  open: count,
  /** In the week of the day, up to that day. */
  admitted: count,
  ended: count,
  /** Null where nothing of the kind is said of somebody. */
  levels: z.array(z.object({ level: level.nullable(), people: count })),
  phases: z.array(z.object({ no: z.number().int().nullable(), name: z.string().nullable(), people: count })),
  tracks: z.array(z.object({ name: z.string().nullable(), people: count })),
  groups: z.array(z.object({ seriesId: uuid, name: z.string(), capacity: count, taken: count, free: count })),
});

export const readCensus = read({
  name: 'census.read',
  path: '/boards/census',
  summary: 'How many people are in each program of a site on a day, by level, phase and track, with who came and went in its week and the seats of its groups.',
  may: 'census.read' satisfies Permission,
  query: z.object({ siteId: uuid, date: nearDate.optional() }),
  output: z.object({
    asOf: instant,
    site: z.object({ id: uuid, name: z.string(), timeZone: z.string() }),
    date: civilDate,
    week: z.object({ starts: civilDate, ends: civilDate, today: civilDate }),
    open: count, admitted: count, ended: count,
    seats: z.object({ capacity: count, taken: count, free: count }),
    programs: z.array(censusProgram),
  }),
  discloses: () => [],
});
