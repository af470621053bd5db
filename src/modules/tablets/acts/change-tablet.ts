/** A tablet is added to a site, or changed: its name, where it stands, whether it lists the names of its room. */
import { recordChange, versionOf } from '../../../platform/changes.ts';
import type { Tx } from '../../../platform/database.ts';
import type { Answer } from '../../../platform/http.ts';
import { isRefused, refuse } from '../../../platform/outcome.ts';
import type { Outcome } from '../../../platform/outcome.ts';
import { findSite } from '../../program/index.ts';
import type { addTablet as adding, changeTablet as changing } from '../contract.ts';
import { decidePlace } from '../rules/tablet.ts';
import { findRoomOf, insertTablet, lockTablet, updateTablet } from '../store.ts';
import type { TabletSaid } from '../store.ts';

async function placeOf(tx: Tx, orgId: string, siteId: string, said: TabletSaid): Promise<Outcome<null, 'room-gone' | 'list-needs-room'>> {
  return decidePlace(said, siteId, said.roomId === null ? null : await findRoomOf(tx, orgId, said.roomId));
}

export const addTablet: Answer<typeof adding> = async ({ tx, actor, now, newId }, { params: { siteId }, body }) => {
  if (await findSite(tx, actor.orgId, siteId, actor.placeIds) === null) return refuse('not-found');
  const placed = await placeOf(tx, actor.orgId, siteId, body);
  if (isRefused(placed)) return placed;
  const tabletId = newId();
  await insertTablet(tx, actor.orgId, { id: tabletId, siteId, ...body }, now, actor.id);
  return { value: { tabletId } };
};

export const changeTablet: Answer<typeof changing> = async ({ tx, actor, now }, { params: { tabletId }, body: { version, ...said } }) => {
  const { orgId } = actor;
  const tablet = await lockTablet(tx, orgId, tabletId, actor.placeIds);
  if (tablet === null) return refuse('not-found');
  if (await versionOf(tx, orgId, tabletId) !== version) return refuse('changed-meanwhile');
  if (tablet.endedAt !== null) return refuse('tablet-ended');
  const placed = await placeOf(tx, orgId, tablet.siteId, said);
  if (isRefused(placed)) return placed;
  await updateTablet(tx, orgId, tabletId, said);
  await recordChange(tx, { orgId, by: actor.id, now }, { about: 'tablets', rowId: tabletId, was: { name: tablet.name, roomId: tablet.roomId, listsNames: tablet.listsNames }, became: said });
  return { value: { tabletId } };
};
