/** Another phase from a day on, and on the same day the level of care that this phase carries (W5): load, decide, save. */
import type { Answer } from '../../../platform/http.ts';
import { refuse } from '../../../platform/outcome.ts';
import { DAYS_AHEAD_MAX } from '../contract.ts';
import type { changePhase as contract } from '../contract.ts';
import { decideDay, findPhase } from '../rules/admission.ts';
import { lockEpisode } from '../store.ts';
import { findPathVersion } from '../store/grounds.ts';
import { listSegments, phaseValue } from '../store/segments.ts';
import { moveSegments, todayOf, versionOfEpisode } from './move-segments.ts';

export const changePhase: Answer<typeof contract> = async (exchange, { params, body }) => {
  const { tx, actor, now } = exchange;
  const episode = await lockEpisode(tx, actor.orgId, params.episodeId, actor.placeIds, now);
  if (episode === null) return refuse('not-found');
  const no = decideDay(episode, body.from, todayOf(exchange, episode), DAYS_AHEAD_MAX);
  if (no !== null) return refuse(no);
  const path = await findPathVersion(tx, actor.orgId, body.pathVersionId);
  const segments = await listSegments(tx, actor.orgId, 'phase', episode.id);
  const isOnPath = segments.some((segment) => segment.value.startsWith(`${body.pathVersionId}/`));
  const phase = findPhase(path, body.phaseNo, { programId: episode.programId, isOnPath });
  if (phase === null) return refuse('path-not-here');
  if (await versionOfEpisode(exchange, episode.id) !== body.version) return refuse('changed-meanwhile');
  const { from, reason } = body;
  await moveSegments(exchange, episode, { kind: 'phase', value: phaseValue(body.pathVersionId, body.phaseNo), from, reason });
  await moveSegments(exchange, episode, { kind: 'level', value: phase.level, from, reason });
  return { value: { participantId: episode.participantId, episodeId: episode.id, version: await versionOfEpisode(exchange, episode.id) } };
};
