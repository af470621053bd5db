/** Why planned and clinical minutes differ, one short clause for each reason, with the minutes or the time it was. */
import type { LedgerRow } from './climb.ts';
import type { Said } from '../words/said.ts';

type Facts = Pick<LedgerRow, 'differences' | 'stays' | 'startsAt' | 'endsAt' | 'minutes'>;

/** `timeOf` writes an instant in the site's zone. */
export function whySaid(row: Facts, timeOf: (instant: string) => string): Said[] {
  return row.differences.map((difference): Said => {
    switch (difference) {
      case 'came-late': return { id: 'why.came-late', values: { minutes: lateBy(row) } };
      case 'left-early': return { id: 'why.left-early', values: { time: timeOf(row.stays.at(-1)?.leftAt ?? row.startsAt) } };
      case 'break-left-out': return { id: 'why.break-left-out', values: { minutes: Math.max(0, row.minutes.attended - row.minutes.clinical) } };
      // The row ends where the session was held to.
      case 'ended-early': return { id: 'why.ended-early', values: { time: timeOf(row.endsAt) } };
      case 'was-away-between': case 'did-not-come': case 'not-counted-for-floor': return { id: `why.${difference}` };
    }
  });
}

function lateBy(row: Facts): number {
  const first = row.stays[0]?.arrivedAt ?? row.startsAt;
  return Math.max(0, Math.floor((Date.parse(first) - Date.parse(row.startsAt)) / 60_000));
}
