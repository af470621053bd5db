/** Acts on participants: who they are, how to reach them, simple health lists. */
import { z } from 'zod';
import { act, refusal } from '../../platform/contract.ts';
import type { Permission } from '../../permissions.ts';
import { civilDate } from '../../values/civil-date.ts';
import { plainLine, plainText, uuid } from '../../values/wire.ts';
import { contactKind, contactWay, healthKind, participantId } from './words.ts';

export const looksKnown = refusal('looks-known', 409, 'Nobody was entered: somebody with this legal name and birth date is here already.', 'Look for the person first. If this is somebody else, confirm it and enter the person.');
export const numberTaken = refusal('number-taken', 409, 'This number belongs to somebody else.', 'Look at the papers again, or leave the field empty and a new number is made.');
export const birthDateOff = refusal('birth-date-off', 422, 'This birth date is in the future, or more than 120 years ago.', 'Look at the year, then save again.');
export const lastUseAhead = refusal('last-use-ahead', 422, 'This day of last use has not come yet.', 'Give the day as told, or leave it empty.');
export const contactThere = refusal('contact-there-already', 409, 'This contact is on the list already.', 'Change it by taking it off the list and adding it anew.');
export const healthItemThere = refusal('health-item-there-already', 409, 'This is on the list already.', 'Change it by ending the entry and adding it anew.');

/** Letters, then what narrows them, such as en or es-MX (BCP 47). */
const language = z.string().max(35).regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/);
const eitherName = (person: { legalGivenName: string; legalFamilyName: string }): boolean => person.legalGivenName !== '' || person.legalFamilyName !== '';

/** What is written about a person when entered, and what can be changed later. */
const details = z.object({
  legalGivenName: plainLine(200),
  legalFamilyName: plainLine(200),
  /** Empty where it is the given name. */
  chosenName: plainLine(200),
  pronouns: plainLine(100),
  participantNumber: plainLine(64),
  birthDate: civilDate.nullable(),
  language,
  telephone: plainLine(40),
  email: plainLine(200).refine((text) => text === '' || /^[^\s@]+@[^\s@]+$/.test(text), 'a mail address, or empty'),
  contactBy: contactWay,
  mayLeaveMessage: z.boolean(),
  contactNote: plainText(500),
});
export type PersonDetails = z.output<typeof details>;

const version = z.number().int().nonnegative().max(2_147_483_646);
const where = z.object({ participantId });
const whereContact = z.object({ participantId, contactId: uuid });
const whereHealthItem = z.object({ participantId, healthItemId: uuid });
const ends = z.object({ ends: z.boolean() });

/** Enters somebody nobody here has seen; waits to be admitted afterwards. An empty number is given the next free one. */
export const registerPerson = act({
  name: 'people.register',
  path: '/people',
  summary: 'Enters a person: names, number, birth date, language, how to reach them safely.',
  may: 'people.change' satisfies Permission,
  body: z.object({ ...details.shape, confirmed: z.boolean().optional() }).refine(eitherName, { path: ['legalGivenName'], message: 'a name' }),
  output: z.object({ participantId }),
  refusals: [looksKnown, numberTaken, birthDateOff],
  discloses: (entered) => [entered.participantId],
});

/** Changes what is written about a person; what it said before is kept. */
export const changePerson = act({
  name: 'people.change-details',
  path: '/people/:participantId',
  summary: 'Changes names, number, birth date, language or how to reach a person; what it said before is kept.',
  may: 'people.change' satisfies Permission,
  params: where,
  body: z.object({ ...details.shape, participantNumber: plainLine(64, 1), version }).refine(eitherName, { path: ['legalGivenName'], message: 'a name' }),
  output: z.object({ participantId, version }),
  refusals: [numberTaken, birthDateOff],
  discloses: (changed) => [changed.participantId],
});

export const addContact = act({
  name: 'people.add-contact',
  path: '/people/:participantId/contacts',
  summary: 'Adds a guardian or an emergency contact of a person.',
  may: 'people.change' satisfies Permission,
  params: where,
  body: z.object({ kind: contactKind, name: plainLine(120, 1), relation: plainLine(80), telephone: plainLine(40) }),
  output: z.object({ participantId, contactId: uuid }),
  refusals: [contactThere],
  discloses: (added) => [added.participantId],
});

/** Ending takes back what the contact was allowed to attend. `ends` false brings the contact back and not the permission, unless the same contact was added meanwhile. */
export const endContact = act({
  name: 'people.end-contact',
  path: '/people/:participantId/contacts/:contactId/end',
  summary: 'Takes a contact of a person off the list, or brings it back.',
  may: 'people.change' satisfies Permission,
  params: whereContact,
  body: ends,
  output: z.object({ participantId, contactId: uuid, /** How many permissions to attend ended with it. */ permissionsEnded: z.number().int() }),
  refusals: [contactThere],
  discloses: (ended) => [ended.participantId],
});

export const addHealthItem = act({
  name: 'people.add-health-item',
  path: '/people/:participantId/health',
  summary: 'Adds an allergy, a current medication or a substance to the lists of a person.',
  may: 'health.change' satisfies Permission,
  params: where,
  body: z.object({ kind: healthKind, label: plainLine(200, 1), detail: plainText(500), lastOn: civilDate.nullable() })
    .refine((item) => item.lastOn === null || item.kind === 'substance', { path: ['lastOn'], message: 'only a substance has a day of last use' }),
  output: z.object({ participantId, healthItemId: uuid }),
  refusals: [healthItemThere, lastUseAhead],
  discloses: (added) => [added.participantId],
});

/** `ends` false brings it back, unless the same entry was added meanwhile. */
export const endHealthItem = act({
  name: 'people.end-health-item',
  path: '/people/:participantId/health/:healthItemId/end',
  summary: 'Ends an entry of the health lists of a person, or brings it back.',
  may: 'health.change' satisfies Permission,
  params: whereHealthItem,
  body: ends,
  output: z.object({ participantId, healthItemId: uuid }),
  refusals: [healthItemThere],
  discloses: (ended) => [ended.participantId],
});
