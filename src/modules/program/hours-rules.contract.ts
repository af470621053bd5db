/** Acts on hours rules: dated rows with a source. Figures that were in force are never changed, only followed by others (PRO-2). */
import { z } from 'zod';
import { act, refusal } from '../../platform/contract.ts';
import type { Permission } from '../../permissions.ts';
import { nearDate } from '../../values/civil-date.ts';
import { plainText } from '../../values/wire.ts';
import { RULE_BASES, RULE_PURPOSES, RULE_UNITS, level, population, ruleId, serviceType } from './words.ts';

export const ruleMeasuresNothing = refusal('rule-measures-nothing', 422, 'This rule has no figure to be judged by.', 'Give one: hours or services a week, minutes a day, days, a longest gap or weeks. A floor needs its hours a week.');
export const ceilingUnderFloor = refusal('ceiling-under-floor', 422, 'The most hours a week are fewer than the least.', 'Check the two figures.');
export const ruleEndsBeforeItBegins = refusal('rule-ends-before-it-begins', 422, 'The last day of this rule is before its first.', 'Check the two days.');
export const saidByMissing = refusal('said-by-missing', 422, 'A test says nothing without the name of who asks for it.', 'Name the payer or the state.');
export const floorOverlaps = refusal('floor-overlaps', 409, 'Another floor of this level and population holds on some of these days.', 'Replace that one from a day on, or choose other days.');
export const replacementTooEarly = refusal('replacement-too-early', 422, 'The new figures would begin on or before the day on which the old ones began.', 'Choose a later day: what was in force stays readable.');
export const ruleInForce = refusal('rule-in-force', 409, 'Past weeks are read by this rule, so it cannot be taken out.', 'Say its last day instead, or switch it off first.');

const minutesOfWeek = z.number().int().min(1).max(10_080).nullable();
/** How often a row was changed, as the page saw it. */
const version = z.number().int().nonnegative().max(2_147_483_646);

/** What stays the same when the figures are replaced. */
const identity = { purpose: z.enum(RULE_PURPOSES), level, population };

/** What a rule says from a day on. */
export const ruleFigures = z.object({
  name: plainText(120, 1),
  unit: z.enum(RULE_UNITS),
  basis: z.enum(RULE_BASES),
  sessionTypes: z.array(serviceType).min(1).max(6),
  participantPresent: z.boolean(),
  floorMinutesWeek: minutesOfWeek,
  ceilingMinutesWeek: minutesOfWeek,
  floorMinutesDay: z.number().int().min(1).max(1440).nullable(),
  daysWeek: z.number().int().min(1).max(7).nullable(),
  servicesWeek: z.number().int().min(1).max(99).nullable(),
  longestGapDays: z.number().int().min(1).max(60).nullable(),
  weeksMax: z.number().int().min(1).max(104).nullable(),
  weekStartsOn: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5), z.literal(6), z.literal(7)]),
  validFrom: nearDate,
  validTo: nearDate.nullable(),
  saidBy: plainText(120),
  source: plainText(500, 1),
  isVerified: z.boolean(),
});

const one = z.object({ ruleId });
const changed = z.object({ ruleId, version });
const figuresRefused = [ruleMeasuresNothing, ceilingUnderFloor, ruleEndsBeforeItBegins, saidByMissing, floorOverlaps] as const;

export const addHoursRule = act({
  name: 'hours-rules.add',
  path: '/hours-rules',
  summary: 'Adds a dated rule by which weekly hours are judged: a floor of a level of care, or a test of a payer or state.',
  may: 'settings.change' satisfies Permission,
  body: ruleFigures.extend(identity),
  output: changed,
  refusals: figuresRefused,
  discloses: () => [],
});

/** The old figures end on the day before the new ones begin; purpose, level and population stay. */
export const replaceHoursRule = act({
  name: 'hours-rules.replace',
  path: '/hours-rules/:ruleId/replacement',
  summary: 'Writes what a rule says from a day on; what it said before stays readable.',
  may: 'settings.change' satisfies Permission,
  params: one,
  body: ruleFigures.extend({ version }),
  output: changed,
  refusals: [...figuresRefused, replacementTooEarly],
  discloses: () => [],
});

/**
 * Says the last day of a rule, or that it holds on. Without a last day a rule that nothing was read by yet (entered within a day, not begun,
 * or switched off) is taken out.
 */
export const endHoursRule = act({
  name: 'hours-rules.end',
  path: '/hours-rules/:ruleId/end',
  summary: 'Ends a rule on a day, takes one out that was entered by mistake, or brings it back.',
  may: 'settings.change' satisfies Permission,
  params: one,
  body: z.object({ version, ends: z.boolean(), lastOn: nearDate.nullable() }),
  output: changed,
  refusals: [ruleEndsBeforeItBegins, ruleInForce, floorOverlaps],
  discloses: () => [],
});

export const switchHoursRule = act({
  name: 'hours-rules.switch',
  path: '/hours-rules/:ruleId/switch',
  summary: 'Switches a rule on or off for this organization.',
  may: 'settings.change' satisfies Permission,
  params: one,
  body: z.object({ version, isOn: z.boolean() }),
  output: changed,
  refusals: [floorOverlaps],
  discloses: () => [],
});
