/** The question `wasThere` in SQL: a stay `y` has a moment of its session. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';

/** @param start when the session began  @param end when it ended as held: both as columns */
export function hasMoment(start: RawBuilder<unknown>, end: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`y.withdrawn_at is null and y.arrived_at < ${end} and (y.ended_at is null or y.ended_at > greatest(${start}, y.arrived_at))`;
}
