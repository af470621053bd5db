/** An hours rule in words: what it asks for in one line, and what a form of it starts from. */
import type { z } from 'zod';
import type { hoursRuleRow } from '../../boards/program/hours-settings.contract.ts';
import type { addHoursRule } from '../../modules/program/hours-rules.contract.ts';
import type { ServiceType } from '../../modules/program/words.ts';
import type { CivilDate } from '../../values/civil-date.ts';
import { hoursSaid } from '../kit/times.ts';
import type { Say } from '../kit/words.tsx';

export type RuleRow = z.output<typeof hoursRuleRow>;
export type RuleForm = z.output<typeof addHoursRule['body']>;

/** "At least 9 h and at most 19 h a week, on 3 days of at least 3 h". */
export function figuresSaid(say: Say, rule: Omit<RuleForm, 'validFrom' | 'validTo'>): string {
  const hours = (minutes: number | null): string => hoursSaid(minutes ?? 0);
  const { floorMinutesWeek: floor, ceilingMinutesWeek: ceiling, floorMinutesDay: day, daysWeek: days, servicesWeek, longestGapDays, weeksMax } = rule;
  const parts = [
    floor !== null && ceiling !== null ? say('rule.week.between', { floor: hours(floor), ceiling: hours(ceiling) }) : floor !== null ? say('rule.week.floor', { floor: hours(floor) }) : ceiling !== null ? say('rule.week.ceiling', { ceiling: hours(ceiling) }) : '',
    days !== null && day !== null ? say('rule.days.of', { days, hours: hours(day) }) : days !== null ? say('rule.days', { days }) : day !== null ? say('rule.day', { hours: hours(day) }) : '',
    servicesWeek !== null ? say('rule.services', { services: servicesWeek }) : '',
    longestGapDays !== null ? say('rule.gap', { days: longestGapDays }) : '',
    weeksMax !== null ? say('rule.weeks', { weeks: weeksMax }) : '',
  ].filter((part) => part !== '');
  const text = parts.join('; ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const COUNTED: ServiceType[] = ['group', 'individual', 'family', 'couple'];

/** A test of a payer that is still empty, from today on. */
export function emptyRule(today: CivilDate): RuleForm {
  return {
    purpose: 'test', level: 'iop', population: 'adults', name: '', unit: 'minutes', basis: 'attended', sessionTypes: COUNTED, participantPresent: true, floorMinutesWeek: null, ceilingMinutesWeek: null,
    floorMinutesDay: null, daysWeek: null, servicesWeek: null, longestGapDays: null, weeksMax: null, weekStartsOn: 1, validFrom: today, validTo: null, saidBy: '', source: '', isVerified: false,
  };
}

/** The figures of a rule as the next ones begin: everything stays but the day, and somebody must compare them anew. */
export function nextFigures(rule: RuleRow, today: CivilDate): RuleForm {
  const { id: _id, version: _version, standing: _standing, recordedAt: _at, isOn: _on, ...form } = rule;
  return { ...form, validFrom: today, validTo: null, isVerified: false };
}

/** Services are counted where only their number is asked for. */
export function withUnit(form: RuleForm): RuleForm {
  return { ...form, unit: form.servicesWeek !== null && form.floorMinutesWeek === null ? 'services' : 'minutes' };
}
