/** What a form about a site may choose from; null while it is on its way. */
import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { readGroupChoices } from '../../boards/groups/groups.contract.ts';
import { reading } from '../queries.ts';

export type Choices = z.output<typeof readGroupChoices['output']>;

export function useChoices(siteId: string): Choices | { error: Error; again: () => void } | null {
  const choices = useQuery(reading(readGroupChoices, { query: { siteId } }));
  if (choices.data !== undefined) return choices.data;
  return choices.error === null ? null : { error: choices.error, again: () => { void choices.refetch(); } };
}
