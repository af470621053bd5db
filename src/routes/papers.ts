/** What the program answers about papers of the day: slips, rosters, day sheet. */
import { readDaySheet, readRoster, readSlips } from '../boards/day/papers.contract.ts';
import * as papers from '../boards/day/papers.ts';
import { route } from '../platform/http.ts';
import type { Route } from '../platform/http.ts';

export const PAPERS_ROUTES: readonly Route[] = [
  route(readSlips, papers.readSlips),
  route(readRoster, papers.readRoster),
  route(readDaySheet, papers.readDaySheet),
];
