/** Prints what went wrong and where, keeps quiet about what went right, and leaves an entry of the tally for each test. */
import { appendFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { TestEvent } from 'node:test/reporters';
import { Leaves } from './tally.ts';
import type { Entry, Reported } from './tally.ts';

const tally = process.env['STEPDOWN_TEST_TALLY'];

function enter(entry: Entry): void {
  if (tally !== undefined) appendFileSync(tally, `${JSON.stringify(entry)}\n`);
}

const pathOf = (file: string | undefined): string => (file === undefined ? '' : relative(process.cwd(), file).replaceAll('\\', '/'));

/** The message with its difference, then only the lines of the stack that are ours. */
function explain(error: unknown): string {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  if (!(cause instanceof Error)) return String(cause);
  const lines = (cause.stack ?? `${cause.name}: ${cause.message}`).split('\n');
  return lines.filter((line) => !/^\s+at .*(node:|node_modules)/.test(line)).map((line) => `    ${line.replaceAll(`file://${process.cwd()}/`, '')}`).join('\n');
}

function failure(title: string, report: Reported & { readonly line?: number | undefined }): string {
  return `\n  ✗ ${pathOf(report.file)}${report.line === undefined ? '' : `:${report.line}`}  ${title}\n${explain(report.details.error)}\n`;
}

function judged(leaves: Leaves, event: Extract<TestEvent, { type: 'test:pass' | 'test:fail' }>): string {
  const report = event.data as unknown as Reported & { line?: number };
  const file = pathOf(report.file);
  const verdict = leaves.judge(report, event.type === 'test:pass');
  const title = leaves.titleOf(report);
  if (verdict === 'passed') enter({ is: 'passed', file });
  if (verdict === 'skipped') enter({ is: 'skipped', file, title, why: leaves.whySkipped(report) });
  if (verdict !== 'failed') return '';
  enter({ is: 'failed', file });
  return failure(title, report);
}

/** What the runner says of a file as a whole; a diagnostic that is only its own arithmetic is left out. */
function told(leaves: Leaves, event: TestEvent): string {
  if (event.type === 'test:diagnostic') {
    return /^(tests|suites|pass|fail|cancel+ed|skipped|todo|duration_ms) [\d.]+$/.test(event.data.message) ? '' : `  ${event.data.message}\n`;
  }
  if (event.type === 'test:stdout' || event.type === 'test:stderr') return event.data.message;
  if (event.type !== 'test:summary') return '';
  if (event.data.file === undefined) {
    enter({ is: 'run-done' });
    return '';
  }
  enter({ is: 'file-done', file: pathOf(event.data.file), lost: leaves.lost(event.data.file, event.data.counts.tests) });
  return `  ${event.data.success ? '·' : '✗'} ${pathOf(event.data.file)}  ${(event.data.duration_ms / 1000).toFixed(1)} s\n`;
}

export default async function* report(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const leaves = new Leaves();
  for await (const event of events) {
    if (event.type === 'test:start') leaves.started(event.data);
    const said = event.type === 'test:pass' || event.type === 'test:fail' ? judged(leaves, event) : told(leaves, event);
    if (said !== '') yield said;
  }
}
