/** What can be chosen at a site, asked for when a panel needs it; and what every act on a placement makes stale. */
import { useQuery } from '@tanstack/react-query';
import { readPlacementChoices } from '../../boards/people/people.contract.ts';
import type { ValueOf } from '../call.ts';
import { reading } from '../queries.ts';

export type Choices = ValueOf<typeof readPlacementChoices>;
export const STALE = ['people.read-person', 'people.read-list', 'hours-ledger.read'];

/** Undefined while they are read, or when they could not be. */
export function useChoices(siteId: string): Choices | undefined {
  return useQuery(reading(readPlacementChoices, { query: { siteId } })).data;
}
