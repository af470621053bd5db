/** Hours rules and path templates. */
import * as settings from '../boards/program/hours-settings.ts';
import { readHoursRules, readPaths } from '../boards/program/hours-settings.contract.ts';
import { addHoursRule, endHoursRule, replaceHoursRule, switchHoursRule } from '../modules/program/hours-rules.contract.ts';
import * as program from '../modules/program/index.ts';
import { addPath, endPath, savePath } from '../modules/program/paths.contract.ts';
import { route } from '../platform/http.ts';
import type { Route } from '../platform/http.ts';

export const HOURS_ROUTES: readonly Route[] = [
  route(readHoursRules, settings.readHoursRules),
  route(addHoursRule, program.addHoursRule),
  route(replaceHoursRule, program.replaceHoursRule),
  route(endHoursRule, program.endHoursRule),
  route(switchHoursRule, program.switchHoursRule),
  route(readPaths, settings.readPaths),
  route(addPath, program.addPath),
  route(savePath, program.savePath),
  route(endPath, program.endPath),
];
