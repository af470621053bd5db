/** Boards of the week, and the figures by which a day is run. */
import * as program from '../modules/program/index.ts';
import { changeDayRule } from '../modules/program/day-rules.contract.ts';
import { route } from '../platform/http.ts';
import type { Route } from '../platform/http.ts';
import * as census from '../boards/census.ts';
import { readCensus } from '../boards/census.contract.ts';
import * as dayRules from '../boards/day-rules.ts';
import { readDayRules } from '../boards/day-rules.contract.ts';
import * as needs from '../boards/needs.ts';
import { readNeeds } from '../boards/needs.contract.ts';
import * as weekHours from '../boards/week-hours.ts';
import { readWeekHours } from '../boards/week-hours.contract.ts';

export const WEEK_ROUTES: readonly Route[] = [
  route(readWeekHours, weekHours.readWeekHours),
  route(readNeeds, needs.readNeeds),
  route(readCensus, census.readCensus),
  route(readDayRules, dayRules.readDayRules),
  route(changeDayRule, program.changeDayRule),
];
