/** One connection inside a transaction, as stores see it: each statement is planned once, and statements asked side by side share a round trip. */
import { DefaultQueryExecutor, DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';
import type { CompiledQuery, DatabaseConnection, Dialect, QueryResult } from 'kysely';
import type { PoolClient } from 'pg';
import type { DB } from '../../db/types.ts';

/**
 * Texts that are prepared under a name; what comes later is planned each time, so that a text made anew for each call cannot fill the server's memory.
 * Measured on signing a group of ten (npm run bench, side by side): planning each statement again cost a third of the throughput at 32 at once.
 */
const PREPARED_MAX = 300;
const names = new Map<string, string>();

/** A statement without parameters goes the simple way: BEGIN comes with SET LOCAL in one message, and that cannot be prepared. */
function nameOf(text: string, parameters: readonly unknown[]): string | undefined {
  if (parameters.length === 0) return undefined;
  const known = names.get(text);
  if (known !== undefined || names.size >= PREPARED_MAX) return known;
  const name = `stepdown_${names.size + 1}`;
  names.set(text, name);
  return name;
}

const CHANGING: ReadonlySet<string> = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE']);

async function send<Row>(client: PoolClient, { sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
  const name = nameOf(sql, parameters);
  const { command, rowCount, rows } = await client.query({ text: sql, values: [...parameters], ...(name === undefined ? {} : { name }) });
  return CHANGING.has(command) ? { rows: rows as Row[], numAffectedRows: BigInt(rowCount ?? 0) } : { rows: (rows as Row[] | undefined) ?? [] };
}

const dialect: Dialect = {
  createAdapter: () => new PostgresAdapter(),
  createDriver: () => new DummyDriver(),
  createIntrospector: (kysely) => new PostgresIntrospector(kysely),
  createQueryCompiler: () => new PostgresQueryCompiler(),
};
const parts = { adapter: dialect.createAdapter(), compiler: dialect.createQueryCompiler(), driver: dialect.createDriver() };

/** Kysely's own single connection waits for each answer before it sends the next; this one sends at once, and PostgreSQL answers in the order asked. */
export function overConnection(client: PoolClient): Kysely<DB> {
  const connection: DatabaseConnection = {
    executeQuery: (query) => send(client, query),
    streamQuery: () => { throw new Error('a transaction answers whole sets'); },
  };
  const executor = new DefaultQueryExecutor(parts.compiler, parts.adapter, { provideConnection: (use) => use(connection) });
  return new Kysely<DB>({ config: { dialect }, dialect, driver: parts.driver, executor });
}
