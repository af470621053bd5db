/** The figures by which a day is run, as their page shows them. */
import { z } from 'zod';
import { read } from '../../platform/contract.ts';
import type { Permission } from '../../permissions.ts';
import { civilDate } from '../../values/civil-date.ts';
import { instant, uuid } from '../../values/wire.ts';
import { DAY_RULES, siteId } from '../../modules/program/words.ts';

export const dayFigure = z.object({
  id: uuid,
  /** Null: of the organization, for every site without a figure of its own. */
  siteId: siteId.nullable(),
  siteName: z.string().nullable(),
  value: z.number().int().nonnegative(),
  validFrom: civilDate,
  source: z.string(),
  isVerified: z.boolean(),
  standing: z.enum(['in-force', 'coming', 'past']),
  recordedAt: instant,
  /** Null when it came with the organization. */
  recordedByName: z.string().nullable(),
});

export const readDayRules = read({
  name: 'day-rules.read',
  path: '/day-rules',
  summary: 'Every figure by which a day is run, with its source, from when it holds, and what it was before.',
  may: 'settings.read' satisfies Permission,
  output: z.object({
    today: civilDate,
    sites: z.array(z.object({ id: siteId, name: z.string(), timeZone: z.string() })),
    rules: z.array(z.object({
      rule: z.enum(DAY_RULES), least: z.number().int(), most: z.number().int(),
      /** The newest first; what is to come stands before what holds. */
      figures: z.array(dayFigure),
    })),
  }),
  discloses: () => [],
});
