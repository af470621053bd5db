/** People found by what somebody remembers of them: a name, a birth date, a number. */
import { z } from 'zod';
import { search } from '../../platform/contract.ts';
import type { Permission } from '../../permissions.ts';
import { plainLine } from '../../values/wire.ts';
import { participantId } from '../../modules/people/words.ts';

/** No more than a person reads through; whoever is not among them types another word. */
export const FOUND_SHOWN = 12;

export const foundPerson = z.object({
  participantId,
  displayName: z.string(),
  /** Given and family name as on the papers, for those who stand at a desk and ask for them. */
  legalName: z.string(),
  birthYear: z.number().int().nullable(),
  participantNumber: z.string(),
  programName: z.string().nullable(),
  siteName: z.string().nullable(),
  /** From 1 on the day of admission; null before it and after the end. */
  week: z.number().int().positive().nullable(),
  /** In the program now, admitted ahead, gone at most 90 days ago, or never admitted. */
  state: z.enum(['here', 'ahead', 'left', 'waiting']),
  why: z.enum(['name', 'similar', 'birth-date', 'number']),
});

export const findPeople = search({
  name: 'people.find',
  path: '/found-people',
  summary: 'People whom the asker may see, by name without accents and with typing errors, by birth date or by number, the likeliest first.',
  may: 'people.read' satisfies Permission,
  body: z.object({ text: plainLine(120), language: z.enum(['en', 'es']) }),
  output: z.object({ people: z.array(foundPerson), hasMore: z.boolean() }),
  discloses: (found) => found.people.map((person) => person.participantId),
});
