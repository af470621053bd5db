/** A migrated database and the data dictionary, for tests that ask the catalog. */
import pg from 'pg';
import { readDictionary } from '../../src/platform/dictionary.ts';
import type { Dictionary } from '../../src/platform/dictionary.ts';
import { testDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';

export type Catalog = {
  database: TestDatabase; dictionary: Dictionary;
  /** As a superuser: the catalog itself is asked, nobody's view of it. */
  ask<Row extends object>(query: string, values?: unknown[]): Promise<Row[]>;
  /** Names of the tables that belong to organizations. */
  organizationTables: string[];
};

/** What records the migrations themselves; it belongs to the owner role alone. */
export const OWN_TABLE = 'schema_migrations';

export async function openCatalog(t: { after(work: () => Promise<void>): void }): Promise<Catalog> {
  const drops: (() => Promise<void>)[] = [];
  const database = await testDatabase({ after: (drop) => void drops.push(drop) });
  const client = new pg.Client(database.root);
  await client.connect();
  t.after(async () => {
    await client.end();
    for (const drop of drops) await drop();
  });
  const dictionary = await readDictionary();
  return {
    database, dictionary,
    ask: async <Row extends object>(query: string, values: unknown[] = []) => (await client.query<Row>(query, values)).rows,
    organizationTables: Object.entries(dictionary.tables).filter(([, entry]) => entry.kind !== 'local').map(([name]) => name),
  };
}
