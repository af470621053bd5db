/** The nouns of the program as data: sites, levels of care, populations, specialties. */
import { z } from 'zod';
import { uuid } from '../../values/wire.ts';

export const siteId = uuid.brand<'SiteId'>();
export type SiteId = z.infer<typeof siteId>;

/** Levels of care the program can be run at (vision, "Program types"); each has its own floor of weekly hours. */
export const LEVELS = ['iop', 'php', 'outpatient'] as const;
export const level = z.enum(LEVELS);
export type Level = z.infer<typeof level>;

export const POPULATIONS = ['adults', 'adolescents'] as const;
export const population = z.enum(POPULATIONS);
export type Population = z.infer<typeof population>;

export const SPECIALTIES = ['substance-use', 'ocd-anxiety', 'eating-disorder', 'dual-diagnosis', 'other'] as const;
export const specialty = z.enum(SPECIALTIES);
export type Specialty = z.infer<typeof specialty>;

/** Floor: of a level of care; test: of a payer or state, shown beside it (W4). */
export const RULE_PURPOSES = ['floor', 'test'] as const;
export const RULE_BASES = ['planned', 'scheduled', 'attended', 'clinical'] as const;
export const RULE_UNITS = ['minutes', 'services'] as const;

/** A dated rule by which hours are judged (W4): its figures, and where they come from. */
export type HoursRule = {
  readonly name: string;
  readonly level: Level;
  readonly population: Population;
  readonly unit: (typeof RULE_UNITS)[number];
  readonly basis: (typeof RULE_BASES)[number];
  readonly sessionTypes: readonly string[];
  readonly participantPresent: boolean;
  readonly purpose: (typeof RULE_PURPOSES)[number];
  /** Which payer or state; empty for a floor. */
  readonly saidBy: string;
  readonly isOn: boolean;
  readonly floorMinutesWeek: number | null;
  readonly floorMinutesDay: number | null;
  readonly daysWeek: number | null;
  readonly servicesWeek: number | null;
  readonly longestGapDays: number | null;
  readonly weeksMax: number | null;
  readonly ceilingMinutesWeek: number | null;
  readonly weekStartsOn: 1 | 2 | 3 | 4 | 5 | 6 | 7;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly source: string;
  readonly isVerified: boolean;
};
