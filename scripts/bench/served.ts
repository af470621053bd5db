/** Both ends of the talk between the benchmark and a server process: start, prepare, tell the processor time, end. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

type Serving = { port: number; prepare(what: never): void; close(): Promise<void> };
type Ask = { ask: 'start' | 'prepare' | 'cpu' | 'end'; with?: unknown };

/** The server's end. Answers each request with one message. */
export function servedBy<Order>(start: (order: Order) => Promise<Serving>): void {
  let serving: Serving | null = null;
  const answer = async (asked: Ask): Promise<unknown> => {
    if (asked.ask === 'start') serving = await start(asked.with as Order);
    if (asked.ask === 'prepare') serving?.prepare(asked.with as never);
    if (asked.ask === 'end') await serving?.close();
    const { user, system } = process.cpuUsage();
    return { port: serving?.port, cpuMs: (user + system) / 1000 };
  };
  process.on('message', (asked: Ask) => {
    void answer(asked).then((said) => process.send?.(said), (error: unknown) => process.send?.({ error: String(error) }))
      .then(() => { if (asked.ask === 'end') process.disconnect(); });
  });
  process.on('disconnect', () => process.exit());
}

export type ServerProcess = { port: number; prepare(what: unknown): Promise<void>; cpuMs(): Promise<number>; end(): Promise<void> };

/** The benchmark's end. `words` go to Node itself, such as --cpu-prof. */
export async function startProcess(file: string, order: unknown, words: readonly string[] = []): Promise<ServerProcess> {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), [], { execArgv: ['--disable-warning=FSTDEP023', ...words], env: { ...process.env, NODE_ENV: 'production' } });
  const ask = async (asked: Ask): Promise<{ port: number; cpuMs: number }> => {
    child.send(asked);
    const dead = new AbortController();
    const ended = (): void => dead.abort(new Error(`${file} ended by itself`));
    child.once('exit', ended);
    const [said] = await once(child, 'message', { signal: dead.signal }).finally(() => child.off('exit', ended)) as [{ port: number; cpuMs: number; error?: string }];
    if (said.error !== undefined) throw new Error(`${file}: ${said.error}`);
    return said;
  };
  const { port } = await ask({ ask: 'start', with: order });
  return {
    port,
    prepare: async (what) => void await ask({ ask: 'prepare', with: what }),
    cpuMs: async () => (await ask({ ask: 'cpu' })).cpuMs,
    end: async () => {
      const gone = once(child, 'exit');
      await ask({ ask: 'end' });
      await gone;
    },
  };
}
