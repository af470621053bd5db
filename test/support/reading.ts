/** How much a request reads: the statements of the transaction that answered, and how many rows PostgreSQL touched for each. */
import assert from 'node:assert/strict';
import pg from 'pg';
import type { House, Reply } from './house.ts';
import { recordStatements, transactionsOf } from './statements.ts';
import type { Sent } from './statements.ts';

type Node = {
  'Node Type': string; 'Relation Name'?: string; 'Index Name'?: string; 'Actual Rows': number; 'Actual Loops': number; 'Rows Removed by Filter'?: number; 'Rows Removed by Index Recheck'?: number; Plans?: Node[];
};
export type Looked = { text: string; rows: number; scans: string[]; /** To plan it anew and to run it once. */ ms: number };
export type Reading = { statements: number; rows: number; looked: Looked[] };

/** The statements between begin and commit of the transaction that answered; who is asking is looked up in one of its own. */
export async function answeredWith(ask: () => Promise<Reply>): Promise<Sent[]> {
  const { value: reply, sent } = await recordStatements(ask);
  assert.equal(reply.status, 200, JSON.stringify(reply.body));
  const answered = transactionsOf(sent).at(-1) ?? [];
  assert.match(answered.at(-1)?.text ?? '', /^commit$/i);
  return answered.slice(1, -1);
}

/** Rows that the scans of a plan touched: handed up, and thrown away by a filter. */
function scansOf(node: Node): { rows: number; of: string }[] {
  const below = (node.Plans ?? []).flatMap(scansOf);
  const [table, index] = [node['Relation Name'], node['Index Name']];
  if (table === undefined && index === undefined) return below;
  const rows = (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0)) * node['Actual Loops'];
  return [...below, { rows, of: `${node['Node Type']} ${table ?? ''} ${index ?? ''}: ${rows}` }];
}

/**
 * Explains what was sent as the application itself, in its organization. A table of a few thousand rows is read whole sooner than by its index, and rightly so;
 * asked here is whether there is a way that does not grow, so reading whole tables is made dear and reading by index as cheap as it is from memory.
 */
export async function explain(house: House, orgId: string, sent: readonly Sent[], { plain = false } = {}): Promise<Looked[]> {
  const client = new pg.Client(house.database.app);
  await client.connect();
  const looked: Looked[] = [];
  try {
    await client.query(`begin; set local app.org = '${orgId}'${plain ? '' : '; set local enable_seqscan = off; set local random_page_cost = 1'}`);
    for (const { text, values } of sent) {
      if (!/^\s*(select|with)\b/i.test(text)) continue;
      const { rows } = await client.query<{ 'QUERY PLAN': { Plan: Node; 'Planning Time': number; 'Execution Time': number }[] }>({ text: `explain (analyze, timing off, format json) ${text}`, values: [...values] });
      const scans = rows.flatMap((row) => row['QUERY PLAN'].flatMap((one) => scansOf(one.Plan)));
      const ms = rows.reduce((sum, row) => sum + row['QUERY PLAN'].reduce((own, one) => own + one['Planning Time'] + one['Execution Time'], 0), 0);
      looked.push({ text, ms, rows: scans.reduce((sum, scan) => sum + scan.rows, 0), scans: scans.map((scan) => scan.of) });
    }
    await client.query('rollback');
    return looked;
  } finally {
    await client.end();
  }
}

export async function readingOf(house: House, orgId: string, ask: () => Promise<Reply>, { plain = false } = {}): Promise<Reading> {
  const sent = await answeredWith(ask);
  const looked = await explain(house, orgId, sent, { plain });
  return { statements: sent.length, rows: looked.reduce((sum, one) => sum + one.rows, 0), looked };
}
