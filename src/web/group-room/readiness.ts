/** Who is ready to be signed, who is still to finish, and what signing would write: the numbers of the sign bar (W12). */
import type { z } from 'zod';
import type { groupRoomPerson, readGroupRoom } from '../../boards/day/group-room.contract.ts';
import type { PersonPart } from '../../modules/notes/words.ts';

export type GroupRoom = z.output<typeof readGroupRoom['output']>;
export type RoomPerson = z.output<typeof groupRoomPerson>;

/** How one person stands toward signing. */
export type Readiness = 'not-here' | 'signed' | 'held-out' | 'to-write' | 'to-look-at' | 'ready';

export type Marks = {
  /** The text as it stands on this screen, saved or not. */
  readonly part: PersonPart;
  readonly seen: boolean;
  readonly heldOut: boolean;
};

const AWAY: readonly RoomPerson['standing'][] = ['expected', 'missing', 'absent', 'excused'];

/** Nobody who was not in the room gets a note; who was is said by the standing, as on every page (a stay without a moment of the session is none). */
export function wasHere(person: Pick<RoomPerson, 'standing'>): boolean {
  return !AWAY.includes(person.standing);
}

/** In a session entered afterwards nobody could be stamped in: once it is over, whether somebody came is to be said, and is no absence until then. While it runs, whoever is missing may still come. */
export function isUnsaid({ session }: Pick<GroupRoom, 'session'>, person: Pick<RoomPerson, 'standing'>): boolean {
  return session.isEnteredAfterwards && session.state === 'ended' && person.standing === 'missing';
}

/** Nothing at all is recorded in a session entered afterwards: closing it would write absences that nobody has spoken of. */
export function asksWhoCame(room: Pick<GroupRoom, 'session' | 'people'>): boolean {
  return room.people.length > 0 && room.people.every((person) => person.note === null && isUnsaid(room, person));
}

/** Ready = an own sentence, and it has been on the screen (W12). */
export function readinessOf(person: Pick<RoomPerson, 'standing' | 'note'>, marks: Marks): Readiness {
  if (person.note !== null) return 'signed';
  if (!wasHere(person)) return 'not-here';
  if (marks.heldOut) return 'held-out';
  if (marks.part.ownSentence.trim() === '') return 'to-write';
  return marks.seen ? 'ready' : 'to-look-at';
}

export type Row = { readonly person: RoomPerson; readonly readiness: Readiness };

export type SignSum = { notes: number; minutes: number; toFinish: number; heldOut: number; signed: number; notHere: number };

/** What the one button would write, in numbers. Minutes are the clinical ones: they are what the ledger takes. */
export function signSumOf(rows: readonly Row[]): SignSum {
  const number = (...kinds: Readiness[]): number => rows.filter(({ readiness }) => kinds.includes(readiness)).length;
  const ready = rows.filter(({ readiness }) => readiness === 'ready');
  return {
    notes: ready.length,
    minutes: ready.reduce((sum, { person }) => sum + person.minutes.clinical, 0),
    toFinish: number('to-write', 'to-look-at'), heldOut: number('held-out'), signed: number('signed'), notHere: number('not-here'),
  };
}

const UNFINISHED: readonly Readiness[] = ['to-write', 'to-look-at'];

/** The next person to finish after `current`, going round; null when nobody is left. */
export function nextToFinish(rows: readonly Row[], current: string | null): string | null {
  const at = rows.findIndex(({ person }) => person.participantId === current);
  const round = [...rows.slice(at + 1), ...rows.slice(0, at + 1)];
  return round.find(({ readiness }) => UNFINISHED.includes(readiness))?.person.participantId ?? null;
}

/** The row above or below among those that can be opened; it stops at the ends. */
export function neighbor(rows: readonly Row[], current: string | null, step: 1 | -1): string | null {
  const open = rows.filter(({ readiness }) => readiness !== 'not-here').map(({ person }) => person.participantId as string);
  const at = current === null ? -1 : open.indexOf(current);
  if (at === -1) return (step === 1 ? open[0] : open.at(-1)) ?? null;
  return open[Math.min(open.length - 1, Math.max(0, at + step))] ?? null;
}
