/** Acts on permissions to attend: a person allows somebody close to sit in, and takes it back. */
import { z } from 'zod';
import { act, refusal } from '../../platform/contract.ts';
import type { Permission } from '../../permissions.ts';
import { civilDate } from '../../values/civil-date.ts';
import { plainText, uuid } from '../../values/wire.ts';
import { attendableType, participantId, permissionWay } from './words.ts';

export const permittedAlready = refusal('permitted-already', 409, 'A permission for this contact holds already, so no second one was written down.', 'Take the first one back, then write down what holds from now on.');
export const givenAhead = refusal('given-ahead', 422, 'The day on which this was given has not come yet.', 'Write down the day on which the person said or signed it.');
export const givenBeforeBirth = refusal('given-before-birth', 422, 'On that day this person was not born yet, so no permission was written down.', 'Look at the date, then write it down again.');
export const givenLongAgo = refusal('given-long-ago', 422, 'That day is more than five years ago, so no permission was written down.', 'Ask the person again, and write down the day of the answer.');
export const offTheList = refusal('off-the-list', 409, 'This contact was taken off the list, so no permission was written down.', 'Add the contact again, then write down the permission.');

const distinct = (types: readonly string[]): boolean => new Set(types).size === types.length;
const permitted = z.object({ participantId, contactId: uuid, permissionId: uuid });

/** Somebody has one permission at a time; one that has run out makes room for the next. */
export const permitSupporter = act({
  name: 'people.permit-supporter',
  path: '/people/:participantId/contacts/:contactId/permission',
  summary: 'Writes down that a person allows a contact to sit in at these kinds of session: since when, how it was given, until when.',
  may: 'supporter.permit' satisfies Permission,
  params: z.object({ participantId, contactId: uuid }),
  body: z.object({
    sessionTypes: z.array(attendableType).min(1).max(4).refine(distinct, 'each kind once'),
    givenOn: civilDate, givenHow: permissionWay, lastDay: civilDate.nullable(),
    /** What the person said about it. */
    detail: plainText(500),
  }).refine(({ givenOn, lastDay }) => lastDay === null || lastDay >= givenOn, { path: ['lastDay'], message: 'not before the first day' }),
  output: permitted,
  refusals: [permittedAlready, givenAhead, givenBeforeBirth, givenLongAgo, offTheList],
  discloses: (reply) => [reply.participantId],
});

/** Forward only: who sat in before is not touched. `ends` false brings it back, unless another was given meanwhile or the contact is off the list. */
export const endPermission = act({
  name: 'people.end-permission',
  path: '/people/:participantId/contacts/:contactId/permission/:permissionId/end',
  summary: 'Takes a permission to sit in back, or brings it back.',
  may: 'supporter.permit' satisfies Permission,
  params: z.object({ participantId, contactId: uuid, permissionId: uuid }),
  body: z.object({ ends: z.boolean() }),
  output: permitted,
  refusals: [permittedAlready, offTheList],
  discloses: (reply) => [reply.participantId],
});
