/** Says where the records of one program live on disk, and refuses every place where they would be lost or damaged. */
import { createHash } from 'node:crypto';
import { accessSync, chmodSync, constants, existsSync, mkdirSync, readFileSync, readdirSync, realpathSync, statfsSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { Halt } from '../halt.ts';
import { canReach, giveTo, namespaceRunner, namespaceWorks, usualRunner } from './runner.ts';
import type { Runner } from './runner.ts';

export type Purpose = 'program' | 'demo' | 'test';

export type DataFolder = {
  readonly path: string;
  readonly cluster: string;
  readonly log: string;
  /** Keys of the server: what it signs and seals with. */
  readonly keys: string;
  readonly passwords: string;
  readonly version: string;
  readonly purpose: Purpose;
  readonly runner: Runner;
  /** The place that was asked for, when the records live elsewhere. */
  readonly insteadOf: string | null;
};

/* <linux/magic.h>: tmpfs and ramfs forget everything at a restart. */
const FORGETFUL = [0x01021994, 0x858458f6];
const SYSTEM_HOME = '/var/lib/stepdown';
const FORMAT = 1;

function nearestExisting(path: string): string {
  return existsSync(path) ? path : nearestExisting(dirname(path));
}

/** The path with links resolved as far as it exists. */
function settled(path: string): string {
  const whole = resolve(path);
  const there = nearestExisting(whole);
  return join(realpathSync(there), whole.slice(there.length));
}

/** Below a temporary folder, or on a disk that is memory. */
export function forgets(path: string): boolean {
  const whole = settled(path);
  const temporary = [tmpdir(), '/tmp', '/var/tmp'].filter((folder) => existsSync(folder)).map((folder) => realpathSync(folder));
  return temporary.some((folder) => whole === folder || whole.startsWith(folder + sep)) || FORGETFUL.includes(statfsSync(nearestExisting(whole)).type);
}

/** A name of its own for each wish, always the same for the same one, so that its records are found again. */
function nameFor(path: string): string {
  return `${basename(path)}-${createHash('sha256').update(path).digest('hex').slice(0, 8)}`;
}

/** Where one's own programs keep what must last: the system's place for root, the account's own otherwise. */
export function lastingHome(): string {
  return process.getuid?.() === 0 ? SYSTEM_HOME : join(process.env['XDG_DATA_HOME'] || join(homedir(), '.local', 'share'), 'stepdown');
}

/** Where records go when nobody names a place: beside the program, or in a lasting place when the program itself lies where nothing lasts. */
export function usualDataFolder(checkout: string, purpose: Purpose): string {
  const beside = join(checkout, 'data', purpose);
  return purpose === 'program' && forgets(beside) ? join(lastingHome(), nameFor(settled(beside))) : beside;
}

function refuseForgetful(path: string): void {
  if (!forgets(path)) return;
  throw new Halt('data-folder-temporary', `${path} is a temporary place; records kept there would be lost at a restart.`,
    'Name a folder on a lasting disk with --data, or use --demo to look around.');
}

function placeAt(path: string, purpose: Purpose, runner: Runner, insteadOf: string | null): DataFolder {
  return {
    path, purpose, runner, insteadOf,
    cluster: join(path, 'cluster'), log: join(path, 'log'), keys: join(path, 'keys'),
    passwords: join(path, 'secrets.json'), version: join(path, 'version.json'),
  };
}

function canMake(folder: string): boolean {
  try {
    accessSync(nearestExisting(folder), constants.W_OK);
    return !FORGETFUL.includes(statfsSync(nearestExisting(folder)).type);
  } catch {
    return false;
  }
}

/**
 * Root cannot run PostgreSQL, and the user that can may be shut out of the folder (a home closed to others).
 * Then the records live under /var/lib/stepdown, always under the same name for the same wish, so that they are found again.
 */
export function findDataFolder(wanted: string, purpose: Purpose): DataFolder {
  const path = settled(wanted);
  if (purpose === 'program') refuseForgetful(path);
  const runner = usualRunner();
  if (runner.kind === 'same') return placeAt(path, purpose, runner, null);
  const home = purpose === 'test' ? join(realpathSync(tmpdir()), 'stepdown-tests') : SYSTEM_HOME;
  const moved = join(home, nameFor(path));
  const madeHere = existsSync(join(path, 'cluster'));
  if (!madeHere && existsSync(join(moved, 'cluster'))) return placeAt(moved, purpose, runner, path);
  if (runner.kind === 'other' && canReach(runner, nearestExisting(dirname(path)))) return placeAt(path, purpose, runner, null);
  if (!madeHere && runner.kind === 'other' && canMake(moved) && canReach(runner, nearestExisting(home))) return placeAt(moved, purpose, runner, path);
  if (namespaceWorks()) return placeAt(path, purpose, namespaceRunner(), null);
  throw new Halt('data-folder-unreachable',
    `The database may not run as root, and no other user can reach ${path}; ${SYSTEM_HOME} cannot be used either.`,
    'Run Stepdown as an ordinary user, or name a folder that others may enter with --data.');
}

type Version = { format: number; postgres: number; purpose: Purpose };

export function readVersion(folder: DataFolder): Version | null {
  if (!existsSync(folder.version)) return null;
  return JSON.parse(readFileSync(folder.version, 'utf8')) as Version;
}

/** Refuses a folder that holds something else, another PostgreSQL, a newer layout, or the records of another purpose. */
export function checkDataFolder(folder: DataFolder, postgres: number): void {
  if (!existsSync(folder.path)) return;
  const version = readVersion(folder);
  if (version === null) {
    const strange = readdirSync(folder.path).filter((name) => !['cluster', 'log', 'keys', 'secrets.json', 'socket'].includes(name) && !name.startsWith('cluster.draft-') && !name.startsWith('secrets.draft-'));
    if (strange.length === 0) return;
    throw new Halt('data-folder-foreign', `${folder.path} holds something that is not Stepdown's (${strange.slice(0, 3).join(', ')}).`,
      'Name an empty folder with --data.');
  }
  if (version.format > FORMAT) {
    throw new Halt('data-folder-newer', `${folder.path} was made by a newer Stepdown.`, 'Update this checkout, then start again.');
  }
  const file = join(folder.cluster, 'PG_VERSION');
  const made = existsSync(file) ? Number(readFileSync(file, 'utf8')) : version.postgres;
  if (made !== postgres) {
    throw new Halt('postgres-version-differs', `The records in ${folder.path} were made by PostgreSQL ${made}; this Stepdown brings PostgreSQL ${postgres}, which cannot open them.`,
      `Start the Stepdown version that made them and take a backup; the upgrade notes say how to carry it over. Nothing was changed.`);
  }
  if ((version.purpose === 'program') !== (folder.purpose === 'program')) {
    const held = version.purpose === 'program' ? 'the records of a program' : 'made-up records';
    throw new Halt('data-folder-of-another-purpose', `${folder.path} holds ${held}; real and made-up people never share a folder.`,
      'Name another folder with --data, or start with or without --demo as before.');
  }
}

/** Makes the folder and its parts; only the way through is open to others, every part inside is closed. */
export function makeDataFolder(folder: DataFolder, postgres: number): void {
  mkdirSync(folder.path, { recursive: true, mode: 0o711 });
  chmodSync(folder.path, folder.runner.kind === 'other' ? 0o711 : 0o700);
  mkdirSync(folder.keys, { recursive: true, mode: 0o700 });
  mkdirSync(folder.log, { recursive: true, mode: 0o700 });
  giveTo(folder.runner, folder.log);
  if (existsSync(folder.version)) return;
  const version: Version = { format: FORMAT, postgres, purpose: folder.purpose };
  writeFileSync(folder.version, `${JSON.stringify(version)}\n`, { mode: 0o600 });
}

export function isClosedToOthers(mode: number): boolean {
  return (mode & 0o077) === 0;
}
