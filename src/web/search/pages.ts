/** The pages that can be found by what they are called, each for whoever may open it. */
import type { Permission } from '../../permissions.ts';
import type { WordId } from '../words/en.ts';

export const PAGES = [
  { to: '/', word: 'room.today', may: 'today.read' },
  { to: '/groups', word: 'room.groups', may: 'schedule.read' },
  { to: '/people', word: 'room.people', may: 'people.read' },
  { to: '/week', word: 'find.page.week', may: 'hours.read' },
  { to: '/census', word: 'find.page.census', may: 'census.read' },
  { to: '/tasks', word: 'tasks.title', may: 'task.read' },
  { to: '/signatures', word: 'signatures.title', may: 'signatures.read' },
  { to: '/program', word: 'program.ground', may: 'settings.read' },
  { to: '/program/programs', word: 'program.programs', may: 'settings.read' },
  { to: '/program/paths', word: 'program.paths', may: 'settings.read' },
  { to: '/program/hours', word: 'program.hours', may: 'settings.read' },
  { to: '/program/curricula', word: 'program.curricula', may: 'settings.read' },
  { to: '/program/holidays', word: 'program.holidays', may: 'settings.read' },
  { to: '/program/staff', word: 'program.staff', may: 'staff.read' },
  { to: '/program/on-call', word: 'program.on-call', may: 'staff.read' },
  { to: '/program/day-rules', word: 'program.day-rules', may: 'settings.read' },
  { to: '/program/tablets', word: 'program.tablets', may: 'tablet.change' },
] as const satisfies readonly { to: string; word: WordId; may: Permission }[];
export type FoundPage = (typeof PAGES)[number];
