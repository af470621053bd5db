/** The ten-seat alphabet in numbers: which marks a roster shows, in which order, and the counts its sentence says. */
import type { Standing } from '../../modules/attendance/words.ts';
import type { Say } from './words.tsx';

export const SEAT_MARKS = ['here', 'late', 'left-early', 'booked', 'missing', 'excused', 'make-up', 'free'] as const;
export type SeatMark = (typeof SEAT_MARKS)[number];

const MARKS: Readonly<Record<Standing, SeatMark>> = {
  expected: 'booked', here: 'here', late: 'late', 'left-early': 'left-early',
  missing: 'missing', excused: 'excused', absent: 'missing', 'make-up': 'make-up',
};

export function markOf(standing: Standing): SeatMark {
  return MARKS[standing];
}

/** In roster order, free seats last; an eleventh person is drawn too, because the picture says what is so (W10). */
export function seatsOf(standings: readonly Standing[], capacity: number): SeatMark[] {
  const free = Math.max(0, capacity - standings.length);
  return [...standings.map(markOf), ...Array.from({ length: free }, () => 'free' as const)];
}

export type SeatCount = { readonly word: 'here' | 'left-early' | 'booked' | 'missing' | 'absent' | 'excused' | 'free'; readonly count: number };

/**
 * Who came late or as a make-up is here; who is recorded as absent is not missing any more. Each count that is not zero, in the order in which it is said.
 * `over`: nobody is missing any more from a session that has ended; whoever is not there did not come.
 */
export function countsOf(standings: readonly Standing[], capacity: number, over: boolean): SeatCount[] {
  const number = (...wanted: Standing[]): number => standings.filter((standing) => wanted.includes(standing)).length;
  const counts: SeatCount[] = [
    { word: 'here', count: number('here', 'late', 'make-up') },
    { word: 'left-early', count: number('left-early') },
    { word: 'booked', count: number('expected') },
    { word: 'missing', count: over ? 0 : number('missing') },
    { word: 'absent', count: over ? number('missing', 'absent') : number('absent') },
    { word: 'excused', count: number('excused') },
    { word: 'free', count: Math.max(0, capacity - standings.length) },
  ];
  return counts.filter(({ count }) => count > 0);
}

export function seatsSaid(say: Say, standings: readonly Standing[], capacity: number, over: boolean): string {
  return countsOf(standings, capacity, over).map(({ word, count }) => say(`seats.${word}`, { count })).join(', ');
}
