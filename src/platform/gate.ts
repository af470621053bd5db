/** Every disclosure passes here and is written down, in the transaction of the answer (W21). */
import { sql } from 'kysely';
import type { Actor } from './actor.ts';
import type { Accounting } from './contract.ts';
import { newId } from './ids.ts';
import type { Tx } from './database.ts';

/** How many boards one process remembers; a board forgotten is written down once more, never once less. */
const BOARDS_REMEMBERED = 5000;

export type Gate = {
  account(tx: Tx, seen: { actor: Actor; contract: string; accounting: Accounting; participantIds: readonly string[]; board: string; address: string; now: Date }): Promise<(() => void) | null>;
};

/**
 * Writes one access row for each answer that shows anybody. A live board ('each-change') writes a row only when the set of people
 * differs from what this sign-in was last shown there. Returns what to run after commit, so that a rolled-back row is not remembered.
 */
export function openGate(): Gate {
  const shown = new Map<string, string>();
  return {
    async account(tx, seen) {
      const ids = [...new Set(seen.participantIds)].sort();
      if (ids.length === 0) return null;
      const key = `${seen.actor.signInId} ${seen.contract} ${seen.board}`;
      const set = ids.join(' ');
      if (seen.accounting === 'each-change' && shown.get(key) === set) return null;
      await sql`
        insert into accesses (org_id, id, at, actor_id, sign_in_id, contract, participant_ids, from_address)
        values (${seen.actor.orgId}, ${newId(seen.now)}, ${seen.now}, ${seen.actor.id}, ${seen.actor.signInId}, ${seen.contract}, ${ids}::uuid[], ${seen.address})
      `.execute(tx);
      if (seen.accounting === 'each-answer') return null;
      return () => {
        shown.delete(key);
        shown.set(key, set);
        if (shown.size > BOARDS_REMEMBERED) shown.delete(shown.keys().next().value ?? '');
      };
    },
  };
}
