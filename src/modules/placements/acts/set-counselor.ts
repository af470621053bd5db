/** Another primary counselor from a day on: load, decide, save. */
import type { Answer } from '../../../platform/http.ts';
import { refuse } from '../../../platform/outcome.ts';
import { DAYS_AHEAD_MAX } from '../contract.ts';
import type { setCounselor as contract } from '../contract.ts';
import { decideDay } from '../rules/admission.ts';
import { lockEpisode } from '../store.ts';
import { isCounselorAt } from '../store/grounds.ts';
import { laterOf, moveSegments, todayOf, versionOfEpisode } from './move-segments.ts';

export const setCounselor: Answer<typeof contract> = async (exchange, { params, body }) => {
  const { tx, actor, now } = exchange;
  const episode = await lockEpisode(tx, actor.orgId, params.episodeId, actor.placeIds, now);
  if (episode === null) return refuse('not-found');
  const today = todayOf(exchange, episode);
  const no = decideDay(episode, body.from, today, DAYS_AHEAD_MAX);
  if (no !== null) return refuse(no);
  if (!await isCounselorAt(tx, actor.orgId, body.counselorId, episode.siteId, laterOf(body.from, today))) return refuse('counselor-not-here');
  if (await versionOfEpisode(exchange, episode.id) !== body.version) return refuse('changed-meanwhile');
  await moveSegments(exchange, episode, { kind: 'counselor', value: body.counselorId, from: body.from, reason: '' });
  return { value: { participantId: episode.participantId, episodeId: episode.id, version: await versionOfEpisode(exchange, episode.id) } };
};
