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

/** A dated rule by which hours are judged (W4): its figures, and where they come from. */
export type HoursRule = {
  readonly name: string;
  readonly level: Level;
  readonly population: Population;
  readonly basis: 'planned' | 'scheduled' | 'attended' | 'clinical';
  readonly sessionTypes: readonly string[];
  readonly floorMinutesWeek: number | null;
  readonly ceilingMinutesWeek: number | null;
  readonly weekStartsOn: 1 | 2 | 3 | 4 | 5 | 6 | 7;
  readonly validFrom: string;
  readonly source: string;
  readonly isVerified: boolean;
};
