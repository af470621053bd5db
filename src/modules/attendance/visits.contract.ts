/** Acts on visits: somebody close to a person sat in, by the person's permission. */
import { z } from 'zod';
import { act, refusal } from '../../platform/contract.ts';
import type { Permission } from '../../permissions.ts';
import { instant, uuid } from '../../values/wire.ts';
import { participantId } from '../people/words.ts';
import { sessionCanceled, sessionId } from '../sessions/words.ts';
import { notOnRoster, tooEarly } from './contract.ts';

export const notPermitted = refusal('not-permitted', 422, 'No permission is recorded for this visitor at this kind of session on this day, so the visit was not written down.', 'Ask the person. If they agree, write it down on their page under Details, then try again.');
export const noVisitorsHere = refusal('no-visitors-here', 422, 'Nobody sits in at a session of this kind.', 'Plan a family, couple or individual session, or invite to a group.');
export const visitSigned = refusal('visit-signed', 409, 'The note of this person is signed, and it says who sat in.', 'Write an addendum to the note; it will show both.');

export const visitLongAgo = refusal('visit-long-ago', 422, 'This session was more than seven days ago, so the visit was not written down.', 'Write an addendum to the note, or a contact note that says who came.');
export const personNotCome = refusal('person-not-come', 422, 'The person has not come yet, and nobody sits in at a session of this kind without the person.', 'Check the person in first, then write down who came along.');

/** Said twice, it answers the visit there is. A visit takes no seat and has no minutes (W9). */
export const supporterCame = act({
  name: 'attendance.supporter-came',
  path: '/sessions/:sessionId/people/:participantId/visits',
  summary: 'Writes down that somebody close to a person sits in at a session, by the person’s recorded permission.',
  may: 'attendance.stamp' satisfies Permission,
  params: z.object({ sessionId, participantId }),
  body: z.object({ contactId: uuid }),
  output: z.object({ sessionId, participantId, visitId: uuid, at: instant }),
  refusals: [sessionCanceled, noVisitorsHere, notOnRoster, visitSigned, tooEarly, visitLongAgo, notPermitted, personNotCome],
  discloses: (came) => [came.participantId],
});

export const takeBackVisit = act({
  name: 'attendance.take-back-visit',
  path: '/visits/:visitId/take-back',
  summary: 'Takes a visit back that was written down by mistake, until the note is signed.',
  may: 'attendance.stamp' satisfies Permission,
  params: z.object({ visitId: uuid }),
  output: z.object({ sessionId, participantId, visitId: uuid }),
  refusals: [visitSigned],
  discloses: (taken) => [taken.participantId],
});
