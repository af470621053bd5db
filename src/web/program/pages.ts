/** The pages of the program's settings, in the order of their tabs; the search in the top bar finds them too. */
import type { Permission } from '../../permissions.ts';
import type { WordId } from '../words/en.ts';

export const PROGRAM_PAGES = [
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
