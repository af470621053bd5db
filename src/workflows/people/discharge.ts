/** An episode ends on a last day, because a person says so: load, decide, save. Of two at once the second is told that it is done. */
import type { OutputOf } from '../../platform/contract.ts';
import type { Answer } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import { decideDischarge, undoUntil } from '../../modules/placements/index.ts';
import { DAYS_AHEAD_MAX } from '../../modules/placements/contract.ts';
import type { discharge as contract } from '../../modules/placements/ends.contract.ts';
import { loadEndFacts, writeEnd } from './ends-facts.ts';

export const discharge: Answer<typeof contract> = async (exchange, { params, body: { version, lastDay, reason, detail } }) => {
  const facts = await loadEndFacts(exchange, params.episodeId);
  if (facts === null) return refuse('not-found');
  const { episode, today, lastHere } = facts;
  const decided = decideDischarge({ ...episode, today, lastHere }, lastDay, DAYS_AHEAD_MAX);
  if ('refused' in decided) return decided;
  if (facts.version !== version) return refuse('changed-meanwhile');
  const left = await writeEnd(exchange, facts, { lastDay, reason, detail, nextEpisodeId: null });
  return { value: { participantId: episode.participantId, episodeId: episode.id, lastDay, ...left, undoUntil: undoUntil(today, lastDay) } satisfies OutputOf<typeof contract> };
};
