/** Who may sit in at a session with one of its people, and who came. */
import { z } from 'zod';
import { read } from '../../platform/contract.ts';
import type { Permission } from '../../permissions.ts';
import { instant, uuid } from '../../values/wire.ts';
import { notOnRoster } from '../../modules/attendance/contract.ts';
import { attendableType, participantId } from '../../modules/people/words.ts';
import { sessionId, sessionType } from '../../modules/sessions/words.ts';

export const readVisitors = read({
  name: 'attendance.read-visitors',
  path: '/sessions/:sessionId/people/:participantId/visitors',
  summary: 'Contacts of a person who belongs to a session: who may sit in, who came, and who has no permission for it.',
  may: 'attendance.stamp' satisfies Permission,
  params: z.object({ sessionId, participantId }),
  output: z.object({
    asOf: instant, timeZone: z.string(), sessionId, participantId, sessionType,
    /** Whether a visit can be written down now: arrivals are open, the note is not signed, it was not canceled, and this kind takes visitors. */
    isOpen: z.boolean(),
    takesVisitors: z.boolean(), isSigned: z.boolean(),
    /** Whether the person was there at all; who comes without the person has no hours. */
    hasCome: z.boolean(), isOver: z.boolean(),
    /** Whether nobody may be written down before the person has come: all but families and couples wait. */
    waits: z.boolean(),
    /** Whether it is too long ago to write down a visit. */
    isLongAgo: z.boolean(),
    startsAt: instant,
    visitors: z.array(z.object({
      contactId: uuid, name: z.string(), relation: z.string(), mayCome: z.boolean(),
      /** What the person allowed, where it is not this session; empty when nothing is. */
      allowed: z.array(attendableType),
      visit: z.object({ visitId: uuid, at: instant }).nullable(),
    })),
  }),
  refusals: [notOnRoster],
  discloses: (reply) => [reply.participantId],
});
