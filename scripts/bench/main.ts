/** Measures how much the program adds to the bare work of signing a group of ten, on one database, side by side in one run. */
import { execFileSync } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import pg from 'pg';
import type { Client } from 'pg';
import { migrate } from '../../src/platform/migrate.ts';
import { startCluster } from '../../src/platform/embedded/start-cluster.ts';
import type { Cluster } from '../../src/platform/embedded/start-cluster.ts';
import { planFor } from './act.ts';
import type { Recorded, Target } from './act.ts';
import { countActs, layGround, PASSWORD, proveSigned } from './ground.ts';
import type { Ground } from './ground.ts';
import { measured, ratios, summarize } from './measure.ts';
import type { Measured, Way } from './measure.ts';
import { recordSigning } from './record.ts';
import { print } from './report.ts';
import type { Report } from './report.ts';
import { startProcess } from './served.ts';
import { openWays, signInAll } from './ways.ts';
import type { Ways } from './ways.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const AT_ONCE = [1, 8, 32];
/** The pool of the program (src/platform/database.ts); the other two get as many. */
const CONNECTIONS = 20;
const WARM_UP = 64;
const WAYS: readonly Way[] = ['program', 'bare server', 'bare transaction'];

const { values: said } = parseArgs({ options: {
  rounds: { type: 'string', default: '9' }, slice: { type: 'string', default: '80,160,320' }, profile: { type: 'string' }, beside: { type: 'string' }, out: { type: 'string' },
} });
const rounds = Number(said.rounds);
const sliceOf = new Map(said.slice.split(',').map((acts, index) => [AT_ONCE[index] ?? 0, Number(acts)]));
const actsInRound = WAYS.length * [...sliceOf.values()].reduce((sum, acts) => sum + acts, 0);

function version(name: string): string {
  return (JSON.parse(readFileSync(`${ROOT}/node_modules/${name}/package.json`, 'utf8')) as { version: string }).version;
}

function git(...words: string[]): string {
  return execFileSync('git', words, { cwd: ROOT, stdio: ['ignore', 'pipe', 'ignore'] }).toString().trim();
}

/** Says so when what ran is not what the commit holds. */
function commit(): string {
  try {
    return `${git('rev-parse', '--short', 'HEAD')}${git('status', '--porcelain', '--', 'src', 'db') === '' ? '' : ' with changes'}`;
  } catch {
    return 'unknown';
  }
}

/** One slice of one way, proved afterwards by the rows it left. */
async function slice(ways: Ways, root: Client, way: Way, atOnce: number, round: number, targets: readonly Target[]): Promise<Measured> {
  const before = await countActs(root);
  const { slice: result, cpuMs } = await ways.run(way, targets, atOnce);
  const after = await countActs(root);
  await proveSigned(root, targets.map((target) => target.sessionId));
  if (after.commands - before.commands !== targets.length || after.accesses - before.accesses !== targets.length) {
    throw new Error(`${way}: ${targets.length} acts left ${after.commands - before.commands} commands and ${after.accesses - before.accesses} access rows`);
  }
  return measured(way, atOnce, round, result, cpuMs);
}

/** Every round runs all ways at every number at once; who goes first changes, so that nobody always follows the same neighbor. */
async function measureAll(ways: Ways, root: Client, targets: readonly Target[]): Promise<Measured[]> {
  let taken = 0;
  const take = (count: number): Target[] => {
    const some = targets.slice(taken, taken + count);
    taken += count;
    if (some.length < count) throw new Error('not enough sessions were prepared');
    return some;
  };
  for (const way of WAYS) await slice(ways, root, way, 8, -1, take(WARM_UP));
  const all: Measured[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const atOnce of AT_ONCE) {
      for (let turn = 0; turn < WAYS.length; turn += 1) {
        const way = WAYS[(turn + round) % WAYS.length] ?? 'program';
        all.push(await slice(ways, root, way, atOnce, round, take(sliceOf.get(atOnce) ?? 0)));
      }
    }
    process.stderr.write(`round ${round + 1} of ${rounds}, load ${loadavg()[0]?.toFixed(1)}\n`);
  }
  return all;
}

