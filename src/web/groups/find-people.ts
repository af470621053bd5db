/** Finding a person by a part of the name, accents and case forgiven; those who could come stand first. */

export type Findable = { readonly displayName: string; readonly elsewhere: string | null };

/** Jose finds José, nunez finds Núñez. */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}

/** Every word that was typed begins a word of the name. */
export function findPeople<Person extends Findable>(people: readonly Person[], typed: string): Person[] {
  const wanted = folded(typed).split(/\s+/).filter((word) => word !== '');
  const found = people.filter((person) => {
    const words = folded(person.displayName).split(/[\s.-]+/);
    return wanted.every((part) => words.some((word) => word.startsWith(part.replace(/\.$/, ''))));
  });
  return [...found.filter((person) => person.elsewhere === null), ...found.filter((person) => person.elsewhere !== null)];
}
