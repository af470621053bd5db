/** Boards of the week, and the figures by which a day is run. */
import * as program from '../modules/program/index.ts';
import { changeDayRule } from '../modules/program/day-rules.contract.ts';
import { route } from '../platform/http.ts';
import type { Route } from '../platform/http.ts';
import * as census from '../boards/week/census.ts';
import { readCensus } from '../boards/week/census.contract.ts';
import * as dayRules from '../boards/program/day-rules.ts';
import { readDayRules } from '../boards/program/day-rules.contract.ts';
import * as needs from '../boards/week/needs.ts';
import { readNeeds } from '../boards/week/needs.contract.ts';
import * as weekHours from '../boards/week/week-hours.ts';
import { readWeekHours } from '../boards/week/week-hours.contract.ts';

export const WEEK_ROUTES: readonly Route[] = [
  route(readWeekHours, weekHours.readWeekHours),
  route(readNeeds, needs.readNeeds),
  route(readCensus, census.readCensus),
  route(readDayRules, dayRules.readDayRules),
  route(changeDayRule, program.changeDayRule),
];