function reportOf(all: readonly Measured[], recorded: Recorded, cluster: Cluster, loadBefore: number[]): Report {
  const toBare = ratios(all, 'bare server');
  const aim = { p50At1: toBare.find((one) => one.atOnce === 1)?.p50.median ?? Number.NaN, throughputAt32: toBare.find((one) => one.atOnce === 32)?.perSecond.median ?? Number.NaN };
  return {
    at: new Date().toISOString(),
    machine: {
      cores: cpus().length, processor: cpus()[0]?.model ?? '', memoryGb: Math.round(totalmem() / 2 ** 30), node: process.versions.node, postgres: cluster.serverVersion,
      pg: version('pg'), fastify: version('fastify'), kysely: version('kysely'), commit: commit(), loadBefore, loadAfter: loadavg(),
    },
    act: {
      peopleSigned: recorded.target.people.length, texts: recorded.statements.map((one) => one.text.replaceAll(/\s+/g, ' ').replace(/'[0-9a-f-]{36}'/, "'...'").trim()),
      statements: recorded.statements.flatMap((one) => one.text.split(';').filter((part) => part.trim() !== '')).length, messages: recorded.statements.length, roundTrips: recorded.statements.filter((one) => !one.overlaps).length,
    },
    beside: said.beside ?? null, rounds, actsInSlice: Object.fromEntries(sliceOf), connections: CONNECTIONS, summaries: summarize(all), ratios: [...toBare, ...ratios(all, 'bare transaction')],
    aim: { ...aim, met: aim.p50At1 <= 2 && aim.throughputAt32 >= 0.5 },
  };
}

async function runOn(cluster: Cluster): Promise<Report> {
  const secret = randomBytes(32).toString('hex');
  const { connections } = cluster;
  await migrate(connections.owner);
  const rootConfig = { ...cluster.root, database: connections.app.database ?? 'stepdown' };
  const ground: Ground = await layGround(rootConfig, connections.app, secret, 1 + WARM_UP * WAYS.length + rounds * actsInRound);
  const [first, ...targets] = ground.targets;
  if (first === undefined) throw new Error('no session was prepared');
  const program = await startProcess('./program-server.ts', { connections, secret }, said.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${said.profile}`]);
  const cookies = await signInAll(program.port, ground.facilitators.map((one) => one.email), PASSWORD);
  const recorded = await recordSigning({ connections, secret, ground, cookies, target: first });
  // Another checkout of the program in place of the bare server tells what a change is worth, side by side in one run.
  const bare = said.beside === undefined
    ? await startProcess('./bare-server.ts', { app: connections.app, statements: recorded.statements, connections: CONNECTIONS })
    : await startProcess(pathToFileURL(`${said.beside}/scripts/bench/program-server.ts`).href, { connections, secret });
  const actors = ground.facilitators.map((one) => one.actorId);
  const ways = openWays({ program, bare, app: connections.app, connections: CONNECTIONS, cookies, recorded, plan: (target) => planFor(recorded, target, actors) });
  const root = new pg.Client(rootConfig);
  await root.connect();
  try {
    const loadBefore = loadavg();
    return reportOf(await measureAll(ways, root, targets), recorded, cluster, loadBefore);
  } finally {
    await root.end();
    await ways.close();
    await program.end();
    await bare.end();
  }
}

const cluster = await startCluster({ dataFolder: `${ROOT}/data/bench-${randomUUID().slice(0, 8)}`, purpose: 'program' });
try {
  const report = await runOn(cluster);
  // A comparison with another checkout is nobody's reference; it is kept only where it is told to.
  const out = said.out ?? (said.beside === undefined ? 'docs/reference/bench-sign.json' : null);
  if (out !== null) writeFileSync(resolve(ROOT, out), `${JSON.stringify(report, null, 2)}\n`);
  process.stdout.write(`${print(report)}\n`);
} finally {
  await cluster.stop();
  rmSync(cluster.dataFolder, { recursive: true, force: true });
}
