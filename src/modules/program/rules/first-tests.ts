/** Tests of payers and states that a new organization finds in its list, all switched off: figures with their source, and whether they were compared with it. */
import type { HoursRule } from '../words.ts';
import { COUNTED_TYPES } from './counted-types.ts';

const NINE_HOURS = 540;
const SIX_HOURS = 360;
const NINETEEN_HOURS = 1140;
const THREE_HOURS = 180;

const TEST = {
  level: 'iop', population: 'adults', unit: 'minutes', sessionTypes: COUNTED_TYPES, participantPresent: true, purpose: 'test', isOn: false, floorMinutesWeek: null, floorMinutesDay: null,
  daysWeek: null, servicesWeek: null, longestGapDays: null, weeksMax: null, ceilingMinutesWeek: null, weekStartsOn: 1, validFrom: '2024-01-01', validTo: null,
} as const;

const FIRST_DAY = 'the first day here is ours, not the text’s';

/* Gathered 2026-11-21; a figure that was seen in a copy of its source is marked so, anything else is a default to be checked. */
export const FIRST_TESTS: readonly HoursRule[] = [
  {
    ...TEST, name: 'Plan calls for nine hours', saidBy: 'Medicare', basis: 'planned', floorMinutesWeek: NINE_HOURS, ceilingMinutesWeek: NINETEEN_HOURS, isVerified: true,
    source: 'Medicare intensive outpatient benefit since 2024-01-01: the plan calls for at least 9 h a week (condition code 92 guidance); band of 9 to 19 h in the contractor’s guidance (MM13222)',
  },
  {
    ...TEST, name: 'Nine hours scheduled, six weeks', saidBy: 'New York, Part 822', basis: 'scheduled', floorMinutesWeek: NINE_HOURS, weeksMax: 6, isVerified: true,
    source: `New York OASAS intensive outpatient service (Part 822): 9 h a week scheduled; a written reason after 6 weeks; ${FIRST_DAY}`,
  },
  {
    ...TEST, name: 'Three hours attended on the day', saidBy: 'New York, Part 822', basis: 'attended', floorMinutesDay: THREE_HOURS, isVerified: true,
    source: `New York OASAS intensive outpatient service (Part 822): billed by the day, at least 3 h attended on it, whatever the week comes to; ${FIRST_DAY}`,
  },
  {
    ...TEST, name: 'Nine hours, three days, no long gap', saidBy: 'Wyoming', basis: 'scheduled', floorMinutesWeek: NINE_HOURS, daysWeek: 3, longestGapDays: 3, isVerified: true,
    source: `Wyoming rules 048-0054, chapter 4, section 12: 9 h for adults, at least 3 times a week, at most 3 days between services, holidays aside; ${FIRST_DAY}`,
  },
  {
    ...TEST, name: 'Six hours, three days, no long gap', population: 'adolescents', saidBy: 'Wyoming', basis: 'scheduled', floorMinutesWeek: SIX_HOURS, daysWeek: 3, longestGapDays: 3, isVerified: true,
    source: `Wyoming rules 048-0054, chapter 4, section 12: 6 h for youth, at least 3 times a week, at most 3 days between services, holidays aside; ${FIRST_DAY}`,
  },
  {
    ...TEST, name: 'Three hours on three days', saidBy: 'Indiana', basis: 'scheduled', floorMinutesDay: THREE_HOURS, daysWeek: 3, isVerified: true,
    source: `Indiana 405 IAC 5-21.5-11: at least 3 h a day on at least 3 days a week; ${FIRST_DAY}`,
  },
  {
    ...TEST, name: 'Nine hours of counseling scheduled', saidBy: 'Kansas', basis: 'scheduled', floorMinutesWeek: NINE_HOURS, isVerified: true,
    source: `Kansas licensing standards R03-704: at least 9 h of scheduled counseling a week from 18 years on; ${FIRST_DAY}`,
  },
  {
    ...TEST, name: 'Six hours of counseling scheduled', population: 'adolescents', saidBy: 'Kansas', basis: 'scheduled', floorMinutesWeek: SIX_HOURS, isVerified: true,
    source: `Kansas licensing standards R03-704: at least 6 h of scheduled counseling a week under 18 years; ${FIRST_DAY}`,
  },
  {
    ...TEST, name: 'Three hours on three days', saidBy: 'Maryland, per diem H0015', basis: 'attended', floorMinutesDay: THREE_HOURS, daysWeek: 3, isVerified: true,
    source: `Per-diem rule behind HCPCS H0015: at least 3 h a day on at least 3 days a week, with attendance and minutes of each day; whether Maryland reads it so was not compared; ${FIRST_DAY}`,
  },
  {
    ...TEST, name: 'Nine services a week', saidBy: 'Medicare, opioid treatment programs', unit: 'services', basis: 'attended', servicesWeek: 9, isVerified: false,
    source: 'Weekly intensive outpatient add-on of opioid treatment programs since 2024: at least 9 services in 7 days in a row. Shown here for the week from Monday; a rolling week is not computed. The figure is not verified',
  },
];
