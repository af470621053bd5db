/** What a tap shows at once, before the server has answered: the same board with one person changed. */
import type { TodayBoard, TodaySession } from './opening.ts';

export type TodayPerson = TodaySession['people'][number];

/** Arriving after the start is late, by whole minutes rounded down; the server's answer replaces this within a second. */
export function arrived(session: Pick<TodaySession, 'startsAt'>, person: TodayPerson, at: string): TodayPerson {
  const minutesLate = Math.max(0, Math.floor((Date.parse(at) - Date.parse(session.startsAt)) / 60_000));
  const standing = person.isMakeUp ? 'make-up' : minutesLate > 0 ? 'late' : 'here';
  return { ...person, standing, arrivedAt: person.arrivedAt ?? at, leftAt: null, minutesLate, absence: null };
}

/** Who goes before the start is expected again. */
export function left(session: Pick<TodaySession, 'startsAt' | 'endsAt'>, person: TodayPerson, at: string): TodayPerson {
  return { ...person, leftAt: at, standing: at <= session.startsAt ? 'expected' : at < session.endsAt ? 'left-early' : person.standing };
}

export function withPerson(board: TodayBoard, sessionId: string, participantId: string, change: (person: TodayPerson) => TodayPerson): TodayBoard {
  return {
    ...board,
    sessions: board.sessions.map((session) => (session.id !== sessionId ? session : {
      ...session, people: session.people.map((person) => (person.participantId === participantId ? change(person) : person)),
    })),
  };
}

export type NextTap = 'arrive' | 'leave' | null;

/** What one tap on this row would stamp: nothing once a note is signed, or for somebody who is excused; after the end times are typed, not tapped. */
export function nextTapOf(session: Pick<TodaySession, 'state'>, person: TodayPerson, open: boolean): NextTap {
  if (!open || person.noteSigned || session.state === 'ended' || session.state === 'signed' || session.state === 'canceled') return null;
  switch (person.standing) {
    case 'expected': case 'missing': case 'absent': case 'left-early': return 'arrive';
    case 'here': case 'late': case 'make-up': return person.arrivedAt === null ? 'arrive' : person.leftAt === null ? 'leave' : null;
    case 'excused': return null;
  }
}

const DOUBLE_TAP_MS = 600;

/**
 * The second half of a double tap on "Here" falls on the button that has just taken its place: it is no wish to take anything back. A key is.
 * @param clicks how often a pointer was pressed, 0 for a key  @param sinceMs milliseconds since the tap that is to be taken back
 */
export function isDoubleTap(clicks: number, sinceMs: number): boolean {
  return clicks > 0 && sinceMs < DOUBLE_TAP_MS;
}
