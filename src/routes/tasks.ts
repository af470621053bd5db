/** Tasks, danger and contacts. */
import { closeTask, handOverTask, markDanger, takeTask, writeContactNote } from '../modules/tasks/contract.ts';
import * as acts from '../modules/tasks/index.ts';
import { route } from '../platform/http.ts';
import type { Route } from '../platform/http.ts';
import * as contacts from '../boards/notes/contacts.ts';
import { readContactNotes } from '../boards/notes/contacts.contract.ts';
import * as tasks from '../boards/tasks/tasks.ts';
import { readDangerReaders, readMyTasks, readTasks } from '../boards/tasks/tasks.contract.ts';
import * as marking from '../workflows/tasks/mark-danger.ts';
import * as writing from '../workflows/notes/write-contact-note.ts';

export const TASKS_ROUTES: readonly Route[] = [
  route(readTasks, tasks.readTasks),
  route(readMyTasks, tasks.readMyTasks),
  route(readDangerReaders, tasks.readDangerReaders),
  route(markDanger, marking.markDanger),
  route(takeTask, acts.takeTask),
  route(handOverTask, acts.handOverTask),
  route(closeTask, acts.closeTask, { tasks_session_key: 'opened-anew' }),
  route(readContactNotes, contacts.readContactNotes),
  route(writeContactNote, writing.writeContactNote),
];
