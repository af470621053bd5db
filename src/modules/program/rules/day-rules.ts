/** What a figure of the day may be, from when it may begin, and which of its rows holds, is to come, or is past. */
import { refuse } from '../../../platform/outcome.ts';
import type { Refused } from '../../../platform/outcome.ts';
import type { DayRule } from '../words.ts';

export type Bounds = { readonly least: number; readonly most: number };

/** Wide enough for any program, narrow enough for a slip of the hand; ours, no authority names such limits. */
export const DAY_RULE_BOUNDS: Readonly<Record<DayRule, Bounds>> = {
  'near-identical-percent': { least: 30, most: 100 },
  'objective-untouched-days': { least: 1, most: 90 },
  'craving-alert-from': { least: 1, most: 10 },
  'craving-alert-rise': { least: 1, most: 10 },
  'danger-take-minutes': { least: 1, most: 240 },
  'outreach-due-days': { least: 0, most: 14 },
  'note-due-hours': { least: 1, most: 336 },
  'plan-due-days': { least: 1, most: 90 },
  'plan-review-days': { least: 1, most: 180 },
};

type Wanted = { readonly rule: DayRule; readonly value: number; readonly validFrom: string };

/** Null when the figure can be written. Days that have been are read by the figure that held on them, so a new one begins today at the earliest. */
export function wrongDayRule({ rule, value, validFrom }: Wanted, today: string): Refused<'figure-out-of-bounds' | 'figure-in-the-past'> | null {
  const { least, most } = DAY_RULE_BOUNDS[rule];
  if (value < least || value > most) return refuse('figure-out-of-bounds', { least, most });
  return validFrom < today ? refuse('figure-in-the-past', { today }) : null;
}

type Dated = { readonly id: string; readonly siteId: string | null; readonly rule: DayRule; readonly validFrom: string; readonly recordedAt: Date };
export type FigureStanding = 'in-force' | 'coming' | 'past';

/** The row that begins latest holds, of two for the same day the one that was written last; each site has its own list beside the organization's. */
export function newestFirst(one: Dated, other: Dated): number {
  if (one.validFrom !== other.validFrom) return one.validFrom < other.validFrom ? 1 : -1;
  return other.recordedAt.getTime() - one.recordedAt.getTime() || (one.id < other.id ? 1 : -1);
}

export function standingsOf(rows: readonly Dated[], today: string): Map<string, FigureStanding> {
  const standings = new Map<string, FigureStanding>();
  for (const list of Map.groupBy(rows, (row) => `${row.rule} ${row.siteId ?? ''}`).values()) {
    const sorted = [...list].sort(newestFirst);
    const holds = sorted.find((row) => row.validFrom <= today);
    for (const row of sorted) {
      const isReplaced = sorted.find((other) => other.validFrom === row.validFrom) !== row;
      standings.set(row.id, row === holds ? 'in-force' : row.validFrom > today && !isReplaced ? 'coming' : 'past');
    }
  }
  return standings;
}
