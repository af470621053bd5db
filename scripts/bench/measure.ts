/** From many short slices to a few numbers: the middle one, and how far the slices lie apart. */
import type { Slice } from './load.ts';

export type Way = 'program' | 'bare server' | 'bare transaction';
export type Measured = { way: Way; atOnce: number; round: number; acts: number; p50: number; p95: number; perSecond: number; cpuMsPerAct: number };
export type Spread = { median: number; min: number; max: number };
export type Summary = { way: Way; atOnce: number; p50: Spread; p95: Spread; perSecond: Spread; cpuMsPerAct: Spread };
/** Quotients of slices that ran side by side in the same round; the noise of the machine meets both. */
export type Ratio = { over: Way; atOnce: number; p50: Spread; p95: Spread; perSecond: Spread; cpuMsPerAct: Spread };

const FIGURES = ['p50', 'p95', 'perSecond', 'cpuMsPerAct'] as const;

function quantile(sorted: readonly number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)] ?? Number.NaN;
}

export function spreadOf(numbers: readonly number[]): Spread {
  const sorted = [...numbers].sort((a, b) => a - b);
  return { median: quantile(sorted, 0.5), min: sorted[0] ?? Number.NaN, max: sorted.at(-1) ?? Number.NaN };
}

export function measured(way: Way, atOnce: number, round: number, slice: Slice, cpuMs: number): Measured {
  const sorted = [...slice.millis].sort((a, b) => a - b);
  const acts = sorted.length;
  return { way, atOnce, round, acts, p50: quantile(sorted, 0.5), p95: quantile(sorted, 0.95), perSecond: acts / (slice.wholeMs / 1000), cpuMsPerAct: cpuMs / acts };
}

function figures(rows: readonly Record<(typeof FIGURES)[number], number>[]): Record<(typeof FIGURES)[number], Spread> {
  const of = (figure: (typeof FIGURES)[number]): Spread => spreadOf(rows.map((row) => row[figure]));
  return { p50: of('p50'), p95: of('p95'), perSecond: of('perSecond'), cpuMsPerAct: of('cpuMsPerAct') };
}

export function summarize(all: readonly Measured[]): Summary[] {
  const groups = Map.groupBy(all, (one) => `${one.atOnce} ${one.way}`);
  return [...groups.values()].map((rows) => ({ way: rows[0]?.way ?? 'program', atOnce: rows[0]?.atOnce ?? 0, ...figures(rows) }));
}

export function ratios(all: readonly Measured[], over: Way): Ratio[] {
  const program = all.filter((one) => one.way === 'program');
  return [...Map.groupBy(program, (one) => one.atOnce)].map(([atOnce, rows]) => {
    const quotients = rows.flatMap((row) => {
      const beside = all.find((one) => one.way === over && one.atOnce === atOnce && one.round === row.round);
      if (beside === undefined) return [];
      return [{ p50: row.p50 / beside.p50, p95: row.p95 / beside.p95, perSecond: row.perSecond / beside.perSecond, cpuMsPerAct: row.cpuMsPerAct / beside.cpuMsPerAct }];
    });
    return { over, atOnce, ...figures(quotients) };
  });
}
