/** A track is added to a program at a site, or renamed. */
import type { Answer } from '../../../platform/http.ts';
import { recordChange, versionOf } from '../../../platform/changes.ts';
import { refuse } from '../../../platform/outcome.ts';
import type { addTrack as adding, changeTrack as changing } from '../ground.contract.ts';
import { areOpen, insertTrack, lockTrack, rename } from '../store/ground.ts';

export const addTrack: Answer<typeof adding> = async ({ tx, actor, now, newId }, { body }) => {
  if (!await areOpen(tx, actor.orgId, body.siteId, body.programId)) return refuse('not-found');
  const trackId = newId();
  await insertTrack(tx, actor.orgId, { ...body, id: trackId }, now, actor.id);
  return { value: { trackId } };
};

export const changeTrack: Answer<typeof changing> = async ({ tx, actor, now }, { params: { trackId }, body: { version, name } }) => {
  const { orgId } = actor;
  const track = await lockTrack(tx, orgId, trackId);
  if (track === null) return refuse('not-found');
  if (await versionOf(tx, orgId, trackId) !== version) return refuse('changed-meanwhile');
  await rename(tx, orgId, 'tracks', trackId, name);
  await recordChange(tx, { orgId, by: actor.id, now }, { about: 'tracks', rowId: trackId, was: { name: track.name }, became: { name } });
  return { value: { trackId } };
};
