/** An act runs once for each command id: a repeat answers from the first, another request under the same id is refused (W26). */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from './database.ts';

/** Keys sorted at every depth, so that two spellings of the same request have one hash. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).filter(([, held]) => held !== undefined).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, held]) => `${JSON.stringify(key)}:${canonical(held)}`).join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

export function requestHash(contract: string, request: unknown): string {
  return createHash('sha256').update(contract).update('\n').update(canonical(request)).digest('hex');
}

export type Command = { orgId: string; id: string; actorId: string; contract: string; hash: string; now: Date };
export type Begun = { state: 'new' } | { state: 'repeat'; reply: unknown } | { state: 'reused' };

/** Claims the command id. A second request with the same id waits here until the first has committed or gone. */
export async function beginCommand(tx: Tx, command: Command): Promise<Begun> {
  const claimed = await sql`
    insert into commands (org_id, id, actor_id, contract, request_hash, accepted_at)
    values (${command.orgId}, ${command.id}, ${command.actorId}, ${command.contract}, ${command.hash}, ${command.now})
    on conflict on constraint commands_pk do nothing
  `.execute(tx);
  if (claimed.numAffectedRows === 1n) return { state: 'new' };
  const { rows } = await sql<{ actor_id: string; request_hash: string; reply: unknown }>`
    select actor_id, request_hash, reply from commands where org_id = ${command.orgId} and id = ${command.id}
  `.execute(tx);
  const first = rows[0];
  const same = first?.actor_id === command.actorId && first.request_hash === command.hash;
  return same ? { state: 'repeat', reply: first.reply } : { state: 'reused' };
}

/** Keeps what the act answered, for a repeat. */
export async function keepReply(tx: Tx, command: Command, reply: unknown): Promise<void> {
  await sql`update commands set reply = ${JSON.stringify(reply)}::jsonb where org_id = ${command.orgId} and id = ${command.id}`.execute(tx);
}
