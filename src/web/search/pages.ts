/** The pages that can be found by what they are called, each for whoever may open it. */
import type { Permission } from '../../permissions.ts';
import { PROGRAM_PAGES } from '../program/pages.ts';
import type { WordId } from '../words/en.ts';

export const PAGES = [
  { to: '/', word: 'room.today', may: 'today.read' },
  { to: '/groups', word: 'room.groups', may: 'schedule.read' },
  { to: '/people', word: 'room.people', may: 'people.read' },
  { to: '/week', word: 'find.page.week', may: 'hours.read' },
  { to: '/census', word: 'find.page.census', may: 'census.read' },
  { to: '/tasks', word: 'tasks.title', may: 'task.read' },
  { to: '/signatures', word: 'signatures.title', may: 'signatures.read' },
  ...PROGRAM_PAGES,
] as const satisfies readonly { to: string; word: WordId; may: Permission }[];
export type FoundPage = (typeof PAGES)[number];
