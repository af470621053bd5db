/** One row for each clause of W1 to W8, and of the payers' and states' rules as they were gathered: a week against a rule. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { FIRST_HOURS_RULES } from '../../program/rules.ts';
import type { HoursRule } from '../../program/words.ts';
import { addDays, dateIn, weekOf } from '../../../values/civil-date.ts';
import type { CivilDate } from '../../../values/civil-date.ts';
import type { LedgerStanding } from '../words.ts';
import { datesOf, decideTest, floorOfWeek, weeksAtLevel } from './hours-tests.ts';
import type { Service, TestVerdict, WeekFacts } from './hours-tests.ts';

const WEEK = weekOf('2026-11-19' as CivilDate);
const [MON, TUE, WED, THU, FRI, SAT, SUN] = datesOf(WEEK) as [CivilDate, CivilDate, CivilDate, CivilDate, CivilDate, CivilDate, CivilDate];
const IOP = Array.from({ length: 7 }, () => 'iop');

const first = (saidBy: string, name: RegExp, population = 'adults'): HoursRule => {
  const found = FIRST_HOURS_RULES.find((rule) => rule.saidBy === saidBy && name.test(rule.name) && rule.population === population);
  assert.ok(found, `${saidBy} ${name}`);
  return found;
};
const FLOOR = first('', /Nine hours/);
const PLAN = first('Medicare', /Plan/);
const NY_WEEK = first('New York, Part 822', /scheduled/);
const NY_DAY = first('New York, Part 822', /attended/);
const WYOMING = first('Wyoming', /Nine/);
const INDIANA = first('Indiana', /Three/);
const KANSAS = first('Kansas', /Nine/);
const PER_DIEM = first('Maryland, per diem H0015', /Three/);
const OTP = first('Medicare, opioid treatment programs', /services/);

/** A session that was held for 200 minutes with 20 of breaks, unless said otherwise. */
const held = (date: CivilDate, clinical = 180, more: Partial<Service> = {}): Service => {
  const minutes = { scheduled: 200, attended: clinical + 20, clinical };
  return { date, type: 'group', standing: 'documented', participantPresent: true, minutes, reachable: minutes, ...more };
};
const booked = (date: CivilDate, more: Partial<Service> = {}): Service => held(date, 180, { standing: 'booked', minutes: { scheduled: 200, attended: 0, clinical: 0 }, reachable: { scheduled: 200, attended: 200, clinical: 180 }, ...more });
const gone = (date: CivilDate, standing: LedgerStanding): Service => booked(date, { standing });
const week = (services: readonly Service[], more: Partial<WeekFacts> = {}): WeekFacts => ({
  week: WEEK, today: THU, levels: IOP, services, before: { attended: null, scheduled: null }, holidays: [], weekNo: 2, ...more,
});

function said({ state, parts }: TestVerdict): string {
  return [state, ...parts.map((part) => `${part.kind} ${part.now} ${part.forecast}/${part.wanted} ${part.state}`)].join(', ');
}

