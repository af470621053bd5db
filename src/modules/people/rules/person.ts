/** Decisions about who somebody is: age, a birth date that can be, a name that is the same, the next number. */
import { addDays } from '../../../values/civil-date.ts';
import type { CivilDate } from '../../../values/civil-date.ts';

const YEARS_MAX = 120;
/** Where adolescents become adults: consent of a guardian is asked for below it. */
const OF_AGE_YEARS = 18;

const yearOf = (date: string): number => Number(date.slice(0, 4));

/** Full years on a day; somebody born on February 29 turns a year older on March 1 of a common year. */
export function ageOn(birthDate: CivilDate, day: CivilDate): number {
  return yearOf(day) - yearOf(birthDate) - (day.slice(5) < birthDate.slice(5) ? 1 : 0);
}

export function isBirthDateOff(birthDate: CivilDate, today: CivilDate): boolean {
  return birthDate > today || ageOn(birthDate, addDays(today, -1)) >= YEARS_MAX;
}

/** Under 18 and nobody on the list who may sign for the person. */
export function lacksGuardian(age: number | null, contacts: readonly { kind: string; hasEnded: boolean }[]): boolean {
  return age !== null && age < OF_AGE_YEARS && !contacts.some((contact) => contact.kind === 'guardian' && !contact.hasEnded);
}

type Legal = { readonly legalGivenName: string; readonly legalFamilyName: string };

/** One spelling for what is typed in many: without accents, marks that nobody sees, case, and more than one space. */
export function plainName(text: string): string {
  return text.normalize('NFD').replace(/[\p{M}\p{Cf}]/gu, '').toLowerCase().replace(/\s+/gu, ' ').trim();
}

export function isSameLegalName(one: Legal, other: Legal): boolean {
  return plainName(`${one.legalGivenName} ${one.legalFamilyName}`) === plainName(`${other.legalGivenName} ${other.legalFamilyName}`);
}

/** The number after the highest that was ever made here. */
export function nextNumber(highest: number): string {
  return `P-${highest + 1}`;
}
