/** What the program answers about tasks and contacts of one person, danger as whoever marked it sees it, and answers for authors who left. */
import * as standing from '../boards/tasks/danger-standing.ts';
import { readDangerBoard, readDangerStanding, readPersonTasks } from '../boards/tasks/errands.contract.ts';
import * as tasks from '../boards/tasks/person-tasks.ts';
import { answerForAuthor } from '../modules/notes/after.contract.ts';
import { route } from '../platform/http.ts';
import type { Route } from '../platform/http.ts';
import * as answering from '../workflows/notes/answer-for-author.ts';

export const ERRANDS_ROUTES: readonly Route[] = [
  route(readPersonTasks, tasks.readPersonTasks),
  route(readDangerStanding, standing.readDangerStanding),
  route(readDangerBoard, standing.readDangerBoard),
  route(answerForAuthor, answering.answerForAuthor),
];
