/** The tasks of a site as every part of the page reads them: asked once, and again each quarter of a minute. */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { readTasks } from '../../boards/tasks/tasks.contract.ts';
import { reading } from '../queries.ts';

/** What an act on a task or a contact makes stale. */
export const STALE = ['tasks.read', 'tasks.mine', 'tasks.read-person', 'tasks.read-danger-standing', 'tasks.read-danger-board', 'notes.read-contacts'];

export function useTasks(siteId: string) {
  return useQuery({ ...useMemo(() => reading(readTasks, { query: { siteId } }), [siteId]), enabled: siteId !== '', refetchInterval: 15_000 });
}