type Case = readonly [clause: string, rule: HoursRule, facts: WeekFacts, said: string];
const CASES: readonly Case[] = [
  ['W1 clinical leaves breaks out: three blocks of 3 h 20 are nine hours', FLOOR, week([held(MON), held(WED), held(FRI)]), 'met, minutes 540 540/540 met, ceiling 540 540/1140 met'],
  ['W1 W5 three 3 h blocks with two breaks of ten minutes are 8 h', FLOOR, week([held(MON, 160), held(WED, 160), held(FRI, 160)]), 'not-met, minutes 480 480/540 not-met, ceiling 480 480/1140 met'],
  ['W7 what is booked will bring it: open', FLOOR, week([held(MON), held(WED), booked(FRI)]), 'open, minutes 360 540/540 open, ceiling 360 540/1140 met'],
  ['W7 not even with what is booked', FLOOR, week([held(MON), held(WED, 80), booked(FRI)]), 'not-met, minutes 260 440/540 not-met, ceiling 260 440/1140 met'],
  ['W7 a running session counts what it can still give', FLOOR, week([held(MON), held(WED), held(THU, 30, { standing: 'running', reachable: { scheduled: 200, attended: 190, clinical: 170 } })]), 'not-met, minutes 390 530/540 not-met, ceiling 390 530/1140 met'],
  ['W4 peer support and medication visits do not count', FLOOR, week([held(MON), held(WED), held(FRI), held(TUE, 60, { type: 'peer-support' }), held(TUE, 20, { type: 'medication-visit' })]), 'met, minutes 540 540/540 met, ceiling 540 540/1140 met'],
  ['W4 individual, family and couple do', FLOOR, week([held(MON, 60, { type: 'individual' }), held(WED, 60, { type: 'family' }), held(FRI, 60, { type: 'couple' })]), 'not-met, minutes 180 180/540 not-met, ceiling 180 180/1140 met'],
  ['W4 family without the participant does not', FLOOR, week([held(MON), held(WED), held(FRI), held(TUE, 60, { type: 'family', participantPresent: false })]), 'met, minutes 540 540/540 met, ceiling 540 540/1140 met'],
  ['W4 where presence is not asked for, it does', { ...FLOOR, participantPresent: false }, week([held(TUE, 60, { type: 'family', participantPresent: false })]), 'not-met, minutes 60 60/540 not-met, ceiling 60 60/1140 met'],
  ['R3 more than nineteen hours belong to another level', FLOOR, week([held(MON, 600), held(TUE, 600)]), 'not-met, minutes 1200 1200/540 met, ceiling 1200 1200/1140 not-met'],
  ['W8 a make-up counts in the week in which it is attended', FLOOR, week([held(MON), held(WED), held(SAT)]), 'met, minutes 540 540/540 met, ceiling 540 540/1140 met'],
  ['W6 provisional minutes count like documented ones', FLOOR, week([held(MON), held(WED), held(FRI, 180, { standing: 'provisional' })]), 'met, minutes 540 540/540 met, ceiling 540 540/1140 met'],
  ['missed and canceled give nothing', FLOOR, week([held(MON), gone(WED, 'missed'), gone(FRI, 'canceled')]), 'not-met, minutes 180 180/540 not-met, ceiling 180 180/1140 met'],
  ['W5 admitted on Wednesday: five sevenths, and no alarm', FLOOR, week([held(WED), held(FRI)], { levels: [null, null, 'iop', 'iop', 'iop', 'iop', 'iop'] }), 'pro-rata, minutes 360 360/385 not-met, ceiling 360 360/1140 met'],
  ['W5 two levels: only the days of the level count', FLOOR, week([held(MON), held(WED), held(FRI)], { levels: ['iop', 'iop', 'iop', 'outpatient', 'outpatient', 'outpatient', 'outpatient'] }), 'pro-rata, minutes 360 360/231 met, ceiling 360 360/1140 met'],
  ['W5 discharged on Tuesday', FLOOR, week([held(MON)], { levels: ['iop', 'iop', null, null, null, null, null] }), 'pro-rata, minutes 180 180/154 met, ceiling 180 180/1140 met'],
  ['W5 a holiday does not lower the floor', FLOOR, week([held(MON), held(WED)], { holidays: [THU] }), 'not-met, minutes 360 360/540 not-met, ceiling 360 360/1140 met'],
  ['the level is not in force on any day', FLOOR, week([held(MON)], { levels: Array.from({ length: 7 }, () => 'outpatient') }), 'not-applicable'],
  ['the rule ended before this week', { ...FLOOR, validTo: '2026-11-15' }, week([held(MON)]), 'not-applicable'],
  ['the rule begins on Thursday: four sevenths', { ...FLOOR, validFrom: THU }, week([held(MON), held(FRI)]), 'pro-rata, minutes 180 180/308 not-met, ceiling 180 180/1140 met'],
  ['Medicare: the plan calls for nine hours, whoever missed them', PLAN, week([held(MON), gone(WED, 'missed'), booked(FRI)]), 'met, minutes 600 600/540 met, ceiling 600 600/1140 met'],
  ['Medicare: a canceled session was planned all the same', PLAN, week([held(MON), gone(WED, 'canceled'), booked(FRI)]), 'met, minutes 600 600/540 met, ceiling 600 600/1140 met'],
  ['New York: a canceled session is no longer scheduled', NY_WEEK, week([held(MON), gone(WED, 'canceled'), booked(FRI)]), 'not-met, minutes 400 400/540 not-met, weeks 2 2/6 met'],
  ['New York: nine hours scheduled, whatever was attended', NY_WEEK, week([held(MON), gone(WED, 'missed'), booked(FRI)]), 'met, minutes 600 600/540 met, weeks 2 2/6 met'],
  ['New York: the sixth week needs no reason yet', NY_WEEK, week([held(MON), held(WED), held(FRI)], { weekNo: 6 }), 'met, minutes 600 600/540 met, weeks 6 6/6 met'],
  ['New York: the seventh does', NY_WEEK, week([held(MON), held(WED), held(FRI)], { weekNo: 7 }), 'not-met, minutes 600 600/540 met, weeks 7 7/6 not-met'],
  ['New York: a day under three hours attended is not billed as a day', NY_DAY, week([held(MON), held(WED, 120), booked(FRI)]), 'not-met, day-minutes 1 2/3 not-met'],
  ['New York: attended includes breaks, 160 and 20 are three hours', NY_DAY, week([held(MON, 160)]), 'met, day-minutes 1 1/1 met'],
  ['New York: nothing to judge in a week without a session', NY_DAY, week([]), 'not-applicable'],
  ['Wyoming: nine hours, three days, two days between', WYOMING, week([held(MON), held(WED), booked(FRI)]), 'met, minutes 600 600/540 met, days 3 3/3 met, gap 2 2/3 met'],
  ['Wyoming: from Monday to Friday are three days between, which is allowed', WYOMING, week([held(MON), booked(FRI), booked(SAT)]), 'met, minutes 600 600/540 met, days 3 3/3 met, gap 3 3/3 met'],
  ['Wyoming: from Monday to Saturday are four', WYOMING, week([held(MON), booked(SAT), booked(SUN)]), 'not-met, minutes 600 600/540 met, days 3 3/3 met, gap 4 4/3 not-met'],
  ['Wyoming: holidays aside', WYOMING, week([held(MON), booked(SAT), booked(SUN)], { holidays: [THU] }), 'met, minutes 600 600/540 met, days 3 3/3 met, gap 3 3/3 met'],
  ['Wyoming: the gap begins with the last service of an earlier week', WYOMING, week([held(WED), held(THU), booked(FRI)], { before: { attended: null, scheduled: '2026-11-13' as CivilDate } }), 'not-met, minutes 600 600/540 met, days 3 3/3 met, gap 4 4/3 not-met'],
  ['Wyoming: six hours for youth', first('Wyoming', /Six/, 'adolescents'), week([held(MON), held(WED), booked(FRI)]), 'met, minutes 600 600/360 met, days 3 3/3 met, gap 2 2/3 met'],
  ['a gap of attended days opens as days go by', { ...WYOMING, basis: 'attended', floorMinutesWeek: null, daysWeek: null }, week([held(MON), booked(FRI)]), 'open, gap 2 3/3 open'],
  ['a gap of attended days that has passed stays', { ...WYOMING, basis: 'attended', floorMinutesWeek: null, daysWeek: null }, week([held(MON), booked(SUN)], { today: SUN }), 'not-met, gap 5 5/3 not-met'],
  ['Indiana: three hours on three days, as scheduled', INDIANA, week([held(MON), gone(WED, 'missed'), booked(FRI)]), 'met, days 3 3/3 met'],
  ['Indiana: two sessions of one day are one day', INDIANA, week([held(MON), held(MON), held(WED)]), 'not-met, days 2 2/3 not-met'],
  ['Kansas: nine hours scheduled', KANSAS, week([held(MON), held(WED), gone(FRI, 'missed')]), 'met, minutes 600 600/540 met'],
  ['Kansas: six hours under eighteen', first('Kansas', /Six/, 'adolescents'), week([held(MON), held(WED)]), 'met, minutes 400 400/360 met'],
  ['per diem: three attended hours on three days', PER_DIEM, week([held(MON), held(WED, 80), booked(FRI)]), 'not-met, days 1 2/3 not-met'],
  ['per diem: two shorter sessions of a day make it together', PER_DIEM, week([held(MON, 80), held(MON, 60), held(WED), booked(FRI)]), 'open, days 2 3/3 open'],
  ['opioid treatment programs: nine services', OTP, week([MON, MON, TUE, TUE, WED, WED, THU].map((date) => held(date)).concat([booked(FRI), booked(FRI)])), 'open, services 7 9/9 open'],
  ['opioid treatment programs: services are counted, not minutes', OTP, week([held(MON, 600), held(TUE, 600)]), 'not-met, services 2 2/9 not-met'],
];

