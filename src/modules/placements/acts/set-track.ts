/** Another track, or none: load, decide, save. */
import { recordChange } from '../../../platform/changes.ts';
import type { Answer } from '../../../platform/http.ts';
import { refuse } from '../../../platform/outcome.ts';
import type { setTrack as contract } from '../contract.ts';
import { holdGround } from '../../program/index.ts';
import { isTrackOf } from '../rules/admission.ts';
import { lockEpisode, updateTrack } from '../store.ts';
import { findTrack } from '../store/grounds.ts';
import { versionOfEpisode } from './move-segments.ts';

export const setTrack: Answer<typeof contract> = async (exchange, { params, body: { trackId, version } }) => {
  const { tx, actor, now } = exchange;
  const episode = await lockEpisode(tx, actor.orgId, params.episodeId, actor.placeIds, now);
  if (episode === null) return refuse('not-found');
  await holdGround(tx, actor.orgId, { ...episode, trackId });
  if (trackId !== null && trackId !== episode.trackId && !isTrackOf(await findTrack(tx, actor.orgId, trackId), episode)) return refuse('track-elsewhere');
  if (await versionOfEpisode(exchange, episode.id) !== version) return refuse('changed-meanwhile');
  await updateTrack(tx, actor.orgId, episode.id, trackId);
  await recordChange(tx, { orgId: actor.orgId, by: actor.id, now }, { about: 'episodes', rowId: episode.id, was: { trackId: episode.trackId }, became: { trackId } });
  return { value: { participantId: episode.participantId, episodeId: episode.id, version: await versionOfEpisode(exchange, episode.id) } };
};
