/** What needs somebody at a site: no individual session this week, documents due, notes without a signature. */
import { z } from 'zod';
import { read } from '../../platform/contract.ts';
import type { Permission } from '../../permissions.ts';
import { civilDate } from '../../values/civil-date.ts';
import { instant, uuid } from '../../values/wire.ts';
import { participantId } from '../../modules/people/words.ts';

const person = { participantId, displayName: z.string(), counselorId: uuid.nullable(), counselorName: z.string().nullable() };

export const dueDocument = z.object({
  ...person,
  /** plan: none is written yet; review: the plan is to be looked at again. */
  kind: z.enum(['plan', 'review']),
  dueOn: civilDate,
  /** Below zero while it is ahead. */
  daysLate: z.number().int(),
});

export const readNeeds = read({
  name: 'needs.read',
  path: '/boards/needs',
  summary: 'Who has no individual session this week, whose plan or plan review is due, and how many notes wait for a signature.',
  may: 'hours.read' satisfies Permission,
  query: z.object({ siteId: uuid }),
  output: z.object({
    asOf: instant,
    site: z.object({ id: uuid, name: z.string(), timeZone: z.string() }),
    week: z.object({ starts: civilDate, ends: civilDate, today: civilDate }),
    /** By counselor, then by name; people at a level of day program or intensive outpatient care. */
    withoutIndividual: z.array(z.object({ ...person, admittedOn: civilDate })),
    /** The latest first; what is due within a week is named too. */
    documents: z.array(dueDocument),
    notes: z.object({ unsigned: z.number().int().nonnegative(), /** Older than the site's own norm. */ overdue: z.number().int().nonnegative(), oldestEndedAt: instant.nullable() }),
    figures: z.object({ planDueDays: z.number().int(), planReviewDays: z.number().int(), noteDueHours: z.number().int() }),
  }),
  discloses: (board) => [...new Set([...board.withoutIndividual, ...board.documents].map((one) => one.participantId))],
  accounting: 'each-change',
});
