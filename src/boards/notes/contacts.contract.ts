/** The contact notes of one person. */
import { z } from 'zod';
import { read } from '../../platform/contract.ts';
import type { Permission } from '../../permissions.ts';
import { instant, uuid } from '../../values/wire.ts';
import { contactNoteKind, contactRisk } from '../../modules/notes/words.ts';
import { participantId } from '../../modules/people/words.ts';
import { taskEnd, taskId, taskKind } from '../../modules/tasks/words.ts';

export const shownContactNote = z.object({
  id: uuid,
  kind: contactNoteKind,
  withWhom: z.string(),
  happenedAt: instant,
  minutes: z.number().int(),
  text: z.string(),
  risk: contactRisk,
  authorName: z.string(),
  authorCredential: z.string(),
  signedAt: instant,
  /** How the danger task ended that this note opened; null while it is open, or when there is none. */
  danger: z.object({ taskId, endedAs: taskEnd.nullable() }).nullable(),
});

export const readContactNotes = read({
  name: 'notes.read-contacts',
  path: '/people/:participantId/contact-notes',
  summary: 'Contacts outside of sessions about one person, the newest first, 30 at a time, and the tasks that a note could answer.',
  may: 'contact.read' satisfies Permission,
  params: z.object({ participantId }),
  /** After the note that was shown last. */
  query: z.object({ beforeId: uuid.optional() }),
  output: z.object({
    participantId,
    asOf: instant,
    notes: z.array(shownContactNote),
    /** How many are older than the last of those shown. */
    older: z.number().int().nonnegative(),
    openTasks: z.array(z.object({ id: taskId, kind: taskKind, openedAt: instant })),
  }),
  discloses: (shown) => [shown.participantId],
});
