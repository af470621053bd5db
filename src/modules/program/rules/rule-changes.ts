/** Whether an hours rule may be written, followed, ended or switched: figures that make sense, and one floor at a time. */
import { refuse } from '../../../platform/outcome.ts';
import type { Refused } from '../../../platform/outcome.ts';
import type { HoursRule } from '../words.ts';

export type Dated = Pick<HoursRule, 'purpose' | 'level' | 'population' | 'validFrom' | 'validTo' | 'isOn'>;
type FiguresRefused = Refused<'rule-measures-nothing' | 'ceiling-under-floor' | 'rule-ends-before-it-begins' | 'said-by-missing'>;

/** Null when the figures can stand. */
export function wrongFigures(rule: Omit<HoursRule, 'isOn' | 'level' | 'population'>): FiguresRefused | null {
  const figures = [rule.floorMinutesWeek, rule.ceilingMinutesWeek, rule.floorMinutesDay, rule.daysWeek, rule.servicesWeek, rule.longestGapDays, rule.weeksMax];
  if (figures.every((figure) => figure === null) || (rule.purpose === 'floor' && rule.floorMinutesWeek === null)) return refuse('rule-measures-nothing');
  if (rule.floorMinutesWeek !== null && rule.ceilingMinutesWeek !== null && rule.ceilingMinutesWeek < rule.floorMinutesWeek) return refuse('ceiling-under-floor');
  if (rule.validTo !== null && rule.validTo < rule.validFrom) return refuse('rule-ends-before-it-begins');
  if (rule.purpose === 'test' && rule.saidBy === '') return refuse('said-by-missing');
  return null;
}

/** The floor that already holds on some day of this one, if there is one: a level and population have one floor at a time (PRO-21). */
export function overlappingFloor<Other extends Dated>(rule: Dated, others: readonly Other[]): Other | null {
  if (rule.purpose !== 'floor' || !rule.isOn) return null;
  return others.find((other) => other.purpose === 'floor' && other.isOn && other.level === rule.level && other.population === rule.population
    && (rule.validTo === null || other.validFrom <= rule.validTo) && (other.validTo === null || other.validTo >= rule.validFrom)) ?? null;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Nothing was read by it yet: not begun, switched off, or entered within the last day. */
export function mayBeTakenOut(rule: Pick<HoursRule, 'isOn' | 'validFrom'> & { recordedAt: Date }, today: string, now: Date): boolean {
  return !rule.isOn || rule.validFrom > today || now.getTime() - rule.recordedAt.getTime() < DAY_MS;
}
