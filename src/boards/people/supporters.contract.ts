/** Who is close to a person, and at which sessions they may sit in. */
import { z } from 'zod';
import { read } from '../../platform/contract.ts';
import type { Permission } from '../../permissions.ts';
import { civilDate } from '../../values/civil-date.ts';
import { instant, uuid } from '../../values/wire.ts';
import { attendableType, contactKind, participantId, permissionWay } from '../../modules/people/words.ts';

export const shownPermission = z.object({
  permissionId: uuid, sessionTypes: z.array(attendableType), givenOn: civilDate, givenHow: permissionWay, lastDay: civilDate.nullable(),
  /** What the person said about it; null for those who neither write permissions down nor read notes (W20). */
  detail: z.string().nullable(),
  writtenBy: z.string(),
  /** When it was taken back; null while it stands. */
  endedAt: instant.nullable(),
  /** Whether its last day is over. */
  hasRunOut: z.boolean(),
});

export const readSupporters = read({
  name: 'people.read-supporters',
  path: '/people/:participantId/supporters',
  summary: 'Contacts of a person with what each is allowed: at which kinds of session, since when, how it was given, until when.',
  may: 'people.read' satisfies Permission,
  params: z.object({ participantId }),
  output: z.object({
    asOf: instant,
    today: civilDate,
    timeZone: z.string(),
    participantId,
    /** Contacts on the list; whoever was taken off it may not come. */
    contacts: z.array(z.object({
      contactId: uuid, kind: contactKind, name: z.string(), relation: z.string(), telephone: z.string(),
      /** The one that stands, also when it has run out; null when nothing is allowed. */
      permission: shownPermission.nullable(),
      /** The newest that was taken back, where none stands. */
      takenBack: shownPermission.nullable(),
      /** How often this contact sat in. */
      visits: z.number().int().nonnegative(),
    })),
  }),
  discloses: (reply) => [reply.participantId],
});
