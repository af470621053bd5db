/** Brings the database to the form this version needs, whether the program is running or not. */
import type { Configuration } from '../platform/configuration.ts';
import { joinCluster, startCluster } from '../platform/embedded/start-cluster.ts';
import type { ClientConfig } from 'pg';
import { applyMigrations } from './apply-migrations.ts';
import type { Say } from './command.ts';

async function apply(owner: ClientConfig, say: Say): Promise<void> {
  const applied = await applyMigrations(owner);
  for (const name of applied) say(`  ${name}`);
  say(applied.length === 0 ? 'The database is up to date; nothing was changed.' : `${applied.length} steps applied.`);
}

export async function run(configuration: Configuration, say: Say): Promise<number> {
  const { external, dataFolder, purpose } = configuration;
  const running = external ?? joinCluster(dataFolder, purpose)?.connections ?? null;
  if (running !== null) {
    await apply(running.owner, say);
    return 0;
  }
  const cluster = await startCluster({ dataFolder, purpose, say });
  try {
    await apply(cluster.connections.owner, say);
  } finally {
    await cluster.stop();
  }
  return 0;
}