describe('ATT-10 every rule reads the same week by its own measure', () => {
  for (const [clause, rule, facts, expected] of CASES) test(clause, () => assert.equal(said(decideTest(rule, facts)), expected));
});

describe('ATT-11 the floor of a week is the sum of its days’ sevenths (W5)', () => {
  const nine = { id: 'nine', floorMinutesWeek: 540 };
  const twenty = { id: 'twenty', floorMinutesWeek: 1200 };
  const none = { id: 'none', floorMinutesWeek: null };
  const days = <Rule>(...list: readonly (readonly [number, Rule])[]): Rule[] => list.flatMap(([count, rule]) => Array.from({ length: count }, () => rule));
  const cases: readonly (readonly [string, Parameters<typeof floorOfWeek>[0], ReturnType<typeof floorOfWeek>])[] = [
    ['one level all week', days([7, nine]), { minutes: 540, isProRata: false, days: 7 }],
    ['no level with a floor', days([7, null]), null],
    ['a level without a floor', days([7, none]), null],
    ['admitted on Thursday', days<typeof nine | null>([3, null], [4, nine]), { minutes: 308, isProRata: true, days: 4 }],
    ['stepped down on Thursday', days<typeof nine | null>([3, nine], [4, null]), { minutes: 231, isProRata: true, days: 3 }],
    ['from twenty to nine hours on Friday', days([4, twenty], [3, nine]), { minutes: 917, isProRata: true, days: 7 }],
  ];
  for (const [title, rules, expected] of cases) test(title, () => assert.deepEqual(floorOfWeek(rules), expected));
});

