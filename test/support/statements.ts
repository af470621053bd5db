/** Writes down every statement that this process sends to PostgreSQL, in order and with its parameters, at the driver's own door. */
import pg from 'pg';

export type Sent = {
  readonly client: object; readonly text: string; readonly values: readonly unknown[]; readonly name: string | null;
  /** Sent before the one before it on this connection was answered, so that both share a round trip. */
  readonly overlaps: boolean;
};
type Asked = string | { readonly text?: string; readonly values?: readonly unknown[]; readonly name?: string };

/** Runs `work` and answers with what was sent meanwhile, by every connection of this process. */
export async function recordStatements<Value>(work: () => Promise<Value>): Promise<{ value: Value; sent: Sent[] }> {
  const sent: Sent[] = [];
  const unanswered = new Map<object, number>();
  const original = pg.Client.prototype.query as (...words: unknown[]) => unknown;
  function recording(this: object, asked: Asked, ...rest: unknown[]): unknown {
    const said = typeof asked === 'string' ? { text: asked, values: Array.isArray(rest[0]) ? rest[0] as unknown[] : [] } : asked;
    const own = Array.isArray(rest[0]) ? rest[0] as unknown[] : [];
    const before = unanswered.get(this) ?? 0;
    sent.push({ client: this, text: said.text ?? '', values: said.values ?? own, name: 'name' in said ? said.name ?? null : null, overlaps: before > 0 });
    const answer = original.call(this, asked, ...rest);
    if (answer instanceof Promise) {
      unanswered.set(this, before + 1);
      const answered = (): void => void unanswered.set(this, (unanswered.get(this) ?? 1) - 1);
      answer.then(answered, answered);
    }
    return answer;
  }
  Object.assign(pg.Client.prototype, { query: recording });
  try {
    return { value: await work(), sent };
  } finally {
    Object.assign(pg.Client.prototype, { query: original });
  }
}

/** The statements of each transaction, opening and end included, in the order in which the transactions opened. */
export function transactionsOf(sent: readonly Sent[]): Sent[][] {
  const done: Sent[][] = [];
  const open = new Map<object, Sent[]>();
  for (const one of sent) {
    if (/^\s*begin\b/i.test(one.text)) {
      const opened: Sent[] = [];
      open.set(one.client, opened);
      done.push(opened);
    }
    open.get(one.client)?.push(one);
    if (/^\s*(commit|rollback)\b/i.test(one.text)) open.delete(one.client);
  }
  return done;
}
