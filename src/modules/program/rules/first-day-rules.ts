/** The figures by which a new organization's days are run, until it says otherwise; where nothing is verified the row says so. */
import type { DayRule } from '../words.ts';

export type DayRuleRow = { readonly rule: DayRule; readonly value: number; readonly validFrom: string; readonly source: string; readonly isVerified: boolean };

const OURS = 'First setting of this program; not verified.';
/** Before any day that a program may be asked about. */
const EVER = '2000-01-01';

/**
 * The threshold of near-identical sentences: what-counts W15; the grace time (W9) stands with the site. Outreach on the next working
 * day: W17. Norms for notes, plans and reviews: domain 8.2, customary and not verified for any payer.
 */
export const FIRST_DAY_RULES: readonly DayRuleRow[] = ([
  ['near-identical-percent', 60, 'First setting of this program; no payer publishes a figure.'],
  ['objective-untouched-days', 14, OURS],
  ['craving-alert-from', 7, OURS],
  ['craving-alert-rise', 3, OURS],
  ['danger-take-minutes', 15, OURS],
  ['outreach-due-days', 1, 'First setting of this program: the next working day.'],
  ['note-due-hours', 24, 'Customary norm for group notes is 24 to 72 hours; not verified for any payer.'],
  ['plan-due-days', 14, 'Customary norm for a master plan is 7 to 14 days; not verified for any payer.'],
  ['plan-review-days', 30, 'Customary norm for a plan review in an IOP is 14 to 30 days; not verified for any payer.'],
] as const).map(([rule, value, source]) => ({ rule, value, source, validFrom: EVER, isVerified: false }));

/** What a figure is when no row says anything: only a database older than these rows could ask. */
export const FALLBACK: Readonly<Record<DayRule, number>> = Object.fromEntries(FIRST_DAY_RULES.map(({ rule, value }) => [rule, value])) as Record<DayRule, number>;
