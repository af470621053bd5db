/** Hours rules and path templates as their pages show them. */
import { z } from 'zod';
import { read } from '../../platform/contract.ts';
import type { Permission } from '../../permissions.ts';
import { civilDate } from '../../values/civil-date.ts';
import { instant, uuid } from '../../values/wire.ts';
import { ruleFigures } from '../../modules/program/hours-rules.contract.ts';
import { RULE_PURPOSES, level, pathId, pathPhases, population, ruleId } from '../../modules/program/words.ts';

const identity = { purpose: z.enum(RULE_PURPOSES), level, population, isOn: z.boolean() };

/** A rule as the list shows it; `standing` is told by today's date where the asker works. */
export const hoursRuleRow = ruleFigures.extend({
  ...identity,
  id: ruleId,
  version: z.number().int().nonnegative(),
  standing: z.enum(['in-force', 'coming', 'past']),
  recordedAt: instant,
});

export const readHoursRules = read({
  name: 'hours-rules.read',
  path: '/hours-rules',
  summary: 'Every dated rule by which hours are judged, those that were replaced too, each with its source.',
  may: 'settings.read' satisfies Permission,
  output: z.object({ today: civilDate, rules: z.array(hoursRuleRow) }),
  discloses: () => [],
});

export const pathRow = z.object({
  pathId,
  pathVersionId: uuid,
  version: z.number().int().positive(),
  programId: uuid,
  programName: z.string(),
  population,
  name: z.string(),
  weeks: z.number().int().positive(),
  phases: pathPhases,
  isEnded: z.boolean(),
  savedAt: instant,
  /** Null when it came with the organization. */
  savedByName: z.string().nullable(),
  /** How many people stand on each version now, the newest version first; versions without anybody are left out. */
  people: z.array(z.object({ version: z.number().int().positive(), people: z.number().int().positive() })),
});

/** Paths in order of their length; with what they are held against. */
export const readPaths = read({
  name: 'paths.read',
  path: '/paths',
  summary: 'The newest version of each path, how many people are on which version, and the rules in force that a plan is held against.',
  may: 'settings.read' satisfies Permission,
  output: z.object({
    today: civilDate,
    paths: z.array(pathRow),
    programs: z.array(z.object({ id: uuid, name: z.string(), population, level })),
    rules: z.array(ruleFigures.extend({ ...identity, id: ruleId })),
  }),
  discloses: () => [],
});
