/** Writes the server's own settings afresh at each start, so that they belong to this version and not to the day of the first start. */
import { createHash } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Halt } from '../halt.ts';
import type { DataFolder } from './data-folder.ts';
import { giveTo, isRoot } from './runner.ts';

export const PORT = 5432;
/* The kernel keeps 108 bytes for the name of a socket, one of them the closing zero. */
const SOCKET_PATH_MAX = 107;

function shortSocketFolder(folder: DataFolder): string {
  const name = createHash('sha256').update(folder.path).digest('hex').slice(0, 12);
  if (isRoot()) return join('/run/stepdown', name);
  return join(process.env['XDG_RUNTIME_DIR'] ?? tmpdir(), `stepdown-${process.getuid?.() ?? 0}-${name}`);
}

/** A folder closed to everybody but the database user; beside the data when its path is short enough for a socket. */
export function provideSocketFolder(folder: DataFolder): string {
  const beside = join(folder.path, 'socket');
  const fits = Buffer.byteLength(join(beside, `.s.PGSQL.${PORT}`)) <= SOCKET_PATH_MAX;
  const chosen = fits ? beside : shortSocketFolder(folder);
  mkdirSync(dirname(chosen), { recursive: true, mode: 0o711 });
  mkdirSync(chosen, { recursive: true, mode: 0o700 });
  const found = lstatSync(chosen);
  /* Root's places are closed to others, and what lies there changes hands with the user that the database runs as. */
  if (!found.isDirectory() || (!isRoot() && found.uid !== process.getuid?.())) {
    throw new Halt('socket-folder-taken', `${chosen} belongs to somebody else, so the database cannot be reached through it.`,
      'Remove it, or name a data folder with a shorter path.');
  }
  chmodSync(chosen, 0o700);
  giveTo(folder.runner, chosen);
  return chosen;
}

/* A test may lose its data at a power cut, and opens many databases at once. */
const FOR_TESTS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' };

function settingsOf(folder: DataFolder, socketFolder: string): Record<string, string> {
  return {
    listen_addresses: '',
    port: String(PORT),
    unix_socket_directories: socketFolder,
    unix_socket_permissions: '0700',
    max_connections: '100',
    shared_buffers: '128MB',
    /* Pages come from memory or a solid-state disk; at the default of 4, reads of one person among 20,000 walk whole tables. */
    random_page_cost: '1.1',
    dynamic_shared_memory_type: 'posix',
    max_wal_size: '1GB',
    min_wal_size: '80MB',
    password_encryption: 'scram-sha-256',
    timezone: 'UTC',
    log_timezone: 'UTC',
    datestyle: 'iso, mdy',
    lc_messages: 'C',
    default_text_search_config: 'pg_catalog.english',
    logging_collector: 'on',
    log_directory: folder.log,
    /* One file for each day of the week, started afresh when its day comes round again. */
    log_filename: 'postgres-%a.log',
    log_truncate_on_rotation: 'on',
    log_rotation_age: '1d',
    log_rotation_size: '0',
    log_line_prefix: '%m [%p] %q%u@%d ',
    /* What was sent may hold a person's words, and a log is not a record. */
    log_parameter_max_length: '0',
    log_parameter_max_length_on_error: '0',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    ...(folder.purpose === 'test' ? FOR_TESTS : {}),
  };
}

function quoted(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

export function writeSettings(folder: DataFolder, socketFolder: string): void {
  const lines = Object.entries(settingsOf(folder, socketFolder)).map(([name, value]) => `${name} = ${quoted(value)}`);
  const text = [
    '# Written at every start. Your own settings go into custom.conf beside this file.',
    ...lines,
    "include_if_exists = 'custom.conf'",
    '',
  ].join('\n');
  write(folder, 'postgresql.conf', text);
  write(folder, 'pg_hba.conf', '# Written at every start: only through the private socket, only with a password.\nlocal all all scram-sha-256\n');
}

function write(folder: DataFolder, name: string, text: string): void {
  const path = join(folder.cluster, name);
  writeFileSync(path, text, { mode: 0o600 });
  giveTo(folder.runner, path);
}
