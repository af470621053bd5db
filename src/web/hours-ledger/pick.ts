/** Which rows stand behind a figure: every figure of the page opens them, and the address says which figure was opened. */
import type { Ledger, LedgerRow } from './climb.ts';
import { comingOf } from './climb.ts';

export const FIGURES = ['done', 'documented', 'provisional', 'booked', 'forecast', 'missed'] as const;
export type FigureName = (typeof FIGURES)[number];
export type PickedRows = { readonly kind: FigureName; readonly minutes: number; readonly rows: ReadonlySet<string> } | { readonly kind: 'test'; readonly name: string; readonly rows: ReadonlySet<string>; readonly elsewhere: number };

const DONE = new Set(['documented', 'provisional', 'running']);

/** The counted rows of a figure, and what each of them brings to it: their sum is the figure. */
function shareOf(ledger: Ledger, figure: FigureName): (row: LedgerRow) => number {
  const coming = comingOf(ledger);
  switch (figure) {
    case 'done': return (row) => (DONE.has(row.standing) ? row.minutes.clinical : 0);
    case 'documented': case 'provisional': return (row) => (row.standing === figure ? row.minutes.clinical : 0);
    case 'booked': return (row) => coming.get(row.sessionId) ?? 0;
    case 'forecast': return (row) => (DONE.has(row.standing) ? row.minutes.clinical : 0) + (coming.get(row.sessionId) ?? 0);
    case 'missed': return (row) => (row.standing === 'missed' ? row.minutes.scheduled : 0);
  }
}

export function pickFigure(ledger: Ledger, kind: FigureName): PickedRows & { kind: FigureName } {
  const share = shareOf(ledger, kind);
  const rows = ledger.rows.filter((row) => row.countsForFloor && share(row) > 0);
  return { kind, minutes: rows.reduce((sum, row) => sum + share(row), 0), rows: new Set(rows.map((row) => row.sessionId)) };
}

export const hashOfTest = (ruleId: string): string => `test-${ruleId}`;

/** What an address has opened; null when it names nothing that is here. */
export function pickOf(ledger: Ledger, hash: string): PickedRows | null {
  const figure = FIGURES.find((name) => name === hash);
  if (figure !== undefined) return pickFigure(ledger, figure);
  const test = ledger.tests.find((one) => hashOfTest(one.ruleId) === hash);
  if (test === undefined) return null;
  const here = new Set<string>(ledger.rows.map((row) => row.sessionId));
  return { kind: 'test', name: test.name, rows: new Set(test.rows.filter((id) => here.has(id))), elsewhere: test.rows.filter((id) => !here.has(id)).length };
}
