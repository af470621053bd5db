/** The yardstick: Fastify and pg with nothing of ours between them, sending the very statements of the program with everything worked out beforehand. */
import Fastify from 'fastify';
import pg from 'pg';
import type { ClientConfig } from 'pg';
import { runPlan } from './act.ts';
import type { Plan, Statement } from './act.ts';
import { servedBy } from './served.ts';

export type BareOrder = { app: ClientConfig; statements: Statement[]; connections: number };

servedBy(async (order: BareOrder) => {
  const pool = new pg.Pool({ ...order.app, pipeline: true, max: order.connections });
  const plans = new Map<string, Plan>();
  const app = Fastify({ logger: false });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => done(null, JSON.parse(body as string)));
  app.post<{ Params: { sessionId: string } }>('/api/sessions/:sessionId/sign', async (request, reply) => {
    const plan = plans.get(request.params.sessionId);
    if (plan === undefined) return reply.code(404).send({ refusal: 'not-found' });
    plans.delete(plan.sessionId);
    const client = await pool.connect();
    try {
      await runPlan(client, order.statements, plan);
      return await reply.send(plan.reply as object);
    } catch (error) {
      await client.query('rollback');
      throw error;
    } finally {
      client.release();
    }
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const bound = app.server.address();
  return {
    port: typeof bound === 'object' && bound !== null ? bound.port : 0,
    prepare: (list: Plan[]) => { for (const plan of list) plans.set(plan.sessionId, plan); },
    close: async () => { await app.close(); await pool.end(); },
  };
});
