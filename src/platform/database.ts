/** Connections to PostgreSQL, and the one way a transaction opens: BEGIN and SET LOCAL app.org as one query (scale.md). */
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import type { ClientConfig } from 'pg';
import type { DB } from '../../db/types.ts';
import { overConnection } from './one-connection.ts';

/** What stores take: a connection inside an open transaction of one organization. */
export type Tx = Kysely<DB>;
export type Database = { readonly kysely: Kysely<DB>; readonly pool: pg.Pool; close(): Promise<void> };

const DATE = 1082;
const INT8 = 20;
const NUMERIC = 1700;

/** Dates stay text: a civil date has no zone, and a JavaScript Date would give it one. Counts arrive as numbers. */
const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === DATE) return (text: string) => text;
    if (oid === INT8 || oid === NUMERIC) return Number;
    return format === undefined ? pg.types.getTypeParser(oid) : pg.types.getTypeParser(oid, format as 'text');
  },
} as pg.CustomTypesConfig;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function openDatabase(connection: ClientConfig, options: { max?: number } = {}): Database {
  const pool = new pg.Pool({ ...connection, types, pipeline: true, max: options.max ?? 20, connectionTimeoutMillis: 5000, idleTimeoutMillis: 30_000 });
  // A connection lost while idle (PostgreSQL restarted) leaves the pool; the next query opens another. Without a listener Node would exit.
  pool.on('error', () => undefined);
  // The same for a connection lost in the middle of its work: whoever waits is told, and nobody else needs to hear.
  pool.on('connect', (client) => { client.on('error', () => undefined); });
  const kysely = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
  return {
    kysely, pool,
    async close() {
      await kysely.destroy();
      // Kysely ends the pool only when it has used it itself.
      if (!pool.ending) await pool.end();
    },
  };
}

/** Undoes the transaction and hands the value out all the same; for refusals found after something was written. */
export class RollBack<Value> {
  readonly value: Value;
  constructor(value: Value) {
    this.value = value;
  }
}

/** PostgreSQL asked for the transaction to be tried again: serialization failure or deadlock. */
const RETRY_CODES: ReadonlySet<unknown> = new Set(['40001', '40P01']);
const TRIES = 3;

/**
 * Runs `work` in one transaction of one organization; row-level security shows that organization only.
 * Commits when `work` returns, rolls back when it throws or returns a RollBack. Deadlocks are tried again, so `work` must not act outside.
 */
export async function inTransaction<Value>(database: Database, orgId: string, work: (tx: Tx) => Promise<Value | RollBack<Value>>): Promise<Value> {
  if (!UUID.test(orgId)) throw new Error('an organization id is a uuid');
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await withConnection(database, (tx) => oneTry(tx, orgId, work));
    } catch (error) {
      if (attempt >= TRIES || !RETRY_CODES.has((error as { code?: unknown }).code)) throw error;
    }
  }
}

async function withConnection<Value>(database: Database, work: (tx: Tx) => Promise<Value>): Promise<Value> {
  const client = await database.pool.connect();
  try {
    return await work(overConnection(client));
  } finally {
    client.release();
  }
}

async function oneTry<Value>(tx: Tx, orgId: string, work: (tx: Tx) => Promise<Value | RollBack<Value>>): Promise<Value> {
  await sql.raw(`begin; set local app.org = '${orgId}'`).execute(tx);
  try {
    const result = await work(tx);
    if (result instanceof RollBack) {
      await sql.raw('rollback').execute(tx);
      return result.value;
    }
    await sql.raw('commit').execute(tx);
    return result;
  } catch (error) {
    // The first error is the one to tell; a rollback fails only when the connection is gone, which rolls back by itself.
    await sql.raw('rollback').execute(tx).catch(() => undefined);
    throw error;
  }
}

/**
 * Runs `read` on one snapshot of one organization: whatever is written meanwhile, every statement sees the same moment, and none can write.
 * Times are printed in UTC. Never tried again: what was read may have left the building.
 */
export async function inSnapshot<Value>(database: Database, orgId: string, read: (tx: Tx) => Promise<Value>): Promise<Value> {
  if (!UUID.test(orgId)) throw new Error('an organization id is a uuid');
  return await database.kysely.connection().execute(async (tx) => {
    await sql.raw(`begin isolation level repeatable read read only; set local app.org = '${orgId}'; set local timezone = 'UTC'`).execute(tx);
    try {
      return await read(tx);
    } finally {
      await sql.raw('rollback').execute(tx).catch(() => undefined);
    }
  });
}
