/** The opening sentences of the day, as ids and numbers: what is true now comes before any row. */
import type { z } from 'zod';
import type { readToday, todaySession } from '../../boards/day/today.contract.ts';
import type { Said } from '../words/said.ts';

export type TodayBoard = z.output<typeof readToday['output']>;
export type TodaySession = z.output<typeof todaySession>;

const IN_THE_ROOM = new Set(['here', 'late', 'make-up']);
const CAME = new Set(['here', 'late', 'make-up', 'left-early']);

type Tally = { sessions: number; expected: number; here: number; came: number; missing: number; absent: number; excused: number };

function tallyOf(sessions: readonly TodaySession[]): Tally {
  const people = sessions.flatMap((session) => session.people);
  const count = (standings: ReadonlySet<string>): number => people.filter(({ standing }) => standings.has(standing)).length;
  return {
    sessions: sessions.length,
    expected: people.filter(({ standing }) => standing !== 'excused').length,
    here: count(IN_THE_ROOM), came: count(CAME), missing: count(new Set(['missing'])), absent: count(new Set(['absent'])), excused: count(new Set(['excused'])),
  };
}

function held(board: TodayBoard): TodaySession[] {
  return board.sessions.filter(({ state }) => state !== 'canceled');
}

/** Of whom it is recorded that they do not come. */
function absences({ absent, excused }: Tally): Said[] {
  return absent + excused > 0 ? [{ id: 'today.say.absent', values: { people: absent + excused, excused } }] : [];
}

/** What runs, what comes next, or that the day is over. */
function ofToday(board: TodayBoard, timeOf: (instant: string) => string): Said[] {
  const sessions = held(board);
  const running = tallyOf(sessions.filter(({ state }) => state === 'running'));
  const next = sessions.filter(({ state }) => state === 'planned').sort((a, b) => a.startsAt.localeCompare(b.startsAt))[0];
  if (running.sessions > 0) {
    return [
      { id: 'today.say.running', values: { sessions: running.sessions, here: running.here, people: running.expected } },
      ...(running.missing > 0 ? [{ id: 'today.say.missing' as const, values: { people: running.missing } }] : []),
      ...absences(running),
    ];
  }
  if (next !== undefined) return [{ id: 'today.say.next', values: { time: timeOf(next.startsAt) } }, ...absences(tallyOf([next]))];
  return [{ id: 'today.say.over' }];
}

/** `timeOf` writes an instant in the site's zone. */
export function openingOf(board: TodayBoard, timeOf: (instant: string) => string): Said[] {
  const sessions = held(board);
  if (sessions.length === 0) return [{ id: 'today.say.none' }];
  const all = tallyOf(sessions);
  const past = sessions.every(({ state }) => state === 'ended' || state === 'signed');
  const first: Said[] = board.isToday
    ? ofToday(board, timeOf)
    : [past
      ? { id: 'today.say.held', values: { sessions: all.sessions, came: all.came, people: all.expected } }
      : { id: 'today.say.planned', values: { sessions: all.sessions, people: all.expected } }];
  const notes = sessions.reduce((sum, session) => sum + session.notesToSign, 0);
  return notes > 0 ? [...first, { id: 'today.say.notes', values: { notes } }] : first;
}

export type DayParts = { running: TodaySession[]; next: TodaySession[]; earlier: TodaySession[] };

/** The day in the order of work: what runs, what comes, what was. A canceled session stands where its time puts it. */
export function partsOf(board: TodayBoard): DayParts {
  const sorted = [...board.sessions].sort((a, b) => a.startsAt.localeCompare(b.startsAt) || a.name.localeCompare(b.name));
  const over = (session: TodaySession): boolean => session.state === 'ended' || session.state === 'signed' || (session.state === 'canceled' && session.endsAt <= board.asOf);
  return {
    running: sorted.filter(({ state }) => state === 'running'),
    next: sorted.filter((session) => session.state !== 'running' && !over(session)),
    earlier: sorted.filter(over),
  };
}

/** Arrivals open an hour before the start (attendance contract, too-early-to-stamp). */
const ARRIVALS_OPEN_MS = 3_600_000;

export function isOpenForArrivals(session: TodaySession, asOf: string): boolean {
  if (session.state === 'canceled') return false;
  return Date.parse(session.startsAt) - Date.parse(asOf) <= ARRIVALS_OPEN_MS;
}
