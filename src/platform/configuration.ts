/** Reads flags and environment once into one typed object, and refuses a combination that would be unsafe. */
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ClientConfig } from 'pg';
import { usualDataFolder } from './embedded/data-folder.ts';
import { readFlags } from './flags.ts';
import type { FlagKind } from './flags.ts';
import { Halt } from './halt.ts';

export type Configuration = {
  readonly checkout: string;
  readonly purpose: 'program' | 'demo';
  /** As wished; src/platform/embedded/data-folder.ts may have to choose another. */
  readonly dataFolder: string;
  readonly host: string;
  readonly port: number;
  readonly tls: { readonly cert: string; readonly key: string } | null;
  readonly behindProxy: boolean;
  /** Connections to a PostgreSQL of one's own; null means the built-in one. */
  readonly external: { readonly owner: ClientConfig; readonly app: ClientConfig; readonly worker: ClientConfig } | null;
  /** What is left after the flags, for example the name of an archive. */
  readonly words: readonly string[];
  /** Values and switches that only one command knows. */
  readonly values: ReadonlyMap<string, string>;
  readonly switches: ReadonlySet<string>;
};

export const COMMON_FLAGS = {
  'data': 'value', 'demo': 'switch', 'port': 'value', 'host': 'value', 'tls-cert': 'value', 'tls-key': 'value', 'behind-proxy': 'switch',
} as const satisfies Record<string, FlagKind>;

/* Fixed, so that a bookmark keeps working; --port changes it. */
const PORT = 4517;
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\])$/;

export function isLoopback(host: string): boolean {
  return LOOPBACK.test(host);
}

function portOf(text: string | undefined): number {
  if (text === undefined) return PORT;
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new Halt('port-malformed', `"${text}" is not a port.`, 'Give a number from 1 to 65535 with --port or PORT.');
}

function tlsOf(values: ReadonlyMap<string, string>): Configuration['tls'] {
  const cert = values.get('tls-cert');
  const key = values.get('tls-key');
  if (cert === undefined && key === undefined) return null;
  if (cert !== undefined && key !== undefined) return { cert: resolve(cert), key: resolve(key) };
  throw new Halt('tls-incomplete', `${cert === undefined ? '--tls-key' : '--tls-cert'} alone is half of what a secure connection needs.`, 'Give both --tls-cert FILE and --tls-key FILE.');
}

/** The same server under another role: the login in the URL must be a member of that role. */
function asRole(url: string, role: string): ClientConfig {
  const parsed = new URL(url);
  const options = [parsed.searchParams.get('options'), `-c role=${role}`].filter((each) => each !== null && each !== '').join(' ');
  parsed.searchParams.delete('options');
  return { connectionString: parsed.toString(), options };
}

function externalOf(env: NodeJS.ProcessEnv): Configuration['external'] {
  const owner = env['DATABASE_URL'];
  if (owner === undefined || owner === '') return null;
  for (const name of ['DATABASE_URL', 'DATABASE_APP_URL', 'DATABASE_WORKER_URL']) {
    const url = env[name];
    if (url === undefined || url === '') continue;
    if (!URL.canParse(url) || !/^postgres(ql)?:$/.test(new URL(url).protocol)) {
      throw new Halt('database-url-malformed', `${name} is not a PostgreSQL address.`, 'Write it as postgres://user:password@host:5432/database.');
    }
  }
  const app = env['DATABASE_APP_URL'];
  const worker = env['DATABASE_WORKER_URL'];
  return {
    owner: { connectionString: owner },
    app: app ? { connectionString: app } : asRole(owner, 'stepdown_app'),
    worker: worker ? { connectionString: worker } : asRole(owner, 'stepdown_worker'),
  };
}

/** `more` names the flags that only the command at hand knows. */
export function readConfiguration(words: readonly string[], more: Readonly<Record<string, FlagKind>> = {}, env: NodeJS.ProcessEnv = process.env): Configuration {
  const flags = readFlags(words, { ...COMMON_FLAGS, ...more });
  const checkout = resolve(fileURLToPath(new URL('../..', import.meta.url)));
  const purpose = flags.switches.has('demo') ? 'demo' : 'program';
  const tls = tlsOf(flags.values);
  const behindProxy = flags.switches.has('behind-proxy');
  const host = flags.values.get('host') ?? '127.0.0.1';
  if (!isLoopback(host) && tls === null && !behindProxy) {
    throw new Halt('host-without-tls', `Records would cross the network to ${host} unencrypted.`,
      'Add --tls-cert FILE and --tls-key FILE, or --behind-proxy when a proxy in front of it does TLS.');
  }
  const external = externalOf(env);
  if (external !== null && purpose === 'demo') {
    throw new Halt('demo-on-own-database', '--demo furnishes made-up people, and DATABASE_URL points to a database of your own.', 'Unset DATABASE_URL for the demo.');
  }
  const wish = flags.values.get('data') ?? (env['STEPDOWN_DATA'] || undefined);
  return {
    checkout, purpose, tls, behindProxy, host, external,
    port: portOf(flags.values.get('port') ?? (env['PORT'] || undefined)),
    dataFolder: wish === undefined ? usualDataFolder(checkout, purpose) : resolve(wish),
    words: flags.words, values: flags.values, switches: flags.switches,
  };
}
