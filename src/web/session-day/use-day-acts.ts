/** The acts of a session's panels, and what each panel is given. */
import { bookSeat, handOverSession, holdSession, splitSession, withdrawBooking, withdrawSession } from '../../modules/sessions/day.contract.ts';
import { useAct } from '../kit/use-act.ts';
import { STALE_DAY } from './use-session-day.ts';
import type { SessionDay } from './use-session-day.ts';

export type Acts = ReturnType<typeof useDayActs>;
export type PanelProps = { day: SessionDay; acts: Acts; /** Closes the panel; the session is gone or as it was. */ gone: () => void; /** Closes the panel and shows what was done with its undo. */ done: (text: string, undo: () => Promise<unknown>) => void };

/** One act each, and one that takes back: what taking back was refused stands beside the toast. */
export function useDayActs() {
  return {
    handOver: useAct(handOverSession, STALE_DAY), hold: useAct(holdSession, STALE_DAY), split: useAct(splitSession, STALE_DAY), book: useAct(bookSeat, STALE_DAY),
    back: { handOver: useAct(handOverSession, STALE_DAY), hold: useAct(holdSession, STALE_DAY), session: useAct(withdrawSession, STALE_DAY), seat: useAct(withdrawBooking, STALE_DAY) },
  };
}
