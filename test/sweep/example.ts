/** What an example of the sweep is made of. */
import type { Where } from '../support/rows.ts';

export type { Where };

export type Example = {
  path(where: Where): string;
  body?(where: Where): unknown;
  /** Ids that decide whether there is anything to see: absent, another site's and another organization's answer the same 404. */
  rows: readonly (keyof Where)[];
  /** 'organization': settings belong to all sites, so another site's row is one's own; absent and another organization's are the same 404. */
  reach?: 'organization';
  /** An id inside something the asker does see: the refusal is by name, and the same for absent, other site and other organization. */
  within?: { id: keyof Where; refusal: string };
  /** Further addresses that must be malformed. */
  malformedPaths?: readonly ((where: Where) => string)[];
  /** Bodies that must be malformed; none where the contract has no body. */
  malformedBodies: readonly ((where: Where) => unknown)[];
};

export const person = ({ sessionId, participantId }: Where) => `/sessions/${sessionId}/people/${participantId}`;
export const NOT_OBJECTS = [() => [], () => 'text', () => 7];
