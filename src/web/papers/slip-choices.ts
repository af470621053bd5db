/** How slips are printed, as their address says it: cut apart or on one sheet, with how many blank ones, and whether they name what is taught. */

/** Enough for a second room; more is a stack to be printed apart. */
export const MOST_BLANK = 20;

export type SlipChoices = { readonly as: 'slips' | 'sheet'; readonly blank: number; readonly named: boolean };

/** What an address carries that fits; the rest is left out rather than believed. */
export function choicesOf(search: Readonly<Record<string, unknown>>): SlipChoices {
  const blank = Number(search['blank'] ?? 0);
  return {
    as: search['as'] === 'sheet' ? 'sheet' : 'slips',
    blank: Number.isInteger(blank) && blank >= 0 && blank <= MOST_BLANK ? blank : 0,
    named: search['named'] === 'yes',
  };
}

/** The address of choices: what is as it is without saying stands in none. */
export function searchOf({ as, blank, named }: SlipChoices): Record<string, unknown> {
  return { ...(as === 'sheet' ? { as } : {}), ...(blank > 0 ? { blank } : {}), ...(named ? { named: 'yes' } : {}) };
}
