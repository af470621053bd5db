/** The way in for somebody at the desk: find the person, stamp the arrival, or let them sit in as a make-up. */
import type { TodayBoard } from './opening.ts';

export function CheckIn(_: { board: TodayBoard }) {
  return null;
}
