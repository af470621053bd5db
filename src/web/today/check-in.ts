/** Who is meant by what was typed at the desk, and in which rooms somebody may sit. */
import type { z } from 'zod';
import type { readWalkInCandidates } from '../../boards/day/today.contract.ts';
import { isOpenForArrivals } from './opening.ts';
import type { TodayBoard, TodaySession } from './opening.ts';
import type { TodayPerson } from './stamp.ts';

export type Candidate = z.output<typeof readWalkInCandidates['output']>['people'][number];
export type OnRoster = { session: TodaySession; person: TodayPerson };
export type Found = { participantId: TodayPerson['participantId']; displayName: string; birthYear: number | null; programIds: readonly string[]; rosters: OnRoster[] };

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const SHOWN = 8;

function fits(name: string, typed: string): boolean {
  const words = plain(name).split(/[ '’-]+/);
  return plain(typed).split(/[ '’-]+/).every((word) => words.some((one) => one.startsWith(word)));
}

const held = (board: TodayBoard): TodaySession[] => board.sessions.filter(({ state }) => state === 'planned' || state === 'running');

/** With nothing typed, whoever is to come next: those of the sessions that are open for arrivals. */
function nextToCome(board: TodayBoard): OnRoster[] {
  return held(board).filter((session) => isOpenForArrivals(session, board.asOf)).flatMap((session) => session.people.filter(({ standing }) => standing === 'expected' || standing === 'missing').map((person) => ({ session, person })));
}

/** Those of the day's rosters by the name that is shown, at once; those whom only the server knows by the letters as soon as it has answered. */
export function findPeople(board: TodayBoard, typed: string, candidates: readonly Candidate[]): Found[] {
  const known = new Map(candidates.map((one) => [one.participantId as string, one]));
  const all = held(board).flatMap((session) => session.people.map((person) => ({ session, person })));
  const rosters = typed === '' ? nextToCome(board) : all.filter(({ person }) => known.has(person.participantId) || fits(person.displayName, typed));
  const found = new Map<string, Found>();
  for (const one of rosters) {
    const before = found.get(one.person.participantId);
    if (before === undefined) found.set(one.person.participantId, { ...one.person, birthYear: known.get(one.person.participantId)?.birthYear ?? null, programIds: known.get(one.person.participantId)?.programIds ?? [one.session.programId], rosters: [one] });
    else before.rosters.push(one);
  }
  if (typed !== '') for (const one of candidates) if (!found.has(one.participantId)) found.set(one.participantId, { ...one, rosters: [] });
  return [...found.values()].slice(0, SHOWN);
}

/** Sessions in which somebody could make up for one that was missed: of the own program, open for arrivals, without an own place there; free ones first. */
export function roomsFor(board: TodayBoard, { participantId, programIds }: Pick<Found, 'participantId' | 'programIds'>): TodaySession[] {
  return held(board).filter((session) => isOpenForArrivals(session, board.asOf) && programIds.includes(session.programId) && !session.people.some((person) => person.participantId === participantId))
    .sort((a, b) => Number(b.seatsFree > 0) - Number(a.seatsFree > 0) || a.startsAt.localeCompare(b.startsAt) || a.name.localeCompare(b.name));
}
