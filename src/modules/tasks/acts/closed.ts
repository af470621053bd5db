/** The refusal of whatever comes too late for a task: who closed it, and when. */
import { refuse } from '../../../platform/outcome.ts';
import type { Refused } from '../../../platform/outcome.ts';
import type { Tx } from '../../../platform/database.ts';
import type { LockedTask } from '../store.ts';
import { listNamedStaff } from '../store/owners.ts';

/** The name is looked up after the lock: a join in the locking statement would still show the task as it stood before the wait. */
export async function closedRefusal(tx: Tx, orgId: string, { closedAt, closedBy }: Pick<LockedTask, 'closedAt' | 'closedBy'>): Promise<Refused<'task-closed'>> {
  const [by] = closedBy === null ? [] : await listNamedStaff(tx, orgId, [closedBy]);
  return refuse('task-closed', { by: by?.name ?? '', at: closedAt?.toISOString() ?? '' });
}
