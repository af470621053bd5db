/** The week as a stair: how each day's minutes climb toward the floor, and the sentence that says it. */
import type { z } from 'zod';
import type { ledgerRow, readHoursLedger } from '../../boards/week/hours-ledger.contract.ts';
import { addDays } from '../../values/civil-date.ts';
import type { Said } from '../words/said.ts';

export type Ledger = z.output<typeof readHoursLedger['output']>;
export type LedgerRow = z.output<typeof ledgerRow>;

export type Step = {
  readonly date: string; readonly isToday: boolean;
  /** Minutes that stood before this day. */
  readonly from: number;
  readonly done: number; readonly unsigned: number; readonly booked: number; readonly missed: number;
};

const DONE = new Set(['documented', 'provisional', 'running']);

function sum(rows: readonly LedgerRow[], minutes: (row: LedgerRow) => number): number {
  return rows.reduce((total, row) => total + minutes(row), 0);
}

/** What each row that is not over still brings beyond what is done. */
export function comingOf(ledger: Pick<Ledger, 'rows'>): ReadonlyMap<string, number> {
  const open = ledger.rows.filter((row) => row.countsForFloor && (row.standing === 'booked' || row.standing === 'running'));
  return new Map(open.map((row) => [row.sessionId, Math.max(0, row.expectedMinutes - row.minutes.clinical)]));
}

/** Only what counts for the floor climbs; the others stand in the account with their reason (W4). */
export function stepsOf(ledger: Pick<Ledger, 'rows' | 'week'>): Step[] {
  const coming = comingOf(ledger);
  let from = 0;
  return Array.from({ length: 7 }, (_, index) => {
    const date = addDays(ledger.week.starts, index);
    const rows = ledger.rows.filter((row) => row.date === date && row.countsForFloor);
    const done = rows.filter(({ standing }) => DONE.has(standing));
    const step: Step = {
      date, isToday: date === ledger.week.today, from,
      done: sum(done, (row) => row.minutes.clinical),
      unsigned: sum(done.filter(({ standing }) => standing === 'provisional'), (row) => row.minutes.clinical),
      booked: sum(rows, (row) => coming.get(row.sessionId) ?? 0),
      missed: sum(rows.filter(({ standing }) => standing === 'missed'), (row) => row.minutes.scheduled),
    };
    from += step.done + step.booked;
    return step;
  });
}

/** The top of the scale: 12 hours or the next full 3 above whatever is highest. */
export function topOf(steps: readonly Step[], floor: number): number {
  const highest = Math.max(floor, ...steps.map((step) => step.from + step.done + step.booked + step.missed));
  return Math.max(720, Math.ceil(highest / 180) * 180);
}

/** How far the forecast stays under the floor; 0 when it is met, there is none, or the week is not whole: then it never alarms (W5). */
export function shortOf(ledger: Pick<Ledger, 'floor' | 'forecastMinutes'>): number {
  return ledger.floor === null || ledger.floor.isProRata ? 0 : Math.max(0, ledger.floor.minutes - ledger.forecastMinutes);
}

export type Writers = { hours: (minutes: number) => string; weekday: (date: string) => string; /** Says that a floor is that of some days of the week only (W5). */ proRata: (hours: string) => string };

/** What is done, what the booked days bring, and the floor; written around the person so that no gender is needed. */
export function ledgerSaid(ledger: Ledger, write: Writers): Said[] {
  const done = write.hours(ledger.done.clinical);
  const booked = stepsOf(ledger).filter((step) => step.booked > 0);
  const only = booked.length === 1 ? booked[0] : undefined;
  const forecast = write.hours(ledger.forecastMinutes);
  const first: Said = { id: 'ledger.say.done', values: { done } };
  if (ledger.floor === null) {
    return booked.length === 0 ? [first, { id: 'ledger.say.no-floor' }] : [first, { id: 'ledger.say.coming', values: { forecast } }, { id: 'ledger.say.no-floor' }];
  }
  const hours = write.hours(ledger.floor.minutes);
  const floor = ledger.floor.isProRata ? write.proRata(hours) : hours;
  const second: Said = booked.length === 0
    ? { id: 'ledger.say.nothing-booked', values: { forecast, floor } }
    : only !== undefined
      ? { id: 'ledger.say.with-day', values: { day: write.weekday(only.date), forecast, floor } }
      : { id: 'ledger.say.with-booked', values: { days: booked.length, forecast, floor } };
  const short = shortOf(ledger);
  return short > 0 ? [first, second, { id: 'ledger.say.short', values: { short: write.hours(short) } }] : [first, second];
}

/** The two totals of the account: what was, and what is booked on top of it. */
export function totalsOf(rows: readonly LedgerRow[]): { soFar: { planned: number; clinical: number }; planned: number; past: LedgerRow[]; coming: LedgerRow[] } {
  const past = rows.filter(({ standing }) => standing !== 'booked' && standing !== 'canceled');
  const coming = rows.filter(({ standing }) => standing === 'booked' || standing === 'canceled');
  const counting = (list: readonly LedgerRow[]) => list.filter((row) => row.countsForFloor && row.standing !== 'canceled');
  return {
    past, coming,
    soFar: { planned: sum(counting(past), (row) => row.minutes.scheduled), clinical: sum(counting(past), (row) => row.minutes.clinical) },
    planned: sum(counting(rows), (row) => row.minutes.scheduled),
  };
}
