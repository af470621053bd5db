/** Who may answer a returned note in the place of an author who has left (W13); the same for the page of a note and for the list of waiting ones. */
import { answerersFor, stateAfter } from '../../modules/notes/index.ts';
import type { CoSigner } from '../../modules/notes/index.ts';
import type { StaffId } from '../../modules/people/words.ts';

type Returned = {
  siteId: string; authorId: string; cosignBy: string | null;
  reviews: readonly { kind: 'co-signed' | 'returned'; addendaSeen: number; byId: string }[]; addenda: readonly { kind: 'addendum' | 'correction' | 'answer' }[];
};

/** Undefined while the author can answer, or where there is nothing to answer. */
export function answeredBy(note: Returned, coSigners: readonly CoSigner[], authors: readonly CoSigner[]): { id: StaffId; name: string }[] | undefined {
  const worksHere = (one: CoSigner): boolean => one.siteIds.includes(note.siteId);
  const authorCan = authors.some((one) => one.id === note.authorId && worksHere(one));
  if (authorCan || stateAfter(note) !== 'returned') return undefined;
  const here = coSigners.filter(worksHere);
  const ids = answerersFor({ ...note, authorCan, reviewerId: note.reviews.at(-1)?.byId ?? null }, here.map((one) => one.id));
  return here.filter((one) => ids.includes(one.id)).map((one) => ({ id: one.id as StaffId, name: one.name }));
}
