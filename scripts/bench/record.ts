/** Signs one group through the whole program in this process and writes down every statement of its transaction. */
import { randomUUID } from 'node:crypto';
import { buildServer } from '../../src/server.ts';
import type { Connections } from '../../src/server.ts';
import { recordStatements, transactionsOf } from '../../test/support/statements.ts';
import { recordedAct } from './act.ts';
import type { Recorded, Target } from './act.ts';
import type { Ground } from './ground.ts';

type Setting = { connections: Connections; secret: string; ground: Ground; cookies: readonly string[]; target: Target };

/** Versions of the drafts as ground.ts plants them. */
export function signingBody(target: Target): string {
  return JSON.stringify({ sharedVersion: 3, people: target.people.map(({ participantId }) => ({ participantId, version: 4 })) });
}

export async function recordSigning({ connections, secret, ground, cookies, target }: Setting): Promise<Recorded> {
  const { app } = await buildServer({
    connections, secret, host: '127.0.0.1', port: 0, behindProxy: true, demo: false, secretsFolder: null, webFolder: '/nowhere', say: () => undefined, log: false,
  });
  try {
    const headers = { cookie: cookies[target.facilitator] ?? '', 'content-type': 'application/json', 'idempotency-key': randomUUID() };
    // The first answer looks up who is asking; from then on that is remembered for some seconds, as in use.
    await app.inject({ method: 'GET', url: '/api/me', headers: { cookie: headers.cookie } });
    const { value: reply, sent } = await recordStatements(() => app.inject({ method: 'POST', url: `/api/sessions/${target.sessionId}/sign`, headers, payload: signingBody(target) }));
    if (reply.statusCode !== 200) throw new Error(`the signing to record was refused: ${reply.body}`);
    const act = transactionsOf(sent).at(-1);
    if (act === undefined) throw new Error('the signing sent no transaction');
    return recordedAct(act, reply.json(), target, headers['idempotency-key'], new Set([ground.orgId, ground.siteId, ground.programId]));
  } finally {
    await app.close();
  }
}
