/** Whose a task is: the primary counselor and whoever is on call; without one of them the directors; never nobody (W18). */
import type { OwnedBecause } from '../words.ts';

export type Candidates = {
  readonly counselorId: string | null;
  readonly onCallId: string | null;
  /** Directors who work at the site. */
  readonly directorsHere: readonly string[];
  /** Directors of the organization, wherever they work. */
  readonly directors: readonly string[];
  readonly administrators: readonly string[];
};
export type Owner = { readonly staffId: string; readonly because: OwnedBecause };

/** Each person once, for the first reason. */
function once(owners: readonly Owner[]): Owner[] {
  return [...new Map(owners.toReversed().map((owner) => [owner.staffId, owner])).values()].toReversed();
}

const directorsOf = ({ directorsHere, directors }: Candidates): Owner[] =>
  (directorsHere.length > 0 ? directorsHere : directors).map((staffId) => ({ staffId, because: 'director' as const }));

/**
 * A danger task is the counselor's and the on-call clinician's at once. If either is missing, the directors have it too; if nobody is left at all,
 * the administrators, who see that somebody must be fetched.
 */
export function decideDangerOwners(candidates: Candidates): Owner[] {
  const { counselorId, onCallId, administrators } = candidates;
  const clinicians: Owner[] = [
    ...(counselorId === null ? [] : [{ staffId: counselorId, because: 'counselor' as const }]), ...(onCallId === null ? [] : [{ staffId: onCallId, because: 'on-call' as const }]),
  ];
  const told = once([...clinicians, ...(clinicians.length === 2 ? [] : directorsOf(candidates))]);
  return told.length > 0 ? told : administrators.map((staffId) => ({ staffId, because: 'director' }));
}

/** Outreach and craving are the counselor's; without one the on-call clinician's, else the directors'. */
export function decideFollowUpOwners(candidates: Candidates): Owner[] {
  if (candidates.counselorId !== null) return [{ staffId: candidates.counselorId, because: 'counselor' }];
  if (candidates.onCallId !== null) return [{ staffId: candidates.onCallId, because: 'on-call' }];
  return directorsOf(candidates);
}

/** Who has it too when the person moves on to another site: whoever would have a danger that is marked there; the directors there where it has gone to directors before. */
export function decideFollowing(there: Candidates, { owners, isPassedOn }: { owners: readonly string[]; isPassedOn: boolean }): Owner[] {
  const told = once([...decideDangerOwners(there), ...(isPassedOn ? there.directorsHere.map((staffId) => ({ staffId, because: 'not-taken' as const })) : [])]);
  return told.filter((owner) => !owners.includes(owner.staffId));
}

/** To whom a danger task goes that nobody has taken in time: directors who do not have it yet, those of the site first. */
export function decideEscalation({ directorsHere, directors }: Pick<Candidates, 'directorsHere' | 'directors'>, owners: readonly string[]): string[] {
  const free = (ids: readonly string[]): string[] => ids.filter((id) => !owners.includes(id));
  const here = free(directorsHere);
  return here.length > 0 ? here : free(directors);
}
