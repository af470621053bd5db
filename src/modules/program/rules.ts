/** The first hours rules of a new organization: dated, sourced, editable (W4, W5). */
import { COUNTED_TYPES } from './rules/counted-types.ts';
import { FIRST_TESTS } from './rules/first-tests.ts';
import type { HoursRule } from './words.ts';

export { COUNTED_TYPES };

const TWENTY_HOURS = 1200;
const NINE_HOURS = 540;
const SIX_HOURS = 360;
const NINETEEN_HOURS = 1140;

/** What every floor is by default: clinical minutes of counted sessions with the participant present, Monday to Sunday (W3, W4). */
const FLOOR = {
  unit: 'minutes', basis: 'clinical', sessionTypes: COUNTED_TYPES, participantPresent: true, purpose: 'floor', saidBy: '', isOn: true, floorMinutesDay: null, daysWeek: null,
  servicesWeek: null, longestGapDays: null, weeksMax: null, weekStartsOn: 1, validTo: null,
} as const;

/**
 * Weekly floors of an intensive outpatient program: 9 h for adults, 6 h for adolescents, at most 19 h; of a day program 20 h. Outpatient has none.
 * Source: SAMHSA Advisory on intensive outpatient treatment (2021, after TIP 47) for both floors; the upper bound for adolescents was not compared with a text.
 */
const FIRST_FLOORS: readonly HoursRule[] = [
  {
    ...FLOOR, name: 'Nine hours a week', level: 'iop', population: 'adults', floorMinutesWeek: NINE_HOURS, ceilingMinutesWeek: NINETEEN_HOURS, validFrom: '2021-01-01', source: 'SAMHSA Advisory, Clinical Issues in Intensive Outpatient Treatment (2021): 9 h a week, adults', isVerified: true,
  },
  {
    ...FLOOR, name: 'Six hours a week', level: 'iop', population: 'adolescents', floorMinutesWeek: SIX_HOURS, ceilingMinutesWeek: NINETEEN_HOURS, validFrom: '2021-01-01', source: 'SAMHSA Advisory, Clinical Issues in Intensive Outpatient Treatment (2021): 6 h a week, adolescents; the upper bound is not verified', isVerified: false,
  },
  {
    ...FLOOR, name: 'Twenty hours a week', level: 'php', population: 'adults', floorMinutesWeek: TWENTY_HOURS, ceilingMinutesWeek: null, validFrom: '2021-01-01', source: 'Medicare contractor’s guidance on partial hospitalization (article 10521): 20 h a week or more; the first day here is ours', isVerified: true,
  },
  {
    ...FLOOR, name: 'Twenty hours a week', level: 'php', population: 'adolescents', floorMinutesWeek: TWENTY_HOURS, ceilingMinutesWeek: null, validFrom: '2021-01-01', source: 'Taken over from adults; for adolescents it is not verified', isVerified: false,
  },
];

/** What a new organization begins with: floors in force, tests of payers and states there to be switched on. */
export const FIRST_HOURS_RULES: readonly HoursRule[] = [...FIRST_FLOORS, ...FIRST_TESTS];

/** The rule in force on a day for a level and population; the latest that began wins. */
export function ruleOn<Rule extends Pick<HoursRule, 'level' | 'population' | 'validFrom' | 'validTo'>>(rules: readonly Rule[], level: string, population: string, date: string): Rule | null {
  const fitting = rules.filter((rule) => rule.level === level && rule.population === population && rule.validFrom <= date && (rule.validTo === null || rule.validTo >= date));
  return fitting.sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0] ?? null;
}
