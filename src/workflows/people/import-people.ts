/** People of a checked file enter an organization together or not at all: load, decide, save. */
import type { Actor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database.ts';
import type { Gate } from '../../platform/gate.ts';
import { newSilentId } from '../../platform/ids.ts';
import { refuse } from '../../platform/outcome.ts';
import type { Outcome } from '../../platform/outcome.ts';
import { decideImport, findOrganization, insertParticipants, listParticipantsByNumber } from '../../modules/people/index.ts';
import type { CheckedPeople, ImportedPerson, Wrong } from '../../modules/people/index.ts';

export type Importing = { file: CheckedPeople; actor: Actor; address: string; gate: Gate; now: Date; progress: (done: number, of: number) => void };
export type Imported = { added: number; unchanged: number };
export type ImportRefused = 'demo-takes-no-people' | 'known-differently' | 'changed-meanwhile';

/* Small enough to say how far it is twice a second, large enough that a statement's own cost is not felt. */
const ROWS_AT_ONCE = 5000;

function* inParts<Item>(items: readonly Item[]): Generator<Item[]> {
  for (let from = 0; from < items.length; from += ROWS_AT_ONCE) yield items.slice(from, from + ROWS_AT_ONCE);
}

/** On a refusal the caller rolls back: `changed-meanwhile` is found after rows were written. */
export async function importPeople(tx: Tx, { file, actor, address, gate, now, progress }: Importing): Promise<Outcome<Imported, ImportRefused>> {
  const { orgId } = actor;
  if ((await findOrganization(tx, orgId))?.kind !== 'real') return refuse('demo-takes-no-people');
  const known: ImportedPerson[] = [];
  for (const part of inParts(file.people)) known.push(...await listParticipantsByNumber(tx, orgId, part.map((one) => one.participantNumber)));
  const decided = decideImport(file, known);
  if ('wrongs' in decided) return refuse('known-differently', { wrongs: decided.wrongs satisfies Wrong[] });
  const participants = decided.add.map((person) => ({ ...person, id: newSilentId() }));
  let added = 0;
  for (const part of inParts(participants)) {
    added += await insertParticipants(tx, orgId, part, now, null);
    progress(added, participants.length);
  }
  /* A number that was free when it was looked up and is taken now: two files at once, or somebody at a desk. */
  if (added !== participants.length) return refuse('changed-meanwhile');
  await gate.account(tx, { actor, contract: 'import', accounting: 'each-answer', participantIds: participants.map((one) => one.id), board: '', address, now });
  return { value: { added, unchanged: decided.unchanged } };
}
