/** How like another sentence the sentences of notes were when they were signed, where that reached the figure of the site (W12, W15). */
import { sql } from 'kysely';
import type { Exchange } from '../../platform/http.ts';
import type { OutputOf } from '../../platform/contract.ts';
import { loadDayFigures } from '../../modules/program/index.ts';
import type { readToCoSign } from './signatures.contract.ts';

type WholeNote = OutputOf<typeof readToCoSign>['notes'][number];

/** The figure is that of today: it decides what is shown, and what was kept at signing stays as it was. Whose the other sentence is stays unsaid. */
export async function withLikeness({ tx, actor }: Exchange, notes: readonly WholeNote[], { siteId, today }: { siteId: string; today: string }): Promise<WholeNote[]> {
  const from = (await loadDayFigures(tx, actor.orgId, siteId, today))['near-identical-percent'];
  const { rows } = await sql<{ noteId: string; percent: number; isEarlier: boolean }>`
    select n.id as "noteId", n.similarity as percent, exists (select 1 from notes o where o.org_id = n.org_id and o.id = n.similar_to_id) as "isEarlier"
      from notes n where n.org_id = ${actor.orgId} and n.id = any(${notes.map((note) => note.noteId)}::uuid[]) and n.similarity >= ${from}
  `.execute(tx);
  const known = new Map(rows.map((row) => [row.noteId, row]));
  return notes.map((note) => {
    const found = known.get(note.noteId);
    return found === undefined ? note : { ...note, likeness: { percent: found.percent, like: found.isEarlier ? 'earlier' : 'somebody-else' } };
  });
}
