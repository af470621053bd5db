/** Which seat somebody takes in a session: the cap of the room holds in every order of arrivals, absences and seats given away (W9, W10). */
import { refuse } from '../../../platform/outcome.ts';
import type { Outcome } from '../../../platform/outcome.ts';
import { addMinutes } from '../../../values/minutes.ts';
import { OPENS_MINUTES_BEFORE } from './stamping.ts';

/** One person of a session: `awaited` holds a seat and is neither stamped in nor recorded absent; an absence frees the seat. */
export type Seated = { readonly participantId: string; readonly seatNo: number | null; readonly state: 'present' | 'awaited' | 'absent' };

/** Seats that nobody holds, lowest first; each person beyond the cap takes one away, because the room holds no more bodies. */
export function freeSeats(capacity: number, roster: readonly Seated[]): number[] {
  const inside = roster.filter(({ state }) => state !== 'absent');
  const held = new Set(inside.map(({ seatNo }) => seatNo));
  const beyond = inside.filter(({ seatNo }) => seatNo === null).length;
  const free = Array.from({ length: capacity }, (_, index) => index + 1).filter((seat) => !held.has(seat));
  return free.slice(0, Math.max(0, free.length - beyond));
}

export type Seat = { readonly seatNo: number | null; readonly overCapReason: string | null };

/** The seat of somebody who belongs here and comes: the own one, else the lowest free one; beyond the cap only with a reason, and only when the room is full (W10). */
export function decideSeat(own: number | null, capacity: number, roster: readonly Seated[], overCapReason: string | null): Outcome<Seat, 'seat-given-away' | 'seats-free'> {
  const isTaken = own === null || roster.some(({ seatNo, state }) => seatNo === own && state !== 'absent');
  const seatNo = isTaken ? freeSeats(capacity, roster)[0] ?? null : own;
  if (overCapReason !== null && seatNo !== null) return refuse('seats-free');
  if (overCapReason === null && seatNo === null) return refuse('seat-given-away');
  return { value: { seatNo, overCapReason } };
}

export type WalkInFacts = {
  readonly session: { readonly plannedStart: Date; readonly heldEnd: Date; readonly isCanceled: boolean; readonly capacity: number };
  readonly graceMinutes: number;
  readonly hasOpenEpisode: boolean;
  /** The running session in which the person is present; null when nowhere. */
  readonly elsewhere: { readonly sessionId: string; readonly name: string } | null;
  readonly roster: readonly Seated[];
};
export type WalkInAsked = { readonly participantId: string; readonly giveAwaySeatOf: string | null; readonly overCapReason: string | null };
export type WalkIn = Seat & { /** Whose absence is recorded, because the seat was given away. */ readonly absent: string | null };
export type WalkInRefusal =
  'session-canceled' | 'too-early-to-stamp' | 'session-over' | 'on-roster-already' | 'no-open-episode' | 'elsewhere-now' | 'session-full' | 'seats-free' | 'grace-time' | 'seat-not-theirs' | 'came-meanwhile';

export function decideWalkIn(facts: WalkInFacts, asked: WalkInAsked, now: Date): Outcome<WalkIn, WalkInRefusal> {
  const { session, roster } = facts;
  if (session.isCanceled) return refuse('session-canceled');
  const opensAt = addMinutes(session.plannedStart, -OPENS_MINUTES_BEFORE);
  if (now < opensAt) return refuse('too-early-to-stamp', { opensAt: opensAt.toISOString() });
  if (now >= session.heldEnd) return refuse('session-over');
  if (roster.some(({ participantId }) => participantId === asked.participantId)) return refuse('on-roster-already');
  if (!facts.hasOpenEpisode) return refuse('no-open-episode');
  if (facts.elsewhere !== null) return refuse('elsewhere-now', { sessionId: facts.elsewhere.sessionId, name: facts.elsewhere.name });
  const [free] = freeSeats(session.capacity, roster);
  if (free !== undefined) return asked.giveAwaySeatOf === null && asked.overCapReason === null ? { value: { seatNo: free, overCapReason: null, absent: null } } : refuse('seats-free');
  if (asked.giveAwaySeatOf !== null) return giveAway(facts, asked.giveAwaySeatOf, now);
  return asked.overCapReason === null ? refuse('session-full') : { value: { seatNo: null, overCapReason: asked.overCapReason, absent: null } };
}

/** A seat may be given away once the grace time has passed and its holder is still missing (W9). */
function giveAway({ session, roster, graceMinutes }: WalkInFacts, participantId: string, now: Date): Outcome<WalkIn, WalkInRefusal> {
  const until = addMinutes(session.plannedStart, graceMinutes);
  if (now < until) return refuse('grace-time', { until: until.toISOString() });
  const holder = roster.find((person) => person.participantId === participantId);
  if (holder?.state === 'present') return refuse('came-meanwhile');
  if (holder === undefined || holder.seatNo === null) return refuse('seat-not-theirs');
  const left = roster.map((person) => (person === holder ? { ...person, state: 'absent' as const } : person));
  const seatNo = freeSeats(session.capacity, left)[0];
  // With somebody beyond the cap in the room, one seat fewer does not make place for one more.
  return seatNo === undefined ? refuse('session-full') : { value: { seatNo, overCapReason: null, absent: participantId } };
}
