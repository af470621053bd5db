/** The one database server of a test run: the one handed in, else the built-in one in a folder of its own, gone afterwards. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ClientConfig } from 'pg';
import { startCluster } from '../../src/platform/embedded/start-cluster.ts';

export type TestCluster = { env: Record<string, string>; stop(): Promise<void> };

function handedIn(): ClientConfig | null {
  const url = process.env['STEPDOWN_TEST_DATABASE_URL'];
  if (url !== undefined) {
    const { hostname, port, username, password, pathname } = new URL(url);
    // A socket folder stands in a URL as a host whose slashes are escaped.
    return {
      host: decodeURIComponent(hostname), port: Number(port === '' ? 5432 : port), user: decodeURIComponent(username), password: decodeURIComponent(password),
      database: pathname.slice(1) || 'postgres',
    };
  }
  const root = process.env['STEPDOWN_TEST_ROOT'];
  return root === undefined ? null : JSON.parse(root) as ClientConfig;
}

export async function startTestCluster(): Promise<TestCluster> {
  const given = handedIn();
  if (given !== null) return { env: { STEPDOWN_TEST_ROOT: JSON.stringify(given) }, stop: () => Promise.resolve() };
  const folder = await mkdtemp(join(tmpdir(), 'stepdown-test-'));
  const cluster = await startCluster({ dataFolder: folder, purpose: 'test' });
  return {
    env: { STEPDOWN_TEST_ROOT: JSON.stringify(cluster.root) },
    stop: async () => {
      await cluster.stop();
      await rm(cluster.dataFolder, { recursive: true, force: true });
      await rm(folder, { recursive: true, force: true });
    },
  };
}
