/** Somebody goes on in another program or at another site: discharged on the last day and admitted from the next, in one act; open danger goes along (W18). */
import type { OutputOf } from '../../platform/contract.ts';
import type { Answer } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import { beginEpisode, decideDischarge } from '../../modules/placements/index.ts';
import { DAYS_AHEAD_MAX } from '../../modules/placements/contract.ts';
import type { transfer as contract } from '../../modules/placements/ends.contract.ts';
import { addDays } from '../../values/civil-date.ts';
import { followDanger } from '../tasks/task-facts.ts';
import { loadEndFacts, writeEnd } from './ends-facts.ts';

export const transfer: Answer<typeof contract> = async (exchange, { params, body: { version, lastDay, detail, to } }) => {
  // It is an admission too.
  if (!exchange.actor.permissions.has('placement.change')) return refuse('not-your-role');
  const facts = await loadEndFacts(exchange, params.episodeId);
  if (facts === null || !exchange.actor.placeIds.includes(to.siteId)) return refuse('not-found');
  const { episode, today, lastHere } = facts;
  if (to.siteId === episode.siteId && to.programId === episode.programId) return refuse('same-place');
  const decided = decideDischarge({ ...episode, today, lastHere }, lastDay, DAYS_AHEAD_MAX);
  if ('refused' in decided) return decided;
  if (facts.version !== version) return refuse('changed-meanwhile');
  const nextEpisodeId = exchange.newId();
  // The end comes first: it frees the days in the program for the one that begins.
  const left = await writeEnd(exchange, facts, { lastDay, reason: 'transferred', detail, nextEpisodeId });
  const begun = await beginEpisode(exchange, { ...to, participantId: episode.participantId, episodeId: nextEpisodeId, admittedOn: addDays(lastDay, 1) });
  if ('refused' in begun) return begun;
  const dangerOpen = await followDanger(exchange, { participantId: episode.participantId, siteId: to.siteId, from: addDays(lastDay, 1) });
  return { value: { participantId: episode.participantId, episodeId: episode.id, lastDay, ...left, dangerOpen, nextEpisodeId } satisfies OutputOf<typeof contract> };
};
