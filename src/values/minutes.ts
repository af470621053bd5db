/** Whole minutes: durations are floored once, never rounded up (W1). */

/** A stretch of time, start included, end excluded; `end` may equal `start` (nothing). */
export type Span = { readonly start: Date; readonly end: Date };

const MINUTE_MS = 60_000;

/** Milliseconds to whole minutes, rounded down (W1). Negative durations are a broken invariant and throw. */
export function wholeMinutes(milliseconds: number): number {
  if (milliseconds < 0) throw new RangeError(`a duration cannot be negative: ${milliseconds} ms`);
  return Math.floor(milliseconds / MINUTE_MS);
}

/** The part of `span` that lies inside `frame`, or null when they do not meet. */
export function overlap(span: Span, frame: Span): Span | null {
  const start = span.start > frame.start ? span.start : frame.start;
  const end = span.end < frame.end ? span.end : frame.end;
  return start < end ? { start, end } : null;
}

/** Joins spans that touch or overlap, so that no moment is counted twice; the result is sorted. */
export function union(spans: readonly Span[]): Span[] {
  const sorted = spans.filter((span) => span.start < span.end).sort((a, b) => a.start.getTime() - b.start.getTime());
  const joined: Span[] = [];
  for (const span of sorted) {
    const last = joined.at(-1);
    if (last !== undefined && span.start <= last.end) {
      if (span.end > last.end) joined[joined.length - 1] = { start: last.start, end: span.end };
    } else joined.push(span);
  }
  return joined;
}

/** Milliseconds covered by spans that do not overlap each other. */
export function lengthMs(spans: readonly Span[]): number {
  return spans.reduce((sum, span) => sum + (span.end.getTime() - span.start.getTime()), 0);
}

/** The parts of `spans` (disjoint) inside any of `frames` (disjoint). */
export function intersect(spans: readonly Span[], frames: readonly Span[]): Span[] {
  return spans.flatMap((span) => frames.map((frame) => overlap(span, frame)).filter((part) => part !== null));
}

export function addMinutes(instant: Date, minutes: number): Date {
  return new Date(instant.getTime() + minutes * MINUTE_MS);
}
