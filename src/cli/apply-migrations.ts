/** Runs the migrations for a command, and turns their refusals into a plain stop. */
import type { ClientConfig } from 'pg';
import { Halt } from '../platform/halt.ts';

export async function applyMigrations(owner: ClientConfig): Promise<readonly string[]> {
  const { migrate, MigrationRefused } = await import('../platform/migrate.ts');
  try {
    return (await migrate(owner)).applied;
  } catch (error) {
    if (error instanceof MigrationRefused) throw new Halt('migration-refused', error.message, 'Take a backup before you try another version.');
    throw error;
  }
}
