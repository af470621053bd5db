/** The whole program in a process of its own, started by the benchmark and told by it what to serve. */
import type { ClientConfig } from 'pg';
import { startServer } from '../../src/server.ts';
import type { Server } from '../../src/server.ts';
import { servedBy } from './served.ts';

export type ProgramOrder = { connections: { owner: ClientConfig; app: ClientConfig; worker: ClientConfig }; secret: string };

servedBy(async (order: ProgramOrder) => {
  // Behind a proxy, as in production: so each desk has an address of its own and the limit of requests a minute stays on for each.
  const server: Server = await startServer({
    ...order, host: '127.0.0.1', port: 0, behindProxy: true, demo: false, secretsFolder: null, webFolder: '/nowhere', say: () => undefined,
  });
  return { port: Number(new URL(server.address).port), prepare: () => undefined, close: () => server.close() };
});
