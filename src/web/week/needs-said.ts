/** The needs of a week in the groups in which they are said: by counselor, and by kind of document. */
import type { z } from 'zod';
import type { readNeeds } from '../../boards/week/needs.contract.ts';

export type NeedsBoard = z.output<typeof readNeeds['output']>;
type Without = NeedsBoard['withoutIndividual'][number];
type Document = NeedsBoard['documents'][number];

/** In the order of the board: whoever has no counselor first. */
export function byCounselor(people: readonly Without[]): { counselorName: string | null; people: Without[] }[] {
  return [...Map.groupBy(people, (one) => one.counselorId).values()].map((list) => ({ counselorName: list[0]?.counselorName ?? null, people: list }));
}

/** Plans that nobody wrote or signed before reviews; each with how many are late. */
export function byKind(documents: readonly Document[]): { kind: Document['kind']; late: number; people: Document[] }[] {
  return (['plan', 'signature', 'review'] as const).flatMap((kind) => {
    const people = documents.filter((one) => one.kind === kind);
    return people.length === 0 ? [] : [{ kind, late: people.filter((one) => one.daysLate > 0).length, people }];
  });
}
