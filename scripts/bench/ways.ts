/** The three ways to sign, each as a list of acts that can run side by side: program, bare server, bare transaction. */
import pg from 'pg';
import type { ClientConfig } from 'pg';
import { randomUUID } from 'node:crypto';
import { runPlan } from './act.ts';
import type { Plan, Recorded, Target } from './act.ts';
import { openClient, runSlice } from './load.ts';
import type { Post, Slice } from './load.ts';
import type { Way } from './measure.ts';
import { signingBody } from './record.ts';
import type { ServerProcess } from './served.ts';

type Means = {
  program: ServerProcess; bare: ServerProcess; app: ClientConfig; connections: number; cookies: readonly string[]; recorded: Recorded; plan(target: Target): Plan;
};
export type Ways = { run(way: Way, targets: readonly Target[], atOnce: number): Promise<{ slice: Slice; cpuMs: number }>; close(): Promise<void> };

/** Requests come from as many addresses as a town has desks, so that the limit for each is on and never met. */
const ADDRESSES = 4000;
const MOST_AT_ONCE = 32;

export async function signInAll(port: number, emails: readonly string[], password: string): Promise<string[]> {
  const client = openClient(port, 4);
  try {
    return await Promise.all(emails.map(async (email, index) => {
      const reply = await client.post('/api/door/sign-in', { 'x-forwarded-for': addressOf(index * 7) }, JSON.stringify({ email, password }));
      if (reply.status !== 200) throw new Error(`sign-in failed: ${reply.body}`);
      return reply.cookies[0]?.split(';')[0] ?? '';
    }));
  } finally {
    client.close();
  }
}

function addressOf(index: number): string {
  const number = index % ADDRESSES;
  return `10.${number >> 8}.${number & 255}.1`;
}

/** The same bytes to both servers. */
function asker(post: Post, cookies: readonly string[]): (target: Target) => () => Promise<void> {
  let asked = 0;
  return (target) => {
    const body = signingBody(target);
    const headers = { cookie: cookies[target.facilitator] ?? '', 'idempotency-key': randomUUID(), 'x-forwarded-for': addressOf(asked++) };
    return async () => {
      const reply = await post(`/api/sessions/${target.sessionId}/sign`, headers, body);
      if (reply.status !== 200) throw new Error(`a signing was refused: ${reply.status} ${reply.body}`);
    };
  };
}

export function openWays(means: Means): Ways {
  const { program, bare, recorded } = means;
  const clients = { program: openClient(program.port, MOST_AT_ONCE), bare: openClient(bare.port, MOST_AT_ONCE) };
  const askProgram = asker(clients.program.post, means.cookies);
  const askBare = asker(clients.bare.post, means.cookies);
  const pool = new pg.Pool({ ...means.app, pipeline: true, max: means.connections });

  const transact = (plan: Plan) => async (): Promise<void> => {
    const client = await pool.connect();
    try {
      await runPlan(client, recorded.statements, plan);
    } finally {
      client.release();
    }
  };
  const timed = async (server: ServerProcess, acts: (() => Promise<void>)[], atOnce: number): Promise<{ slice: Slice; cpuMs: number }> => {
    const before = await server.cpuMs();
    const slice = await runSlice(acts, atOnce);
    return { slice, cpuMs: await server.cpuMs() - before };
  };
  return {
    async run(way, targets, atOnce) {
      if (way === 'program') return await timed(program, targets.map(askProgram), atOnce);
      const plans = targets.map(means.plan);
      if (way === 'bare transaction') return { slice: await runSlice(plans.map(transact), atOnce), cpuMs: Number.NaN };
      await bare.prepare(plans);
      return await timed(bare, targets.map(askBare), atOnce);
    },
    async close() {
      clients.program.close();
      clients.bare.close();
      await pool.end();
    },
  };
}
