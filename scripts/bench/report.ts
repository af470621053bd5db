/** Prints what was measured as a table a person can read. */
import type { Ratio, Spread, Summary } from './measure.ts';

export type Machine = {
  cores: number; processor: string; memoryGb: number; node: string; postgres: string; pg: string; fastify: string; kysely: string; commit: string;
  loadBefore: number[]; loadAfter: number[];
};
export type Report = {
  at: string; machine: Machine; act: { peopleSigned: number; statements: number; messages: number; roundTrips: number; texts: string[] };
  /** The other checkout that stood in place of the bare server, if one did. */
  beside: string | null; rounds: number; actsInSlice: Record<string, number>; connections: number; summaries: Summary[]; ratios: Ratio[];
  aim: { p50At1: number; throughputAt32: number; met: boolean };
};

function shown(one: Spread, digits: number): string {
  return `${one.median.toFixed(digits)} (${one.min.toFixed(digits)}-${one.max.toFixed(digits)})`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string => `  ${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('   ')}`;
  return [line(head), ...rows.map(line)].join('\n');
}

export function print(report: Report): string {
  const { machine, act } = report;
  const named = { program: 'A program', 'bare server': report.beside === null ? 'B bare server' : 'B other checkout', 'bare transaction': 'C bare transaction' } as const;
  const loads = (list: readonly number[]): string => list.map((one) => one.toFixed(1)).join(' ');
  return [
    `Signing a group of ${act.peopleSigned}: ${act.statements} statements in ${act.messages} messages and ${act.roundTrips} round trips to PostgreSQL.`,
    `${machine.cores} cores (${machine.processor}), ${machine.memoryGb} GB; node ${machine.node}, PostgreSQL ${machine.postgres}, pg ${machine.pg}, fastify ${machine.fastify}, kysely ${machine.kysely}; commit ${machine.commit}.`,
    `Load of the machine before ${loads(machine.loadBefore)}, after ${loads(machine.loadAfter)}. ${report.rounds} rounds; each figure is the median of its slices (lowest-highest).`,
    '',
    table(['at once', 'way', 'p50 ms', 'p95 ms', 'acts/s', 'server CPU ms/act'], report.summaries.map((one) =>
      [String(one.atOnce), named[one.way], shown(one.p50, 2), shown(one.p95, 2), shown(one.perSecond, 0), one.way === 'bare transaction' ? '-' : shown(one.cpuMsPerAct, 2)])),
    '',
    table(['at once', 'ratio', 'p50', 'p95', 'acts/s', 'server CPU'], report.ratios.map((one) =>
      [String(one.atOnce), one.over === 'bare server' ? 'A/B' : 'A/C', shown(one.p50, 2), shown(one.p95, 2), shown(one.perSecond, 2), one.over === 'bare server' ? shown(one.cpuMsPerAct, 2) : '-'])),
    '',
    report.beside === null
      ? `Aim: p50 of A at most twice B's at one at once (${report.aim.p50At1.toFixed(2)}), and at least half its throughput at 32 (${report.aim.throughputAt32.toFixed(2)}): ${report.aim.met ? 'met' : 'MISSED'}.`
      : `B is the program in ${report.beside}.`,
  ].join('\n');
}
