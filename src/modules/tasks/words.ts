/** The nouns of tasks: what somebody must do about a person, by when, and how it ended (W17, W18). */
import { z } from 'zod';
import { uuid } from '../../values/wire.ts';

export const taskId = uuid.brand<'TaskId'>();
export type TaskId = z.infer<typeof taskId>;

export const TASK_KINDS = ['danger', 'outreach', 'craving'] as const;
export const taskKind = z.enum(TASK_KINDS);
export type TaskKind = z.infer<typeof taskKind>;

/** By what a task was opened. */
export const TASK_SOURCES = ['group-room', 'button', 'contact-note', 'absence', 'craving', 'tablet'] as const;
export const taskSource = z.enum(TASK_SOURCES);
export type TaskSource = z.infer<typeof taskSource>;

/** What a danger is about: structured, because words in free text are not watched (W19). */
export const CONCERNS = ['self', 'others', 'withdrawal', 'medical', 'other'] as const;
export const concern = z.enum(CONCERNS);
export type Concern = z.infer<typeof concern>;

/** How a task ended. The program itself ends one only as came, taken-back or discharged. */
export const TASK_ENDS = ['safe-now', 'safety-plan', 'crisis-service', 'emergency', 'by-mistake', 'reached', 'not-reached', 'came', 'taken-back', 'discharged', 'talked', 'other'] as const;
export const taskEnd = z.enum(TASK_ENDS);
export type TaskEnd = z.infer<typeof taskEnd>;

/** How staff may end a task of each kind; came, taken-back and discharged are what the program sees itself. Danger ends only by a documented act (W18). */
export const ENDS: Readonly<Record<TaskKind, readonly TaskEnd[]>> = {
  danger: ['safe-now', 'safety-plan', 'crisis-service', 'emergency', 'by-mistake'],
  outreach: ['reached', 'not-reached', 'other'],
  craving: ['talked', 'not-reached', 'other'],
};

/** Whom nobody reached after an absence is called again. */
export function mayTryAgain(kind: TaskKind, endedAs: TaskEnd | ''): boolean {
  return kind === 'outreach' && endedAs === 'not-reached';
}

/** Why a task is somebody's. */
export const OWNED_BECAUSE = ['counselor', 'on-call', 'director', 'not-taken', 'handed-over'] as const;
export const ownedBecause = z.enum(OWNED_BECAUSE);
export type OwnedBecause = z.infer<typeof ownedBecause>;
