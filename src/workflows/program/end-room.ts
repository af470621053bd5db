/** A room ends when no group meets in it, or comes back. */
import { recordChange } from '../../platform/changes.ts';
import type { Answer } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import { lockRoom, setEnd } from '../../modules/program/index.ts';
import type { endRoom as contract } from '../../modules/program/ground.contract.ts';
import { listGroupsUsing } from '../../modules/schedules/index.ts';
import { dateIn } from '../../values/civil-date.ts';

export const endRoom: Answer<typeof contract> = async ({ tx, actor, now }, { params: { roomId }, body: { ends } }) => {
  const { orgId } = actor;
  const row = await lockRoom(tx, orgId, roomId);
  if (row === null) return refuse('not-found');
  if (row.isEnded === ends) return { value: { roomId } };
  const groups = ends ? await listGroupsUsing(tx, orgId, 'room', roomId, now) : [];
  if (groups.length > 0) return refuse('still-in-use', { groups });
  await setEnd(tx, orgId, 'rooms', roomId, ends ? { day: dateIn(row.timeZone, now), at: now, by: actor.id } : null);
  await recordChange(tx, { orgId, by: actor.id, now }, { about: 'rooms', rowId: roomId, was: { isEnded: row.isEnded }, became: { isEnded: ends } });
  return { value: { roomId } };
};
