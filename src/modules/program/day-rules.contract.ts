/** Changing the figures by which a day is run: each change is a row of its own from a day on, and nothing is overwritten. */
import { z } from 'zod';
import { act, refusal } from '../../platform/contract.ts';
import type { Permission } from '../../permissions.ts';
import { nearDate } from '../../values/civil-date.ts';
import { plainText, uuid } from '../../values/wire.ts';
import { DAY_RULES, siteId } from './words.ts';

export const figureOutOfBounds = refusal('figure-out-of-bounds', 422, 'This figure was not written: it lies outside what this rule can be.', 'Stay between the least and the most that stand under the field.');
export const figureInThePast = refusal('figure-in-the-past', 422, 'This figure was not written: the days before today were run by the old one.', 'Let it begin today or later.');

export const changeDayRule = act({
  name: 'program.change-day-rule',
  path: '/day-rules',
  summary: 'Writes a figure by which a day is run, from a day on, for one site or for all of them.',
  may: 'settings.change' satisfies Permission,
  body: z.object({
    /** Null: for every site that has no figure of its own. */
    siteId: siteId.nullable(),
    rule: z.enum(DAY_RULES),
    value: z.number().int().min(0).max(10_000),
    validFrom: nearDate,
    source: plainText(500, 1),
    isVerified: z.boolean(),
  }),
  output: z.object({ dayRuleId: uuid }),
  refusals: [figureOutOfBounds, figureInThePast],
  discloses: () => [],
});
