#!/usr/bin/env node
/** Runs the tests from a fresh copy with whatever Node is here: brings what is missing, then hands over to Node 24. */
import { spawn } from 'node:child_process';
import { delimiter, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled, node24Path } from './bootstrap.js';

function giveUp(why) {
  process.stderr.write(`${why}\n`);
  process.stdout.write('0 passed, 1 failed\n');
  process.exitCode = 1;
}

/** The terminal sends Ctrl-C to both processes; this one only waits until the other has put everything away. */
function handOver(node) {
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' });
  process.on('SIGINT', () => {});
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => giveUp(`Node 24 at ${node} would not run: ${error.message}`));
  child.on('exit', (code) => { process.exitCode = code ?? 1; });
}

if (!(await ensureInstalled())) {
  giveUp('The tests did not run: what they need could not be installed.');
} else {
  const node = node24Path();
  if (node === null) {
    giveUp('The tests run on Node.js 24, and npm has none for this machine. Install it from https://nodejs.org and run npm test again.');
  } else if (node !== process.execPath) {
    handOver(node);
  } else {
    process.env.PATH = dirname(node) + delimiter + (process.env.PATH ?? '');
    const { testAll } = await import('../test/support/test-all.ts');
    process.exitCode = await testAll(process.argv.slice(2));
  }
}
