/** The order of a timeline, the place of an entry in it, and one page made of several sources. */
import type { TimelineEntry } from './timeline.contract.ts';

/** Of one instant, what stands higher here comes later in the day's story, and is shown above. */
export const RANK = {
  admitted: 1, level: 2, phase: 3, track: 4, counselor: 5, 'seat-given': 6, 'goal-added': 10, 'objective-added': 11, 'goal-reworded': 12, 'objective-reworded': 13, session: 20, 'note-added': 21, contact: 30, 'task-opened': 31, 'task-taken': 32,
  'task-closed': 33, 'objective-ended': 40, 'goal-ended': 41, reviewed: 42, 'plan-signed': 43, 'plan-co-signed': 44, 'seat-ended': 50, discharged: 51, 'discharge-undone': 52,
} as const satisfies Record<TimelineEntry['is'], number>;

export type Place = { readonly at: Date; readonly rank: number; readonly id: string };

const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
const FIRST_ID = '00000000-0000-0000-0000-000000000000';
const ABOVE_ALL = 99;

/** Above everything that has happened up to now; what is dated later has not. */
export const startingAt = (now: Date): Place => ({ at: now, rank: ABOVE_ALL, id: LAST_ID });

export function placeFrom(cursor: string): Place {
  const [at = '', rank = '', id = ''] = cursor.split('_');
  return { at: new Date(at), rank: Number(rank), id };
}

export const cursorOf = (entry: Pick<TimelineEntry, 'at' | 'is' | 'id'>): string => `${entry.at}_${RANK[entry.is]}_${entry.id}`;

/** For a source whose entries have one rank: what lies below a place is what is less than this instant and id together. */
export function boundOf(place: Place, rank: number): { at: Date; id: string } {
  if (rank === place.rank) return { at: place.at, id: place.id };
  return { at: place.at, id: rank < place.rank ? LAST_ID : FIRST_ID };
}

function newestFirst(one: TimelineEntry, other: TimelineEntry): number {
  if (one.at !== other.at) return one.at < other.at ? 1 : -1;
  return RANK[other.is] - RANK[one.is] || (one.id < other.id ? 1 : -1);
}

/** The first entries of all sources together. Each source must give its own first `size + 1`: then nothing that belongs here is missing, and one more tells that there is more. */
export function mergePage(sources: readonly (readonly TimelineEntry[])[], size: number): { entries: TimelineEntry[]; before: string | null } {
  const all = sources.flat().sort(newestFirst);
  const entries = all.slice(0, size);
  const last = entries.at(-1);
  return { entries, before: all.length > size && last !== undefined ? cursorOf(last) : null };
}
