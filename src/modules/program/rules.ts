/** The first hours rules of a new organization: dated, sourced, editable (W4, W5). */
import type { HoursRule } from './words.ts';

/** Session types that count for weekly hours unless a rule says otherwise (W4). */
export const COUNTED_TYPES = ['group', 'individual', 'family', 'couple'] as const;

const NINE_HOURS = 540;
const SIX_HOURS = 360;
const NINETEEN_HOURS = 1140;

/** What every floor is by default: clinical minutes of counted sessions with the participant present, Monday to Sunday (W3, W4). */
const FLOOR = {
  unit: 'minutes', basis: 'clinical', sessionTypes: COUNTED_TYPES, participantPresent: true, purpose: 'floor', saidBy: '', isOn: true, floorMinutesDay: null, daysWeek: null,
  servicesWeek: null, longestGapDays: null, weeksMax: null, weekStartsOn: 1, validTo: null,
} as const;

/**
 * Weekly floors of an intensive outpatient program: 9 h for adults, 6 h for adolescents, at most 19 h.
 * Source: SAMHSA Advisory on intensive outpatient treatment (2021, after TIP 47) for both floors; the upper bound for adolescents was not compared with a text.
 */
export const FIRST_HOURS_RULES: readonly HoursRule[] = [
  {
    ...FLOOR, name: 'Nine hours a week', level: 'iop', population: 'adults', floorMinutesWeek: NINE_HOURS, ceilingMinutesWeek: NINETEEN_HOURS, validFrom: '2021-01-01', source: 'SAMHSA Advisory, Clinical Issues in Intensive Outpatient Treatment (2021): 9 h a week, adults', isVerified: true,
  },
  {
    ...FLOOR, name: 'Six hours a week', level: 'iop', population: 'adolescents', floorMinutesWeek: SIX_HOURS, ceilingMinutesWeek: NINETEEN_HOURS, validFrom: '2021-01-01', source: 'SAMHSA Advisory, Clinical Issues in Intensive Outpatient Treatment (2021): 6 h a week, adolescents; the upper bound is not verified', isVerified: false,
  },
];

/** The rule in force on a day for a level and population; the latest that began wins. */
export function ruleOn(rules: readonly HoursRule[], level: string, population: string, date: string): HoursRule | null {
  const fitting = rules.filter((rule) => rule.level === level && rule.population === population && rule.validFrom <= date && (rule.validTo === null || rule.validTo >= date));
  return fitting.sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0] ?? null;
}
