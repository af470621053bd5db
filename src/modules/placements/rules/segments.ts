/** What a change from a day on does to the segments of an episode: they never overlap, and every day before it stays as it was. */
import { addDays } from '../../../values/civil-date.ts';
import type { CivilDate } from '../../../values/civil-date.ts';

/** A stretch of an episode with one level, phase or counselor; first and last day included, null: until further notice. */
export type Segment = { readonly id: string; readonly value: string; readonly startsOn: CivilDate; readonly endedOn: CivilDate | null };
/** `lastDay` is that of the episode, null while it is open. */
export type SegmentChange = { readonly value: string; readonly from: CivilDate; readonly lastDay: CivilDate | null };
/** To be carried out in this order: withdrawn frees days, a new last day shortens or prolongs, then the new one has room. */
export type SegmentsDecision = {
  readonly withdraw: readonly string[];
  readonly end: { readonly id: string; readonly endedOn: CivilDate | null } | null;
  readonly insert: { readonly value: string; readonly startsOn: CivilDate; readonly endedOn: CivilDate | null } | null;
};

/** `existing` holds what is not withdrawn, in any order and without overlap; `from` lies in the episode. */
export function decideSegments(existing: readonly Segment[], { value, from, lastDay }: SegmentChange): SegmentsDecision {
  const eve = addDays(from, -1);
  const later = existing.filter((one) => one.startsOn >= from);
  const before = existing.find((one) => one.startsOn < from && (one.endedOn === null || one.endedOn >= eve));
  /* What says the same up to that day, or from that day, goes on; a change that is taken back by another leaves no seam. */
  const kept = before?.value === value ? before : later.find((one) => one.startsOn === from && one.value === value);
  const withdraw = later.filter((one) => one !== kept).map((one) => one.id);
  if (kept !== undefined) return { withdraw, end: kept.endedOn === lastDay ? null : { id: kept.id, endedOn: lastDay }, insert: null };
  const reaches = before !== undefined && before.endedOn !== eve;
  return { withdraw, end: reaches ? { id: before.id, endedOn: eve } : null, insert: { value, startsOn: from, endedOn: lastDay } };
}

export function changesNothing({ withdraw, end, insert }: SegmentsDecision): boolean {
  return withdraw.length === 0 && end === null && insert === null;
}

/** What holds on a day; null in a gap. */
export function valueOn(segments: readonly Segment[], day: CivilDate): string | null {
  return segments.find((one) => one.startsOn <= day && (one.endedOn === null || one.endedOn >= day))?.value ?? null;
}
