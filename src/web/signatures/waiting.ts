/** What the list of waiting notes says before it shows any, in which order its rows stand, and since when one waits. */
import type { z } from 'zod';
import type { noteAfter, readSignatures, wholeNote } from '../../boards/notes/signatures.contract.ts';
import { addDays, dateIn } from '../../values/civil-date.ts';
import { dateText, dayTimeText, timeText } from '../kit/times.ts';
import type { Language } from '../kit/times.ts';
import type { Say } from '../kit/words.tsx';
import type { Said } from '../words/said.ts';

export type SignaturesBoard = z.output<(typeof readSignatures)['output']>;
export type Unsigned = SignaturesBoard['unsigned'][number];
export type WaitingNotes = SignaturesBoard['awaiting'][number];
export type NoteAfter = z.output<typeof noteAfter>;
export type WholeNote = z.output<typeof wholeNote>;

/** 10:00 today, yesterday 10:00, Wed 10:00 within the week, else the day with its month. */
export function whenText(say: Say, language: Language, zone: string, instant: string, asOf: string): string {
  const [day, today] = [dateIn(zone, new Date(instant)), dateIn(zone, new Date(asOf))];
  const time = timeText(language, zone, instant);
  if (day === today) return time;
  if (day === addDays(today, -1)) return say('signatures.yesterday', { time });
  if (day > addDays(today, -7) && day <= addDays(today, 7)) return dayTimeText(language, zone, instant);
  return say('signatures.day-time', { day: dateText(language, day, 'month-day'), time });
}

const count = (rows: readonly { notes: number }[]): number => rows.reduce((sum, row) => sum + row.notes, 0);

/** How many wait and since when, how many of them for whoever reads, and those that nobody leads. */
export function openingOf(board: SignaturesBoard, when: (instant: string) => string): Said[] {
  const { unsigned, awaiting, returned } = board;
  const notes = count(unsigned) + count(awaiting) + count(returned);
  if (notes === 0) return [{ id: 'signatures.say.none', values: { site: board.site.name } }];
  const oldest = [...unsigned.map((row) => row.endedAt), ...awaiting.map((row) => row.since), ...returned.map((row) => row.since)].sort()[0] ?? board.asOf;
  const said: Said[] = [{ id: 'signatures.say.waiting', values: { notes, when: when(oldest) } }];
  const mine = count([...unsigned, ...awaiting, ...returned].filter((row) => row.isMine));
  if (mine === notes) said.push({ id: 'signatures.say.all-mine' });
  else if (mine > 0) said.push({ id: 'signatures.say.mine', values: { notes: mine } });
  const late = count(unsigned.filter((row) => row.dueAt < board.asOf));
  if (late > 0) said.push({ id: 'signatures.say.late', values: { notes: late } });
  return said;
}

export type Sections = { mine: Unsigned[]; answers: WaitingNotes[]; others: Unsigned[]; nobody: Unsigned[]; awaiting: WaitingNotes[]; returned: WaitingNotes[] };

/** The reader's own first; those of others by author, the oldest first within one; what the reader co-signs is read in full elsewhere. */
export function sectionsOf(board: SignaturesBoard): Sections {
  const byAuthor = <Row extends { author: { name: string } | null }>(rows: readonly Row[]): Row[] => rows.toSorted((one, other) => (one.author?.name ?? '').localeCompare(other.author?.name ?? ''));
  return {
    mine: board.unsigned.filter((row) => row.isMine), answers: board.returned.filter((row) => row.isMine),
    others: byAuthor(board.unsigned.filter((row) => !row.isMine && row.author !== null)), nobody: board.unsigned.filter((row) => row.author === null),
    awaiting: byAuthor(board.awaiting.filter((row) => !row.isMine)), returned: byAuthor(board.returned.filter((row) => !row.isMine)),
  };
}

/** Everything that followed a signature in one line of time, oldest first. */
export function followedBy(note: NoteAfter): ({ what: 'addendum'; one: NoteAfter['addenda'][number]; before: number } | { what: 'review'; one: NoteAfter['reviews'][number] })[] {
  let clinical = note.minutes.clinical;
  const added = note.addenda.map((one, index) => {
    const before = clinical;
    clinical = one.minutes?.clinical ?? clinical;
    return { place: index, row: { what: 'addendum' as const, one, before } };
  });
  // A review stands after the addenda that it had seen, so that equal times cannot turn the two around.
  const reviewed = note.reviews.map((one) => ({ place: one.addendaSeen - 0.5, row: { what: 'review' as const, one } }));
  return [...reviewed, ...added].sort((one, other) => one.place - other.place).map(({ row }) => row);
}

/** Notes of one session, author and shared part are read under one heading, where what was said once stands once. */
export function gathered(notes: readonly WholeNote[]): (readonly [first: WholeNote, ...rest: WholeNote[]])[] {
  const together = Map.groupBy(notes, (note) => `${note.session.id} ${note.author.id} ${JSON.stringify(note.shared)}`);
  return [...together.values()].flatMap(([first, ...rest]) => (first === undefined ? [] : [[first, ...rest] as const]));
}
