/** What every act on a list of a person needs: that the person is the asker's to see, held until the end, and one row of the list. */
import { recordChange } from '../../platform/changes.ts';
import type { Exchange } from '../../platform/http.ts';
import { plainName } from '../../modules/people/index.ts';
import { isVisible } from '../../modules/placements/index.ts';

type Entry = { id: string; kind: string; hasEnded: boolean };

/** With the person's row locked, two desks that add the same entry go one after the other. */
export async function holdPerson({ tx, actor, now }: Exchange, participantId: string): Promise<boolean> {
  return await isVisible(tx, actor.orgId, participantId, actor, now, 'lock');
}

/** Another entry that holds and says the same, whatever its case, accents and spaces. */
export function standsAlready<Row extends Entry>(list: readonly Row[], one: { id: string | null; kind: string; text: string }, textOf: (row: Row) => string): boolean {
  return list.some((row) => row.id !== one.id && !row.hasEnded && row.kind === one.kind && plainName(textOf(row)) === plainName(one.text));
}

/** Ending and bringing back leave their trace, since the row itself keeps only the last. */
export async function recordEnding({ tx, actor, now }: Exchange, about: 'participant_contacts' | 'health_items', rowId: string, ends: boolean): Promise<void> {
  await recordChange(tx, { orgId: actor.orgId, by: actor.id, now }, { about, rowId, was: { ended: !ends }, became: { ended: ends } });
}
