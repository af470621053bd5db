/** Another level of care from a day on: load, decide, save. */
import type { Answer } from '../../../platform/http.ts';
import { refuse } from '../../../platform/outcome.ts';
import { DAYS_AHEAD_MAX } from '../contract.ts';
import type { changeLevel as contract } from '../contract.ts';
import { decideDay } from '../rules/admission.ts';
import { lockEpisode } from '../store.ts';
import { moveSegments, todayOf, versionOfEpisode } from './move-segments.ts';

export const changeLevel: Answer<typeof contract> = async (exchange, { params, body }) => {
  const { tx, actor, now } = exchange;
  const episode = await lockEpisode(tx, actor.orgId, params.episodeId, actor.placeIds, now);
  if (episode === null) return refuse('not-found');
  const no = decideDay(episode, body.from, todayOf(exchange, episode), DAYS_AHEAD_MAX);
  if (no !== null) return refuse(no);
  if (await versionOfEpisode(exchange, episode.id) !== body.version) return refuse('changed-meanwhile');
  await moveSegments(exchange, episode, { kind: 'level', value: body.level, from: body.from, reason: body.reason });
  return { value: { participantId: episode.participantId, episodeId: episode.id, version: await versionOfEpisode(exchange, episode.id) } };
};
