/** One tap books every seat of a way that mends a week, and Undo gives them all back. */
import type { ReactNode } from 'react';
import { useState } from 'react';
import { bookSeat, withdrawBooking } from '../../modules/sessions/day.contract.ts';
import type { Offline, Refused } from '../call.ts';
import { useAct } from '../kit/use-act.ts';
import { useUndo } from '../kit/use-undo.tsx';
import { useWords } from '../kit/words.tsx';
import type { Way, WeekPerson } from './week-said.ts';

const STALE = ['week-hours.read', 'needs.read', 'today.read', 'hours-ledger.read', 'session-plan.read', 'groups.read', 'record.read-look', 'record.read-next'];

export type Booking = { book: (person: WeekPerson, way: Way, when: string) => void; busyWith: string | null; /** For whom the last try was refused, and why. */ refused: { participantId: string; answer: Refused | Offline } | null; toast: ReactNode };

export function useBook(): Booking {
  const { say } = useWords();
  const booking = useAct(bookSeat, STALE);
  const withdrawing = useAct(withdrawBooking, STALE);
  const { toast, done } = useUndo();
  const [person, setPerson] = useState<string | null>(null);
  const [busyWith, setBusyWith] = useState<string | null>(null);

  const giveBack = async (ids: readonly string[]): Promise<void> => {
    for (const bookingId of ids) await withdrawing.carryOut({ params: { bookingId }, body: { ends: true } });
  };
  const carry = async ({ participantId, displayName }: WeekPerson, way: Way, when: string): Promise<void> => {
    setPerson(participantId);
    setBusyWith(participantId);
    withdrawing.forget();
    const booked: string[] = [];
    for (const { sessionId } of way.sessions) {
      const got = await booking.carryOut({ params: { sessionId }, body: { participantId, isMakeUp: true } });
      if (got === null) break;
      booked.push(got.bookingId);
    }
    // Half a way mends nothing: what was booked of it is given back at once, and the refusal says why.
    if (booked.length < way.sessions.length) await giveBack(booked);
    else done(say('week.booked', { name: displayName, when }), () => { void giveBack(booked); });
    setBusyWith(null);
  };
  const answer = booking.answer ?? withdrawing.answer;
  return {
    book: (one, way, when) => { if (busyWith === null) void carry(one, way, when); },
    busyWith, refused: person === null || answer === null ? null : { participantId: person, answer }, toast,
  };
}
