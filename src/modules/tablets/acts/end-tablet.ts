/** A tablet gets its code, is taken out of use at once, or comes back: at once as it was, later only with a new code. */
import type { Answer } from '../../../platform/http.ts';
import { isRefused, refuse } from '../../../platform/outcome.ts';
import { handOutCode, withdrawCodes } from '../../../platform/sign-in/index.ts';
import type { endTablet as ending, issueTabletCode as issuing } from '../contract.ts';
import { decidePlace, staysSetUp } from '../rules/tablet.ts';
import { findRoomOf, lockTablet, setTabletEnd, setToken } from '../store.ts';

export const issueTabletCode: Answer<typeof issuing> = async ({ tx, actor, now }, { params: { tabletId } }) => {
  const tablet = await lockTablet(tx, actor.orgId, tabletId, actor.placeIds);
  if (tablet === null) return refuse('not-found');
  if (tablet.endedAt !== null) return refuse('tablet-ended');
  const { code, expiresAt } = await handOutCode(tx, { kind: 'tablet', orgId: actor.orgId, actorId: tabletId }, actor.id, now);
  return { value: { tabletId, code, expiresAt: expiresAt.toISOString() } };
};

export const endTablet: Answer<typeof ending> = async ({ tx, actor, now }, { params: { tabletId }, body: { ends } }) => {
  const { orgId } = actor;
  const tablet = await lockTablet(tx, orgId, tabletId, actor.placeIds);
  if (tablet === null) return refuse('not-found');
  if (ends === (tablet.endedAt !== null)) return { value: { tabletId } };
  if (ends) {
    await withdrawCodes(tx, { kind: 'tablet', orgId, actorId: tabletId }, now);
    await setTabletEnd(tx, orgId, tabletId, { at: now, by: actor.id });
    return { value: { tabletId } };
  }
  const placed = decidePlace({ roomId: tablet.roomId, listsNames: false }, tablet.siteId, tablet.roomId === null ? null : await findRoomOf(tx, orgId, tablet.roomId));
  if (isRefused(placed)) return refuse('room-gone');
  if (tablet.endedAt !== null && !staysSetUp(tablet.endedAt, now)) await setToken(tx, orgId, tabletId, '');
  await setTabletEnd(tx, orgId, tabletId, null);
  return { value: { tabletId } };
};
