/** A room is added to a site, or renamed. */
import type { Answer } from '../../../platform/http.ts';
import { recordChange, versionOf } from '../../../platform/changes.ts';
import { refuse } from '../../../platform/outcome.ts';
import type { addRoom as adding, changeRoom as changing } from '../ground.contract.ts';
import { insertRoom, lockRoom, lockSiteRow, rename } from '../store/ground.ts';

export const addRoom: Answer<typeof adding> = async ({ tx, actor, now, newId }, { params: { siteId }, body: { name } }) => {
  const site = await lockSiteRow(tx, actor.orgId, siteId);
  if (site === null || site.isEnded) return refuse('not-found');
  const roomId = newId();
  await insertRoom(tx, actor.orgId, { id: roomId, siteId, name }, now);
  return { value: { roomId } };
};

export const changeRoom: Answer<typeof changing> = async ({ tx, actor, now }, { params: { roomId }, body: { version, name } }) => {
  const { orgId } = actor;
  const room = await lockRoom(tx, orgId, roomId);
  if (room === null) return refuse('not-found');
  if (await versionOf(tx, orgId, roomId) !== version) return refuse('changed-meanwhile');
  await rename(tx, orgId, 'rooms', roomId, name);
  await recordChange(tx, { orgId, by: actor.id, now }, { about: 'rooms', rowId: roomId, was: { name: room.name }, became: { name } });
  return { value: { roomId } };
};
