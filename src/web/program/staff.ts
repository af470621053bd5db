/** What the list of staff says before it shows anybody, and how a credential's days are told. */
import type { z } from 'zod';
import type { colleague, readStaff, shownCredential } from '../../boards/staff/staff.contract.ts';
import { dateText } from '../kit/times.ts';
import type { Language } from '../kit/times.ts';
import type { Say } from '../kit/words.tsx';
import type { Said } from '../words/said.ts';

export type Staff = z.output<(typeof readStaff)['output']>;
export type Colleague = z.output<typeof colleague>;
export type Credential = z.output<typeof shownCredential>;

/** Licenses and certificates as they are commonly written in behavioral health; any other can be typed. */
export const CREDENTIAL_KINDS = ['LPC', 'LCSW', 'LMFT', 'LMHC', 'LCADC', 'CADC', 'RN', 'LPN', 'NP', 'MD', 'DO', 'PhD', 'PsyD', 'CPRS'] as const;

export const nameOf = (one: Pick<Colleague, 'givenName' | 'familyName'>): string => `${one.givenName} ${one.familyName}`;

/** A day with its year where it is not this year's. */
export function dayWithYear(say: Say, language: Language, date: string, today: string): string {
  const day = dateText(language, date, 'month-day');
  return date.slice(0, 4) === today.slice(0, 4) ? day : say('staff.day-year', { day, year: date.slice(0, 4) });
}

/** How many work here, and whose credentials need somebody: those of people who have left need nobody. */
export function openingOf({ staff }: Staff): Said[] {
  const here = staff.filter((one) => !one.hasEnded);
  const people = (state: Credential['state']): number => here.filter((one) => one.credentials.some((credential) => credential.state === state)).length;
  const said: Said[] = [{ id: 'staff.say.people', values: { people: here.length } }];
  if (people('expired') > 0) said.push({ id: 'staff.say.expired', values: { people: people('expired') } });
  if (people('expires-soon') > 0) said.push({ id: 'staff.say.expiring', values: { people: people('expires-soon') } });
  if (said.length === 1 && here.some((one) => one.credentials.length > 0)) said.push({ id: 'staff.say.all-valid' });
  return said;
}