describe('ATT-11 weeks at a level count from the week in which the stretch began', () => {
  const segment = (level: string, startsOn: string, endedOn: string | null = null) => ({ level, startsOn: startsOn as CivilDate, endedOn: endedOn as CivilDate | null });
  const cases: readonly (readonly [string, Parameters<typeof weeksAtLevel>[0], number])[] = [
    ['admitted this week', [segment('iop', MON)], 1],
    ['admitted last Sunday', [segment('iop', '2026-11-15')], 2],
    ['six weeks ago', [segment('iop', '2026-10-14')], 6],
    ['two segments of one level that touch are one stretch', [segment('iop', '2026-10-14', '2026-11-01'), segment('iop', '2026-11-02')], 6],
    ['a level in between breaks it', [segment('iop', '2026-09-01', '2026-10-31'), segment('php', '2026-11-01', '2026-11-10'), segment('iop', '2026-11-11')], 2],
    ['a pause breaks it', [segment('iop', '2026-09-01', '2026-10-31'), segment('iop', '2026-11-11')], 2],
  ];
  for (const [title, segments, expected] of cases) test(title, () => assert.equal(weeksAtLevel(segments, THU, WEEK), expected));
});

describe('ATT-10 weeks across a clock change in Chicago keep their seven local days (W3)', () => {
  for (const [title, sunday, instant] of [
    ['spring forward', '2026-03-08', '2026-03-09T04:30:00Z'], ['fall back', '2026-11-01', '2026-11-02T05:30:00Z'],
  ] as const) {
    test(`${title}: a session late on Sunday belongs to the week that ends`, () => {
      const date = dateIn('America/Chicago', new Date(instant));
      assert.equal(date, sunday);
      const own = weekOf(date);
      const verdict = decideTest({ ...KANSAS, floorMinutesWeek: 200 }, { ...week([held(date)]), week: own, today: date });
      assert.equal(said(verdict), 'met, minutes 200 200/200 met');
      assert.equal(said(decideTest({ ...KANSAS, floorMinutesWeek: 200 }, { ...week([held(date)]), week: weekOf(addDays(date, 1)), today: date })), 'not-met, minutes 0 0/200 not-met');
    });
  }
});
