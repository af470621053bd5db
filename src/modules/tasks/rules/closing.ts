/** What a second danger mark does, and how a task may end: danger only by a documented act (W18). */
import { refuse } from '../../../platform/outcome.ts';
import type { Outcome } from '../../../platform/outcome.ts';
import { ENDS, mayTryAgain } from '../words.ts';
import type { Concern, TaskEnd, TaskKind } from '../words.ts';

const LEAST_LETTERS = 3;
const letters = (text: string): number => (text.match(/\p{L}/gu) ?? []).length;

/** Danger, and an end that no word of the list names, must say what was done. */
export function decideClosing(kind: TaskKind, { endedAs, done, triesAgain = false }: { endedAs: TaskEnd; done: string; triesAgain?: boolean | undefined }): Outcome<null, 'end-does-not-fit' | 'done-missing'> {
  if (!ENDS[kind].includes(endedAs) || (triesAgain && !mayTryAgain(kind, endedAs))) return refuse('end-does-not-fit', { ends: [...ENDS[kind]] });
  if ((kind === 'danger' || endedAs === 'other') && letters(done) < LEAST_LETTERS) return refuse('done-missing');
  return { value: null };
}

/** How long whoever closed a task may open it again in one step. */
export const REOPEN_MINUTES = 10;

export function decideReopening({ closedAt, closedBy }: { closedAt: Date | null; closedBy: string | null }, by: string, now: Date): Outcome<null, 'task-open' | 'reopen-passed'> {
  if (closedAt === null) return refuse('task-open');
  return closedBy === by && now.getTime() - closedAt.getTime() <= REOPEN_MINUTES * 60_000 ? { value: null } : refuse('reopen-passed');
}

/** A mark of the same danger within this time is the same mark, said twice. */
export const SAME_MARK_MINUTES = 10;
export type OpenMark = { readonly id: string; readonly concern: Concern; readonly detail: string; readonly openedAt: Date };

/** The open task that a mark belongs to: the same concern a few minutes ago, with nothing new to say; null opens its own, so that nothing said is lost. */
export function sameMark(open: readonly OpenMark[], mark: { concern: Concern; detail: string }, now: Date): string | null {
  const found = open.find((one) => one.concern === mark.concern && (mark.detail === '' || mark.detail === one.detail) && now.getTime() - one.openedAt.getTime() <= SAME_MARK_MINUTES * 60_000);
  return found?.id ?? null;
}
