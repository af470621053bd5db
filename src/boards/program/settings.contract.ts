/** The settings of an organization as its pages show them. */
import { z } from 'zod';
import { read } from '../../platform/contract.ts';
import type { Permission } from '../../permissions.ts';
import { civilDate } from '../../values/civil-date.ts';
import { instant, uuid } from '../../values/wire.ts';
import { level, population, siteId, specialty } from '../../modules/program/words.ts';

const may = 'settings.read' satisfies Permission;
const row = { name: z.string(), version: z.number().int(), isEnded: z.boolean() };

export const readSettings = read({
  name: 'settings.read', path: '/settings', summary: 'The organization, its sites with rooms, its programs with tracks, and its days without sessions.', may,
  output: z.object({
    asOf: instant,
    organization: z.object({ name: z.string(), planWeeks: z.number().int(), version: z.number().int() }),
    sites: z.array(z.object({
      id: siteId, ...row, timeZone: z.string(), telephone: z.string(), address: z.string(), graceMinutes: z.number().int(), /** Sessions were planned by its clock. */ isZoneFixed: z.boolean(),
      rooms: z.array(z.object({ id: uuid, ...row })),
    })),
    programs: z.array(z.object({
      id: uuid, ...row, population, specialty, level, /** Somebody was admitted to it. */ isKindFixed: z.boolean(), tracks: z.array(z.object({ id: uuid, ...row, siteId, siteName: z.string() })),
    })),
    /** From a year back on; without a site it is one of all sites. */
    holidays: z.array(z.object({ id: uuid, date: civilDate, name: z.string(), siteId: siteId.nullable(), siteName: z.string().nullable() })),
  }),
  discloses: () => [],
});

export const readCurricula = read({
  name: 'curricula.read', path: '/settings/curricula', summary: 'Curricula with their modules in order, and how many groups work through each.', may,
  output: z.object({
    asOf: instant,
    curricula: z.array(z.object({
      id: uuid, ...row, source: z.string(), groups: z.number().int(), modules: z.array(z.object({ id: uuid, position: z.number().int(), title: z.string(), isEntryPoint: z.boolean() })),
    })),
    /** Those that come with the program and are not there. */
    firstMissing: z.number().int(),
  }),
  discloses: () => [],
});
