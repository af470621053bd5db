/** What may follow a signature: the ladder of co-signature, answers, late entries, the minutes that count, and who co-signs from when (W6, W13, W14). */
import { refuse } from '../../../platform/outcome.ts';
import type { Outcome } from '../../../platform/outcome.ts';
import { addDays } from '../../../values/civil-date.ts';
import type { CivilDate } from '../../../values/civil-date.ts';
import type { MinutesOfSession } from '../../attendance/words.ts';
import type { AfterState } from '../after.contract.ts';
import type { AddendumKind } from '../words.ts';

export type Followed = {
  /** Whose co-signature the note wanted when it was signed; null when nobody's. */
  readonly cosignBy: string | null;
  /** In the order in which they were signed. */
  readonly reviews: readonly { readonly kind: 'co-signed' | 'returned'; readonly addendaSeen: number }[];
  readonly addenda: readonly { readonly kind: AddendumKind }[];
};

/** A return is answered by an answer that was not there yet when the note was returned; order is told by count, so equal times cannot confuse it. */
export function stateAfter({ cosignBy, reviews, addenda }: Followed): AfterState {
  if (reviews.some((review) => review.kind === 'co-signed')) return 'co-signed';
  if (cosignBy === null) return 'final';
  const last = reviews.at(-1);
  if (last === undefined) return 'awaiting';
  return addenda.slice(last.addendaSeen).some((addendum) => addendum.kind === 'answer') ? 'answered' : 'returned';
}

export function isWaiting(state: AfterState): boolean {
  return state === 'awaiting' || state === 'answered';
}

/** Somebody still owes a signature or an answer. */
export function isUnsettled(state: AfterState): boolean {
  return isWaiting(state) || state === 'returned';
}

export type Reviewable = Followed & {
  readonly noteId: string;
  readonly authorId: string;
  /** Works at the site of the note and may co-sign; when the one who was wanted cannot any more, whoever may co-sign there does. */
  readonly wantedCan: boolean;
};
type ReviewRefusal = 'not-awaiting' | 'co-signed-before' | 'own-note' | 'waits-for-another' | 'added-meanwhile';

/** Whether the note waits for this reviewer: the one it names, or anybody but its author once that one cannot sign. */
export function waitsFor(note: Pick<Reviewable, 'authorId' | 'cosignBy' | 'wantedCan'>, reviewerId: string): boolean {
  return note.authorId !== reviewerId && (note.wantedCan ? note.cosignBy === reviewerId : note.cosignBy !== null);
}

/** All that were sent, or none: the first question that fails refuses the whole, and names which notes it is about. */
export function decideReview(notes: readonly Reviewable[], sent: readonly { readonly noteId: string; readonly addendaSeen: number }[], reviewerId: string): Outcome<null, ReviewRefusal> {
  const told = (found: readonly Reviewable[]) => ({ noteIds: found.map((note) => note.noteId) });
  const signed = notes.filter((note) => stateAfter(note) === 'co-signed');
  if (signed.length > 0) return refuse('co-signed-before', told(signed));
  const idle = notes.filter((note) => !isWaiting(stateAfter(note)));
  if (idle.length > 0) return refuse('not-awaiting', told(idle));
  const own = notes.filter((note) => note.authorId === reviewerId);
  if (own.length > 0) return refuse('own-note', told(own));
  const others = notes.filter((note) => !waitsFor(note, reviewerId));
  if (others.length > 0) return refuse('waits-for-another', told(others));
  const unread = notes.filter((note) => sent.some((one) => one.noteId === note.noteId && one.addendaSeen !== note.addenda.length));
  if (unread.length > 0) return refuse('added-meanwhile', told(unread));
  return { value: null };
}

/** An addendum is anybody's; an answer only the author's, and only to a return. */
export function decideAddendum(note: Followed & { readonly authorId: string }, kind: 'addendum' | 'answer', writerId: string): Outcome<null, 'nothing-to-answer' | 'answer-not-yours'> {
  if (kind === 'addendum') return { value: null };
  if (stateAfter(note) !== 'returned') return refuse('nothing-to-answer');
  return note.authorId === writerId ? { value: null } : refuse('answer-not-yours');
}

/** Who co-signs at the site of a returned note, and whether its author can still answer there. */
export type Answerable = Followed & { readonly authorId: string; /** Works at the site and signs notes there. */ readonly authorCan: boolean; readonly reviewerId: string | null };

/**
 * Who may answer for an author who has left: whoever may co-sign at the site, but not the one who returned it, as long as there is anybody else;
 * so that nobody answers their own return where another pair of eyes is to be had, and no note stays returned for ever (W13).
 */
export function answerersFor(note: Answerable, coSignerIds: readonly string[]): string[] {
  if (note.authorCan || stateAfter(note) !== 'returned') return [];
  const others = coSignerIds.filter((id) => id !== note.authorId && id !== note.reviewerId);
  return others.length > 0 ? others : coSignerIds.filter((id) => id === note.reviewerId);
}

export function decideAnswerFor(note: Answerable, coSignerIds: readonly string[], writerId: string): Outcome<null, 'nothing-to-answer' | 'author-still-here' | 'answers-own-return'> {
  if (stateAfter(note) !== 'returned') return refuse('nothing-to-answer');
  if (note.authorCan) return refuse('author-still-here');
  return answerersFor(note, coSignerIds).includes(writerId) ? { value: null } : refuse('answers-own-return');
}

const MINUTE = 60_000;

/** When a note is due: so many hours after the session's end as held. */
export function dueAt(heldEnd: Date, dueHours: number): Date {
  return new Date(heldEnd.getTime() + dueHours * 60 * MINUTE);
}

/** Whole minutes by which a signature came after it was due; null when it came in time. */
export function lateEntry(heldEnd: Date, dueHours: number, signedAt: Date): number | null {
  const over = signedAt.getTime() - dueAt(heldEnd, dueHours).getTime();
  return over > 0 ? Math.max(1, Math.floor(over / MINUTE)) : null;
}

/** The minutes that count: those of the newest correction, else those that were signed. */
export function countingMinutes(signed: MinutesOfSession, addenda: readonly { readonly scheduled: number | null; readonly attended: number | null; readonly clinical: number | null }[]): MinutesOfSession {
  const newest = addenda.findLast((one) => one.clinical !== null);
  if (newest === undefined) return signed;
  return { scheduled: newest.scheduled ?? signed.scheduled, attended: newest.attended ?? signed.attended, clinical: newest.clinical ?? signed.clinical };
}

export type SupervisionRow = { readonly id: string; readonly supervisorId: string; readonly startsOn: string; readonly endedOn: string | null };
export type SupervisionChange = { ends: { id: string; lastDay: string | null }[]; withdraws: string[]; begins: boolean };

/** From that day on exactly this one co-signs: what began before ends the day before, what would begin later is taken back, the same person goes on. */
export function changeSupervision(rows: readonly SupervisionRow[], supervisorId: string | null, from: CivilDate): SupervisionChange {
  const before = addDays(from, -1);
  const same = rows.find((row) => row.startsOn < from && row.supervisorId === supervisorId && (row.endedOn === null || row.endedOn >= before));
  const ends = rows.filter((row) => row.startsOn < from && row !== same && (row.endedOn === null || row.endedOn > before)).map((row) => ({ id: row.id, lastDay: before as string | null }));
  if (same !== undefined && same.endedOn !== null) ends.push({ id: same.id, lastDay: null });
  return { ends, withdraws: rows.filter((row) => row.startsOn >= from).map((row) => row.id), begins: supervisorId !== null && same === undefined };
}
