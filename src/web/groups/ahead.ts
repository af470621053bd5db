/** What is ahead of a group in order of days: its sessions, and the holidays that keep one from being. */
import type { CivilDate, LocalTime } from '../../values/civil-date.ts';
import { dateIn } from '../../values/civil-date.ts';
import type { GroupBoard } from './seat-rows.ts';

export type SessionAhead = GroupBoard['sessions'][number];
export type Ahead = { readonly date: CivilDate; readonly session: SessionAhead } | { readonly date: CivilDate; readonly session: null; readonly name: string };

/** Holidays only as far as sessions are shown: beyond, nobody knows yet which sessions there would be. */
export function aheadOf(board: Pick<GroupBoard, 'sessions' | 'holidays' | 'site'>): Ahead[] {
  const sessions = board.sessions.map((session) => ({ date: dateIn(board.site.timeZone, new Date(session.startsAt)), session }));
  const last = sessions.at(-1)?.date ?? '';
  const holidays = board.holidays.filter((one) => one.date <= last).map(({ date, name }) => ({ date, session: null, name }));
  return [...sessions, ...holidays].sort((a, b) => a.date.localeCompare(b.date));
}

/** The most sessions that the page of a group shows; more may stand behind them. */
const MOST_SHOWN = 24;

/** How many sessions ahead a change from a day on concerns, null when they cannot all be seen from here. */
export function followingOf(sessions: readonly SessionAhead[], from: string): number | null {
  if (from === '' || sessions.length >= MOST_SHOWN) return null;
  return sessions.filter((session) => !session.isCanceled && session.firstPlannedOn >= from).length;
}

/** The day on which somebody new would first come: that of the next session that is held, or the first day of the group. */
export function firstDayOf(board: GroupBoard): CivilDate {
  const { today, group: { startsOn }, sessions } = board;
  const earliest = startsOn > today ? startsOn : today;
  return sessions.find((session) => !session.isCanceled && session.firstPlannedOn >= earliest)?.firstPlannedOn ?? earliest;
}

/** The next days on which the curriculum lets somebody in. */
export function entriesOf(board: GroupBoard, count = 3): { date: CivilDate; title: string }[] {
  return board.sessions.filter((session) => session.isEntryPoint && !session.isCanceled && session.firstPlannedOn >= board.today).slice(0, count)
    .map((session) => ({ date: session.firstPlannedOn, title: session.moduleTitle ?? '' }));
}

/** The wall time at which an instant falls in a zone, as a field of a form takes it. */
export function wallTimeIn(zone: string, instant: string): LocalTime {
  return new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(instant)) as LocalTime;
}
