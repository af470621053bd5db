/** The nouns of the program as data: sites, levels of care, populations, specialties. */
import { z } from 'zod';
import { plainText, uuid } from '../../values/wire.ts';

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

/** Roles whose holders may be on call (W18: a clinician). */
export const ON_CALL_ROLES = ['director', 'supervisor', 'facilitator', 'counselor'] as const;
/** Days that one act sets, and that one page reads. */
export const MOST_DAYS_SET = 366;
export const MOST_DAYS_READ = 92;

/** Kinds of session as rules and paths name them; the same list as the schedule's own, which a test holds together. */
export const SERVICE_TYPES = ['group', 'individual', 'family', 'couple', 'medication-visit', 'peer-support'] as const;
export const serviceType = z.enum(SERVICE_TYPES);
export type ServiceType = z.infer<typeof serviceType>;

export const ruleId = uuid.brand<'HoursRuleId'>();
export const pathId = uuid.brand<'PathId'>();
export type PathId = z.infer<typeof pathId>;

/** What a path may hold: phases are counted from 1 to 12 where a person stands in one. */
export const MOST_PHASES = 12;
export const MOST_BLOCKS = 12;
export const MOST_PATH_WEEKS = 52;

/** One block of a phase's week: how long it is, how much of that is breaks, and how often a week. */
export const pathBlock = z.object({
  label: plainText(80, 1),
  sessionType: serviceType,
  minutes: z.number().int().min(10).max(720),
  breakMinutes: z.number().int().min(0).max(240),
  perWeek: z.number().int().min(1).max(14),
});
export type PathBlock = z.infer<typeof pathBlock>;

/** A stretch of weeks with one plan, at one level of care. */
export const pathPhase = z.object({
  name: plainText(80, 1),
  weeks: z.number().int().min(1).max(MOST_PATH_WEEKS),
  level,
  blocks: z.array(pathBlock).min(1).max(MOST_BLOCKS),
});
export type PathPhase = z.infer<typeof pathPhase>;
export const pathPhases = z.array(pathPhase).min(1).max(MOST_PHASES);

/** The figures by which a day is run; each is a dated row with its source (table day_rules), of a site or of the organization. */
export const DAY_RULES = [
  'near-identical-percent', 'objective-untouched-days', 'craving-alert-from', 'craving-alert-rise', 'danger-take-minutes',
  'outreach-due-days', 'note-due-hours', 'plan-due-days', 'plan-review-days',
] as const;
export type DayRule = (typeof DAY_RULES)[number];
