/** Sessions of the day. */
import { addSession, bookSeat, handOverSession, holdSession, splitSession, withdrawBooking, withdrawSession } from '../modules/sessions/day.contract.ts';
import { route } from '../platform/http.ts';
import type { Route } from '../platform/http.ts';
import { readSeatCandidates, readSessionDay, readSitePeople } from '../boards/day/session-day.contract.ts';
import * as sessionDay from '../boards/day/session-day.ts';
import * as adding from '../workflows/sessions/add-session.ts';
import * as booking from '../workflows/sessions/book-seat.ts';
import * as handingOver from '../workflows/sessions/hand-over-session.ts';
import * as holding from '../workflows/sessions/hold-session.ts';
import * as splitting from '../workflows/sessions/split-session.ts';
import * as withdrawingBooking from '../workflows/sessions/withdraw-booking.ts';
import * as withdrawing from '../workflows/sessions/withdraw-session.ts';

/** The seat's number and the person: whoever asks second is told which of the two is taken. */
const BOOKED = { session_bookings_seat_key: 'seats-taken', session_bookings_person_key: 'already-there' } as const;

export const SESSION_DAY_ROUTES: readonly Route[] = [
  route(readSessionDay, sessionDay.readSessionDay),
  route(readSeatCandidates, sessionDay.readSeatCandidates),
  route(readSitePeople, sessionDay.readSitePeople),
  route(holdSession, holding.holdSession),
  route(handOverSession, handingOver.handOverSession),
  route(addSession, adding.addSession),
  route(splitSession, splitting.splitSession),
  route(withdrawSession, withdrawing.withdrawSession, { session_bookings_seat_key: 'seats-taken' }),
  route(bookSeat, booking.bookSeat, BOOKED),
  route(withdrawBooking, withdrawingBooking.withdrawBooking, BOOKED),
];
