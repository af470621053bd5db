/** Where a tablet may stand and what it may list, and what is left of its set-up when it is brought back. */
import { refuse } from '../../../platform/outcome.ts';
import type { Outcome } from '../../../platform/outcome.ts';

/** How long an end can be undone as if nothing had been; whoever takes a tablet out of use later may have lost it. */
export const UNDO_MINUTES = 2;
/** A hundred people cannot pass one tablet in a minute; a script that tries names can. */
export const CLAIMS_A_MINUTE = 20;

type Room = { readonly siteId: string; readonly isEnded: boolean };

export function decidePlace(said: { roomId: string | null; listsNames: boolean }, siteId: string, room: Room | null): Outcome<null, 'room-gone' | 'list-needs-room'> {
  if (said.roomId !== null && (room === null || room.isEnded || room.siteId !== siteId)) return refuse('room-gone');
  return said.listsNames && said.roomId === null ? refuse('list-needs-room') : { value: null };
}

export function staysSetUp(endedAt: Date, now: Date): boolean {
  return now.getTime() - endedAt.getTime() <= UNDO_MINUTES * 60_000;
}
