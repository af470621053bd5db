/** Brings what is missing (packages, Node 24) and then hands over to src/main.ts; it uses nothing that npm has to install first. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { constants } from 'node:os';
import { closeSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const marker = join(root, 'node_modules', '.stepdown-installed');
const QUIET = ['--import', pathToFileURL(join(root, 'bin', 'quiet.js')).href];

function major() {
  return Number(process.versions.node.split('.')[0]);
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

/** npm keeps its own record of what it installed; when that agrees with the lock file, nobody has to wait for a second install. */
function npmInstalledTheLock() {
  const lock = readJson(join(root, 'package-lock.json'));
  const installed = readJson(join(root, 'node_modules', '.package-lock.json'));
  if (!lock || !installed) return false;
  return Object.entries(lock.packages).every(([path, wanted]) => {
    if (path === '') return true;
    const found = installed.packages[path];
    if (!found) return Boolean(wanted.optional || wanted.devOptional);
    return found.version === wanted.version && found.integrity === wanted.integrity;
  });
}

function npmCommand() {
  const path = process.env.npm_execpath;
  if (path && /^npm(-cli)?\.c?js$/.test(basename(path)) && existsSync(path)) return { file: process.execPath, first: [path], shell: false };
  return { file: 'npm', first: [], shell: process.platform === 'win32' };
}

/** Runs npm out of sight; while it works a dot appears every two seconds, and only a failure shows what npm said. */
function npmCi() {
  const { file, first, shell } = npmCommand();
  /* NODE_ENV=production or an omit setting would leave out the tools that build the web pages. */
  const words = [...first, 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', '--include=dev', '--include=optional'];
  return new Promise((resolve) => {
    let said = '';
    const keep = (chunk) => { said = (said + chunk).slice(-8000); };
    const child = spawn(file, words, { cwd: root, shell, stdio: ['ignore', 'pipe', 'pipe'] });
    const dots = setInterval(() => process.stdout.write('.'), 2000);
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => { clearInterval(dots); resolve({ code: 1, said: said + error.message }); });
    child.on('close', (code) => { clearInterval(dots); resolve({ code: code ?? 1, said }); });
  });
}

/** Installs the packages of package-lock.json unless they are there already. True when the packages are in place. */
export async function ensureInstalled() {
  const wanted = createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex');
  if (existsSync(marker) && readFileSync(marker, 'utf8').trim() === wanted) return true;
  if (!npmInstalledTheLock()) {
    process.stdout.write('Installing what is missing, about half a minute (once) …');
    const { code, said } = await npmCi();
    process.stdout.write(code === 0 ? ' done.\n' : '\n');
    if (code !== 0) {
      const lines = said.split('\n').filter((line) => line.trim() !== '' && !line.includes('EBADENGINE')).slice(-12);
      process.stderr.write(`npm could not install the packages. Its last words:\n${lines.map((line) => `  ${line}\n`).join('')}` +
        'Check that this machine reaches the npm registry and that the disk has 1 GB free, then run the same command again.\n');
      return false;
    }
  }
  try {
    writeFileSync(marker, `${wanted}\n`);
  } catch {
    /* node_modules may be read-only, as in an image; then the comparison above runs each time, in a few milliseconds. */
  }
  return true;
}

/** The Node 24 that the program runs on: this very process when it is new enough, else the one npm brought; null when there is none. */
export function node24Path() {
  if (major() >= 24) return process.execPath;
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const file = join(root, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  return existsSync(file) ? file : null;
}

function putFirstOnPath(node) {
  process.env.PATH = dirname(node) + delimiter + (process.env.PATH ?? '');
}

/** Node restores the terminal as its last act and aborts when the terminal is gone; closed files it leaves alone. */
function letGoOfTerminal() {
  for (const file of [0, 1, 2]) {
    try {
      closeSync(file);
    } catch {
      /* Closed already. */
    }
  }
}

/**
 * The child leads a process group of its own, so that Ctrl-C reaches it once, through here, and never a second time from the terminal.
 * The channel between the two lets the child notice when this process is killed outright.
 */
function handOver(node, words) {
  const child = spawn(node, [...QUIET, join(root, 'src', 'main.ts'), ...words], { detached: true, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  let forwarded = false;
  let hungUp = false;
  const forward = (signal) => {
    if (forwarded) return;
    forwarded = true;
    child.kill(signal);
    if (signal === 'SIGHUP') hungUp = true;
  };
  for (const signal of signals) process.on(signal, forward);
  return new Promise((resolve) => {
    child.on('error', (error) => {
      process.stderr.write(`Node 24 at ${node} would not run (${error.message}). Install Node.js 24 from https://nodejs.org and run the same command again.\n`);
      resolve(1);
    });
    child.on('exit', (code, signal) => {
      if (hungUp) letGoOfTerminal();
      if (signal === null) return resolve(code ?? 1);
      for (const each of signals) process.removeListener(each, forward);
      process.exitCode = 128 + (constants.signals[signal] ?? 0);
      process.kill(process.pid, signal);
      resolve(process.exitCode);
    });
  });
}

export async function run(words) {
  if (!(await ensureInstalled())) {
    process.exitCode = 1;
    return;
  }
  const node = node24Path();
  if (node === null) {
    process.stderr.write(
      `Stepdown runs on Node.js 24. This is ${process.versions.node}, and npm has no Node 24 for ${process.platform} on ${process.arch}.\n` +
      'Install Node.js 24 or newer from https://nodejs.org and run the same command again.\n');
    process.exitCode = 1;
    return;
  }
  putFirstOnPath(node);
  if (node === process.execPath) {
    await import('./quiet.js');
    const { main } = await import('../src/main.ts');
    await main(words);
    return;
  }
  process.exitCode = await handOver(node, words);
}
