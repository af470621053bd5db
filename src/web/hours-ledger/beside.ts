/** What stands under a row of the account: corrected times with the old and the new figure, why somebody did not come, a make-up, a seat beyond the cap. */
import type { AbsenceReason } from '../../modules/attendance/words.ts';
import type { Said } from '../words/said.ts';
import type { LedgerRow } from './climb.ts';

type Facts = Pick<LedgerRow, 'correction' | 'absence' | 'isMakeUp' | 'overCap' | 'minutes'>;
type Writers = { time: (instant: string) => string; hours: (minutes: number) => string; reason: (reason: AbsenceReason) => string };

/** Somebody's own words stand behind the fact, and only for whoever may read them; the fact is said all the same. */
export function besideSaid(row: Facts, write: Writers): Said[] {
  const words = (text: string | null): Said[] => (text === null ? [] : [{ id: 'beside.words', values: { text } }]);
  const said: Said[] = [];
  if (row.correction !== null) {
    const { was, authorName, recordedAt, reason } = row.correction;
    const values = { name: authorName, time: write.time(recordedAt) };
    said.push(was === null ? { id: 'beside.corrected', values } : { id: 'beside.corrected.was', values: { ...values, was: write.hours(was.clinical), now: write.hours(row.minutes.clinical) } }, ...words(reason));
  }
  if (row.absence !== null) {
    const { reason, isExcused, detail } = row.absence;
    said.push({ id: isExcused ? 'beside.excused' : 'beside.absent' }, ...(reason === null ? [] : [{ id: 'beside.because' as const, values: { reason: write.reason(reason) } }]), ...words(detail));
  }
  if (row.isMakeUp) said.push({ id: 'beside.make-up' });
  if (row.overCap !== null) said.push({ id: 'beside.over-cap' }, ...words(row.overCap.reason));
  return said;
}
