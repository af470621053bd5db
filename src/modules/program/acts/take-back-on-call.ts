/** A change of who is on call is taken back: its days are as they were before. */
import type { Answer } from '../../../platform/http.ts';
import { isRefused, refuse } from '../../../platform/outcome.ts';
import type { takeBackOnCall as contract } from '../on-call.contract.ts';
import { decideTakeBack } from '../rules/on-call.ts';
import { findSite } from '../store/ground.ts';
import { endOnCall, lockOnCallRows, reopenOnCall } from '../store/on-call.ts';

export const takeBackOnCall: Answer<typeof contract> = async ({ tx, actor, now }, { params: { siteId }, body }) => {
  if (await findSite(tx, actor.orgId, siteId, actor.placeIds) === null) return refuse('not-found');
  const [written, ended] = [new Set(body.written), new Set(body.ended)];
  const rows = await lockOnCallRows(tx, actor.orgId, siteId, [...written, ...ended]);
  if (rows.length < new Set([...written, ...ended]).size) return refuse('not-found');
  const decided = decideTakeBack({ written: rows.filter((row) => written.has(row.id)), ended: rows.filter((row) => ended.has(row.id)) }, actor.id, now);
  if (isRefused(decided)) return decided;
  await endOnCall(tx, actor.orgId, [...written], now, actor.id);
  await reopenOnCall(tx, actor.orgId, [...ended]);
  return { value: { siteId, written: [...ended], ended: [...written] } };
};
