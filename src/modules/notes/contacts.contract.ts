/** Contact notes: telephone, did not come, collateral, case management, crisis (W17). The act stands with tasks, which it may close and open. */
import { z } from 'zod';
import { refusal } from '../../platform/contract.ts';
import { instant, plainLine, plainText } from '../../values/wire.ts';
import { contactNoteKind, contactRisk } from './words.ts';

export const contactAhead = refusal('contact-ahead', 422, 'That time has not come yet, so nothing was signed.', 'Write down when it was, then sign again.');

export const contactLongAgo = refusal('contact-long-ago', 422, 'That day is more than a year ago, so nothing was signed.', 'Look at the date, then sign again.');

/** What is said of a contact: kind, who, when, how long, what, risk. */
export const contactSaid = z.object({
  kind: contactNoteKind,
  withWhom: plainLine(120, 1),
  happenedAt: instant,
  minutes: z.number().int().min(0).max(1440),
  text: plainText(4000, 1),
  risk: contactRisk,
});
export type ContactSaid = z.infer<typeof contactSaid>;
