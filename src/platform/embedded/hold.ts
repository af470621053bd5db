/** Marks a running cluster as somebody's: one process holds it, every other is told who, and the mark goes when the process does. */
import { Client } from 'pg';
import type { ClientConfig } from 'pg';
import { setTimeout as pause } from 'node:timers/promises';

/* Any fixed number serves: nothing else takes advisory locks in the database named postgres. */
const LOCK = 20_260_424;
const NAME = 'stepdown holder ';
/* A server on the same machine answers or refuses within milliseconds; one that does neither is stuck. */
const ANSWER_MS = 30_000;

export type Hold = {
  readonly client: Client;
  readonly lost: Promise<void>;
  /** From here on the held connection no longer keeps this process awake. */
  rest(): void;
  release(): Promise<void>;
};

/** pg has these two, its types do not. */
type Sleeper = Client & { ref(): void; unref(): void };

export function holderName(): string {
  return `${NAME}${process.pid}`;
}

async function tryLock(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [LOCK]);
  return rows[0]?.held === true;
}

/** The process that holds the cluster, or null. */
export async function holderOf(client: Client): Promise<number | null> {
  const { rows } = await client.query<{ name: string }>(
    `select a.application_name as name from pg_locks l join pg_stat_activity a using (pid)
     where l.locktype = 'advisory' and l.objid = $1 and l.granted and a.application_name like $2`, [LOCK, `${NAME}%`]);
  const name = rows[0]?.name;
  return name === undefined ? null : Number(name.slice(NAME.length));
}

export async function connect(config: ClientConfig): Promise<Client> {
  const client = new Client({ ...config, application_name: holderName(), keepAlive: true, connectionTimeoutMillis: ANSWER_MS });
  /* Without a listener a broken connection would end the process; whoever cares watches `end`. */
  client.on('error', () => {});
  await client.connect();
  return client;
}

/** Asks without taking, as even a moment's hold would refuse somebody who starts just now: true when nobody holds the cluster. */
export async function isFree(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ free: boolean }>(
    "select not exists (select from pg_locks where locktype = 'advisory' and objid = $1 and granted) as free", [LOCK]);
  return rows[0]?.free === true;
}

/** Takes the mark and keeps it; when the server restarts its children after a crash, the mark is taken again. */
export async function takeHold(config: ClientConfig, first: Client, isAlive: () => boolean): Promise<Hold | null> {
  if (!(await tryLock(first))) return null;
  let client = first;
  let released = false;
  const lost = (async () => {
    while (!released) {
      await new Promise<void>((resolve) => { client.once('end', resolve); });
      while (!released) {
        await pause(200, undefined, { ref: false });
        if (!isAlive()) return;
        const again = await connect(config).catch(() => null);
        if (again === null) continue;
        client = again;
        (client as Sleeper).unref();
        await tryLock(client);
        break;
      }
    }
    /* Released on purpose: nothing was lost. */
    await new Promise<void>(() => {});
  })();
  return {
    get client() { return client; },
    lost,
    rest: () => { (client as Sleeper).unref(); },
    release: async () => {
      released = true;
      (client as Sleeper).ref();
      await client.end().catch(() => {});
    },
  };
}
