/** A group ends after a last day, with its times and its sessions ahead, or goes on after all. Seats keep their own days: a group that does not meet has no roster. */
import type { OutputOf } from '../../platform/contract.ts';
import { recordChange } from '../../platform/changes.ts';
import type { Answer, Exchange } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import { endSeries, lockGroup, reopenSeries } from '../../modules/schedules/index.ts';
import type { GroupRow } from '../../modules/schedules/index.ts';
import type { endGroup as contract } from '../../modules/schedules/contract.ts';
import { planAhead } from '../../modules/sessions/index.ts';
import { dateIn } from '../../values/civil-date.ts';

async function reopen({ tx, actor }: Exchange, group: GroupRow): Promise<void> {
  if (group.endedAt === null) return;
  await reopenSeries(tx, actor.orgId, group.id, group.endedAt);
}

export const endGroup: Answer<typeof contract> = async (exchange, { params, body: { lastDay } }) => {
  const { tx, actor, now } = exchange;
  const group = await lockGroup(tx, actor.orgId, params.seriesId, actor.placeIds);
  if (group === null) return refuse('not-found');
  if (lastDay !== null && lastDay < dateIn(group.timeZone, now)) return refuse('day-passed');
  if (lastDay !== null && lastDay < group.startsOn) return refuse('group-ended');
  // An end that is moved is taken back first, so that everything it ended ends on the new day.
  await reopen(exchange, group);
  if (lastDay !== null) {
    const end = { lastDay, by: actor.id, at: now };
    await endSeries(tx, actor.orgId, group.id, end);
  }
  await recordChange(tx, { orgId: actor.orgId, by: actor.id, now }, { about: 'series', rowId: group.id, was: { lastDay: group.endedOn }, became: { lastDay } });
  const planned = await planAhead(exchange, { seriesIds: [group.id] });
  return { value: { seriesId: params.seriesId, ...planned } satisfies OutputOf<typeof contract> };
};
