/** The session as its panels start from it, and the reads that an act on it makes stale. */
import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { readSessionDay } from '../../boards/day/session-day.contract.ts';
import type { SessionId } from '../../modules/sessions/words.ts';
import { reading } from '../queries.ts';

export type SessionDay = z.output<typeof readSessionDay['output']>;

/** Everything that shows a session or the hours it gives. */
export const STALE_DAY = ['session-day.read', 'session-day.read-candidates', 'today.read', 'group-room.read', 'session-plan.read', 'groups.read', 'hours-ledger.read'];

export function useSessionDay(sessionId: string, enabled: boolean) {
  return useQuery({ ...reading(readSessionDay, { params: { sessionId: sessionId as SessionId } }), enabled });
}
