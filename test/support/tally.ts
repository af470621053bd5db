/** Counts what the test runner reports, test by test, so that nothing which did not run can pass for something that did. */
import { resolve } from 'node:path';

/** One line for each thing worth knowing about a run; written as it happens, so that it survives a crash. */
export type Entry =
  | { readonly is: 'passed'; readonly file: string }
  | { readonly is: 'failed'; readonly file: string }
  | { readonly is: 'skipped'; readonly file: string; readonly title: string; readonly why: string }
  | { readonly is: 'file-done'; readonly file: string; readonly lost: number }
  | { readonly is: 'run-done' };

/** What we read of the runner's events. */
export type Reported = {
  readonly name: string; readonly nesting: number; readonly file?: string | undefined;
  readonly skip?: string | boolean | undefined; readonly todo?: string | boolean | undefined;
  readonly details: { readonly type?: string | undefined; readonly error?: { readonly failureType?: string } | undefined };
};

const reason = (said: string | boolean | undefined): string => (typeof said === 'string' && said !== '' ? said : 'no reason given');

/** Decides for each report whether it is a test of its own. Reports come children first, as the runner sends them. */
export class Leaves {
  readonly #children = new Map<string, number[]>();
  readonly #titles = new Map<string, string[]>();
  readonly #seen = new Map<string, number>();

  started({ name, nesting, file = '' }: { name: string; nesting: number; file?: string | undefined }): void {
    const titles = this.#titles.get(file) ?? [];
    this.#titles.set(file, [...titles.slice(0, nesting), name]);
  }

  titleOf({ name, nesting, file = '' }: Reported): string {
    return [...(this.#titles.get(file) ?? []).slice(0, nesting), name].join(' › ');
  }

  /** Null when the report only sums up the tests inside it. */
  judge(report: Reported, passed: boolean): 'passed' | 'failed' | 'skipped' | 'ran-no-test' | null {
    const { nesting, file = '', details } = report;
    const children = this.#children.get(file) ?? [];
    const inside = children[nesting + 1] ?? 0;
    if (details.type !== 'suite') this.#seen.set(file, (this.#seen.get(file) ?? 0) + 1);
    children.length = Math.min(children.length, nesting + 1);
    children[nesting] = (children[nesting] ?? 0) + 1;
    this.#children.set(file, children);

    /* The runner reports a file as a test of its own only when it has nothing better to say of it. */
    if (nesting === 0 && file !== '' && resolve(report.name) === resolve(file)) return passed ? 'ran-no-test' : 'failed';
    if (!passed) return details.error?.failureType === 'subtestsFailed' ? null : 'failed';
    if (report.skip !== undefined && report.skip !== false) return 'skipped';
    if (report.todo !== undefined && report.todo !== false) return 'skipped';
    return details.type === 'suite' || inside > 0 ? null : 'passed';
  }

  /** The reports of a file travel through its standard output, where a test that meddles with it can lose them. */
  lost(file: string, tests: number): number {
    return Math.max(0, tests - (this.#seen.get(file) ?? 0));
  }

  whySkipped(report: Reported): string {
    return report.skip !== undefined && report.skip !== false ? reason(report.skip) : `to do: ${reason(report.todo)}`;
  }
}

export type Count = { passed: number; failed: number; skipped: number };
export type Skip = { readonly file: string; readonly title: string; readonly why: string };

/** The final word on one group: every file must have run tests and come to its end. `missing` explains what did not. */
export function settle(
  entries: readonly Entry[], run: { readonly files: readonly string[]; readonly isolated: boolean; readonly exitCode: number },
): Count & { skips: Skip[]; missing: string[] } {
  const tests = entries.filter((one) => one.is === 'passed' || one.is === 'failed' || one.is === 'skipped');
  const ran = new Set(tests.map((one) => one.file));
  const done = new Set(entries.flatMap((one) => (one.is === 'file-done' ? [one.file] : [])));
  const failedIn = new Set(tests.flatMap((one) => (one.is === 'failed' ? [one.file] : [])));
  const missing = run.files.filter((file) => !ran.has(file)).map((file) => `${file} ran no test`);
  if (run.isolated) {
    missing.push(...run.files.filter((file) => ran.has(file) && !done.has(file) && !failedIn.has(file))
      .map((file) => `${file} stopped before its last test was reported (does something call process.exit?)`));
  }
  missing.push(...entries.flatMap((one) => (one.is === 'file-done' && one.lost > 0 ? [`${one.file} ran ${one.lost} tests whose outcome was lost (does something replace process.stdout.write?)`] : [])));
  if (!entries.some((one) => one.is === 'run-done')) missing.push('the run was cut short');
  const failed = tests.filter((one) => one.is === 'failed').length;
  if (run.exitCode !== 0 && failed === 0 && missing.length === 0) missing.push('no test failed, and yet something did: see the lines above');
  return {
    passed: tests.filter((one) => one.is === 'passed').length,
    failed: failed + missing.length,
    skipped: tests.filter((one) => one.is === 'skipped').length,
    skips: tests.flatMap((one) => (one.is === 'skipped' ? [one] : [])),
    missing,
  };
}
