/** A track ends when no group and nobody in care belongs to it, or comes back. */
import { recordChange } from '../../platform/changes.ts';
import type { Answer } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import { countOpenEpisodes } from '../../modules/placements/index.ts';
import { lockTrack, setEnd } from '../../modules/program/index.ts';
import type { endTrack as contract } from '../../modules/program/ground.contract.ts';
import { listGroupsUsing } from '../../modules/schedules/index.ts';
import { dateIn } from '../../values/civil-date.ts';

export const endTrack: Answer<typeof contract> = async ({ tx, actor, now }, { params: { trackId }, body: { ends } }) => {
  const { orgId } = actor;
  const row = await lockTrack(tx, orgId, trackId);
  if (row === null) return refuse('not-found');
  if (row.isEnded === ends) return { value: { trackId } };
  const groups = ends ? await listGroupsUsing(tx, orgId, 'track', trackId, now) : [];
  const people = ends ? await countOpenEpisodes(tx, orgId, { trackId }, now) : 0;
  if (groups.length > 0 || people > 0) return refuse('still-in-use', { groups, people });
  await setEnd(tx, orgId, 'tracks', trackId, ends ? { day: dateIn(row.timeZone, now), at: now, by: actor.id } : null);
  await recordChange(tx, { orgId, by: actor.id, now }, { about: 'tracks', rowId: trackId, was: { isEnded: row.isEnded }, became: { isEnded: ends } });
  return { value: { trackId } };
};
