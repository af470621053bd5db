/** The figures of one rule as its row shows them: what holds for all and for single sites, what is to come, what a change back would write. */
import type { z } from 'zod';
import type { readDayRules } from '../../boards/program/day-rules.contract.ts';

export type DayRules = z.output<typeof readDayRules['output']>;
export type Rule = DayRules['rules'][number];
export type Figure = Rule['figures'][number];

/** What holds now and what is to come, the organization's before a site's own. */
export function standingFigures(rule: Rule): Figure[] {
  const live = rule.figures.filter(({ standing }) => standing !== 'past');
  return [...live.filter(({ siteId }) => siteId === null), ...live.filter(({ siteId }) => siteId !== null).sort((one, other) => (one.siteName ?? '').localeCompare(other.siteName ?? ''))]
    .sort((one, other) => Number(one.standing === 'coming') - Number(other.standing === 'coming'));
}

export function pastFigures(rule: Rule): Figure[] {
  return rule.figures.filter(({ standing }) => standing === 'past');
}

/** What was said for the same place before a figure; for a site's first own figure, what holds for all. */
export function formerOf(rule: Rule, figure: Pick<Figure, 'id' | 'siteId'>): Figure | null {
  const own = rule.figures.filter(({ siteId }) => siteId === figure.siteId);
  const former = own[own.findIndex(({ id }) => id === figure.id) + 1];
  return former ?? (figure.siteId === null ? null : rule.figures.find(({ siteId, standing }) => siteId === null && standing === 'in-force') ?? null);
}

/** Every figure that is not verified counts once, whatever sites say beside it. */
export function unverified(rules: readonly Rule[]): number {
  return rules.filter((rule) => standingFigures(rule).some(({ standing, isVerified }) => standing === 'in-force' && !isVerified)).length;
}
