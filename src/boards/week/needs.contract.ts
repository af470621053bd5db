/** What needs somebody at a site: no individual session this week, documents due, notes that wait, nobody on call, who sat in beyond the seats. */
import { z } from 'zod';
import { read } from '../../platform/contract.ts';
import type { Permission } from '../../permissions.ts';
import { civilDate } from '../../values/civil-date.ts';
import { instant, uuid } from '../../values/wire.ts';
import { participantId } from '../../modules/people/words.ts';
import { sessionId } from '../../modules/sessions/words.ts';

const person = { participantId, displayName: z.string(), counselorId: uuid.nullable(), counselorName: z.string().nullable() };

export const dueDocument = z.object({
  ...person,
  /** plan: none is written yet; signature: goals are written and nobody has signed them; review: the plan is to be looked at again. */
  kind: z.enum(['plan', 'signature', 'review']),
  dueOn: civilDate,
  /** Below zero while it is ahead. */
  daysLate: z.number().int(),
});

export const overCap = z.object({ participantId, displayName: z.string(), sessionId, sessionName: z.string(), startsAt: instant, reason: z.string() });

export const readNeeds = read({
  name: 'needs.read',
  path: '/boards/needs',
  summary: 'Who has no individual session this week, whose plan or plan review is due, how many notes wait, who is on call today, and who sat in beyond the seats.',
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
    /** Notes that the asker may co-sign now, and since when the oldest is signed; as the list of signatures marks them. */
    cosign: z.object({ notes: z.number().int().nonnegative(), since: instant.nullable() }),
    /** The asker's own notes that were returned and have no answer yet. */
    returned: z.number().int().nonnegative(),
    /** Nobody may be on call, but not on a day on which sessions are planned (W18). */
    onCall: z.object({ name: z.string().nullable(), hasSessions: z.boolean() }),
    /** The newest first, back to the same day of the week before; empty unless the asker is a director or supervisor (W10). */
    overCap: z.array(overCap),
    figures: z.object({ planDueDays: z.number().int(), planReviewDays: z.number().int(), noteDueHours: z.number().int() }),
  }),
  discloses: (board) => [...new Set([...board.withoutIndividual, ...board.documents, ...board.overCap].map((one) => one.participantId))],
  accounting: 'each-change',
});
