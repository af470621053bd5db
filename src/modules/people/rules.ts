/** Safe display names: what a room, a board or a tablet may show of a person (design 4, "Person"). */
import type { Names } from './words.ts';

const LETTERS = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The first letters as the eye counts them: an accent, a vowel sign or half a flag is not a letter of its own. */
function initials(text: string, letters: number): string {
  return Array.from(LETTERS.segment(text.replace(/^[\s\p{Cf}]+/u, '').trimEnd().normalize('NFC')), ({ segment }) => segment).slice(0, letters).join('');
}

/** Composed, so that two spellings of one accent read alike to the program too. */
function calledName(names: Names): string {
  const chosen = names.chosenName?.trim();
  return (chosen === undefined || chosen === '' ? names.legalGivenName.trim() : chosen).normalize('NFC');
}

function withInitial(names: Names, letters: number): string {
  const initial = initials(names.legalFamilyName, letters);
  const called = calledName(names);
  if (initial === '') return called;
  return called === '' ? `${initial}.` : `${called} ${initial}.`;
}

/** A period says that letters are left out; where more than the first were asked for and the name ends with them, nothing is. */
function withoutPeriod(names: Names, shown: string, letters: number): string {
  const isWhole = letters > 1 && initials(names.legalFamilyName, letters) === names.legalFamilyName.trim().normalize('NFC');
  return isWhole && shown.endsWith('.') ? shown.slice(0, -1) : shown;
}

/** One person's safe display name, such as "Juniper V.": the chosen name where there is one, else the given name, and one letter. */
export function displayName(names: Names): string {
  return withInitial(names, 1);
}

/**
 * Safe display names of people shown together: two that read alike get more letters of the family name, until they differ or it ends. Until then all
 * are compared with their period, so that no two are told apart by it alone.
 */
export function displayNames<Person extends Names>(people: readonly Person[]): Map<Person, string> {
  const shown = new Map(people.map((person) => [person, displayName(person)]));
  const lengthened = new Map<Person, number>();
  const longest = Math.max(1, ...people.map((person) => Array.from(person.legalFamilyName).length));
  for (let letters = 2; letters <= longest; letters += 1) {
    const counts = new Map<string, number>();
    for (const name of shown.values()) counts.set(name, (counts.get(name) ?? 0) + 1);
    const alike = people.filter((person) => (counts.get(shown.get(person) ?? '') ?? 0) > 1);
    if (alike.length === 0) break;
    for (const person of alike) {
      shown.set(person, withInitial(person, letters));
      lengthened.set(person, letters);
    }
  }
  for (const [person, letters] of lengthened) shown.set(person, withoutPeriod(person, shown.get(person) ?? '', letters));
  return shown;
}

/** The full name as the record shows it: legal name, with the chosen name beside it when it differs. */
export function recordName(names: Names): string {
  const legal = `${names.legalGivenName} ${names.legalFamilyName}`.trim();
  const chosen = names.chosenName?.trim();
  return chosen === undefined || chosen === '' || chosen === names.legalGivenName ? legal : `${legal} (${chosen})`;
}
