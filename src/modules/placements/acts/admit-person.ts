/** Somebody is admitted, for the first time or again: load, decide, save. The exclusion over episodes settles who admits first. */
import type { Answer } from '../../../platform/http.ts';
import { refuse } from '../../../platform/outcome.ts';
import { findSite } from '../../program/index.ts';
import type { admitPerson as contract } from '../contract.ts';
import { isAdmittable } from '../store.ts';
import { beginEpisode } from './begin-episode.ts';

export const admitPerson: Answer<typeof contract> = async (exchange, { params: { participantId }, body }) => {
  const { tx, actor, now } = exchange;
  const site = await findSite(tx, actor.orgId, body.siteId, actor.placeIds);
  if (site === null || !await isAdmittable(tx, actor.orgId, participantId, actor, now)) return refuse('not-found');
  const episodeId = exchange.newId();
  const begun = await beginEpisode(exchange, { ...body, participantId, episodeId });
  return 'refused' in begun ? begun : { value: { participantId, episodeId, version: 0 } };
};
