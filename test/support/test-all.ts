/** Runs the groups of tests in order, puts everything away afterwards, and ends with one line that counts. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GROUP_NAMES, findGroups } from './groups.ts';
import type { Group, GroupName } from './groups.ts';
import { settle } from './tally.ts';
import type { Count, Entry } from './tally.ts';

const ROOT = join(import.meta.dirname, '../..');
const REPORTER = join(import.meta.dirname, 'reporter.ts');
const say = (line: string): void => { process.stdout.write(`${line}\n`); };

type Cluster = { env: Record<string, string>; stop(): Promise<void> };
type Running = { child: ChildProcess | null; cluster: Cluster | null; stopped: boolean };

function readEntries(path: string): Entry[] {
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Entry);
}

/** Passes on what the child prints, and ends it when it has been silent for too long. */
function watch(child: ChildProcess, seconds: number, print: (text: string) => void): () => void {
  const end = (): void => {
    print(`  Nothing has ended for ${seconds} seconds; a handle that is still open keeps a file waiting. The group is stopped.\n`);
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), 5000).unref();
  };
  let timer = setTimeout(end, seconds * 1000);
  child.stdout?.on('data', (chunk: Buffer) => {
    print(chunk.toString());
    clearTimeout(timer);
    timer = setTimeout(end, seconds * 1000);
  });
  return () => clearTimeout(timer);
}

/** Node's own runner on the files of one group. `folder` is where the paths start. */
export function runGroup(
  group: Group, folder: string,
  { env, print, running }: { env: Readonly<Record<string, string>>; print: (text: string) => void; running: Pick<Running, 'child'> },
): Promise<ReturnType<typeof settle>> {
  const scratch = mkdtempSync(join(tmpdir(), 'stepdown-tally-'));
  const tally = join(scratch, 'tally');
  const words = [
    '--disable-warning=ExperimentalWarning', '--test', `--test-reporter=${REPORTER}`, '--test-reporter-destination=stdout',
    `--test-timeout=${group.secondsPerTest * 1000}`, ...(group.isolated ? [`--test-concurrency=${group.concurrency}`] : ['--test-isolation=none']), ...group.files,
  ];
  return new Promise((resolve) => {
    const child = spawn(process.execPath, words, { cwd: folder, env: { ...process.env, NODE_TEST_CONTEXT: undefined, ...env, STEPDOWN_TEST_TALLY: tally }, stdio: ['ignore', 'pipe', 'inherit'] });
    running.child = child;
    const unwatch = watch(child, group.secondsOfSilence, print);
    child.on('close', (code) => {
      unwatch();
      running.child = null;
      const settled = settle(readEntries(tally), { files: group.files, isolated: group.isolated, exitCode: code ?? 1 });
      rmSync(scratch, { recursive: true, force: true });
      resolve(settled);
    });
  });
}

/** `pure house` names groups, `--files GLOB` narrows them; anything else is a mistake and says so. */
function understand(words: readonly string[]): { names: GroupName[]; glob: string | null } | string {
  const at = words.indexOf('--files');
  const glob = at === -1 ? null : words[at + 1] ?? '';
  if (glob === '') return '--files wants a pattern, for example: npm test -- --files "src/modules/notes/**"';
  const named = words.filter((_, index) => at === -1 || (index !== at && index !== at + 1));
  const strange = named.find((word) => !(GROUP_NAMES as readonly string[]).includes(word));
  if (strange !== undefined) return `There is no group "${strange}". The groups are: ${GROUP_NAMES.join(', ')}. One file: npm test -- --files PATH`;
  return { names: GROUP_NAMES.filter((name) => named.length === 0 || named.includes(name)), glob };
}

/** Pages that do not build are one failure of their own; only the browser has nothing to look at then. */
async function buildPages(): Promise<boolean> {
  try {
    const { buildWebIfStale } = await import('../../src/platform/web-build.ts');
    await buildWebIfStale(ROOT, say);
    return true;
  } catch (error) {
    say(`\n  ✗ the web app does not build\n    ${error instanceof Error ? error.message : String(error)}`);
    return false;
  }
}

async function startDatabase(running: Running): Promise<boolean> {
  try {
    const { startTestCluster } = await import('./cluster.ts');
    running.cluster = await startTestCluster();
    return true;
  } catch (error) {
    say(`\n  ✗ the database does not start\n    ${error instanceof Error ? error.stack : String(error)}`);
    return false;
  }
}

async function putAway(running: Running): Promise<void> {
  running.child?.kill('SIGTERM');
  const { cluster } = running;
  running.cluster = null;
  await cluster?.stop();
}

function stopOnSignals(running: Running): void {
  for (const [signal, code] of [['SIGINT', 130], ['SIGTERM', 143], ['SIGHUP', 129]] as const) {
    process.once(signal, () => {
      running.stopped = true;
      say('\nStopped; putting the database away.');
      void putAway(running).finally(() => process.exit(code));
    });
  }
}

export function lastLine({ passed, failed, skipped }: Count): string {
  return `${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`;
}

function add(total: Count, { passed, failed, skipped }: Count): void {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
}

async function runOne(group: Group, running: Running): Promise<Count> {
  const began = performance.now();
  const settled = await runGroup(group, ROOT, { env: running.cluster?.env ?? {}, print: (text) => { process.stdout.write(text); }, running });
  if (running.stopped) return settled;
  for (const what of settled.missing) say(`\n  ✗ ${what}\n`);
  for (const { file, title, why } of settled.skips) say(`  skipped: ${file}  ${title} (${why})`);
  say(`  ${group.name}: ${lastLine(settled)} in ${((performance.now() - began) / 1000).toFixed(1)} s`);
  return settled;
}

async function runInTurn(groups: readonly Group[], running: Running): Promise<Count> {
  const total: Count = { passed: 0, failed: 0, skipped: 0 };
  let pages: boolean | null = null;
  let database: boolean | null = null;
  for (const group of groups.filter(({ files }) => files.length > 0)) {
    say(`\n${group.name}: ${group.files.length} ${group.files.length === 1 ? 'file' : 'files'}`);
    if (group.name === 'database' || group.name === 'browser') {
      if (pages === null && !(pages = await buildPages())) total.failed += 1;
      database ??= await startDatabase(running);
      if (!database || (!pages && group.name === 'browser')) {
        say(`  ${group.name} could not run: each of its ${group.files.length} files counts as failed.`);
        total.failed += group.files.length;
        continue;
      }
    }
    add(total, await runOne(group, running));
    if (running.stopped) break;
  }
  return total;
}

/** The exit code: 0 only when something ran and everything that ran passed. */
export async function testAll(words: readonly string[]): Promise<number> {
  const wanted = understand(words);
  if (typeof wanted === 'string') {
    say(`${wanted}\n0 passed, 1 failed`);
    return 1;
  }
  const running: Running = { child: null, cluster: null, stopped: false };
  stopOnSignals(running);
  const groups = findGroups(ROOT, wanted);
  const total = await runInTurn(groups, running).finally(() => putAway(running));
  if (process.env['CI'] === 'true' && total.skipped > 0) {
    say(`\nIn CI a skipped test counts as failed: ${total.skipped}.`);
    total.failed += total.skipped;
    total.skipped = 0;
  }
  const ran = total.passed + total.failed + total.skipped;
  if (ran === 0) say('\nNo test ran.');
  say(`\n${lastLine(ran === 0 ? { ...total, failed: 1 } : total)}`);
  return total.failed > 0 || total.passed === 0 ? 1 : 0;
}
