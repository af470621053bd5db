/** A day becomes one without sessions, or ceases to be; sessions that nobody touched follow (W5). */
import type { Answer, Exchange } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import { insertHoliday, listSites, lockHoliday, setHolidayEnd } from '../../modules/program/index.ts';
import type { addHoliday as adding, endHoliday as ending } from '../../modules/program/ground.contract.ts';
import { planAhead } from '../../modules/sessions/index.ts';
import type { Planned } from '../../modules/sessions/index.ts';

async function planSites(exchange: Exchange, siteId: string | null): Promise<Planned> {
  const siteIds = siteId === null ? (await listSites(exchange.tx, exchange.actor.orgId)).map((site) => site.id) : [siteId];
  return await planAhead(exchange, { siteIds });
}

export const addHoliday: Answer<typeof adding> = async (exchange, { body }) => {
  const { tx, actor, now, newId } = exchange;
  if (body.siteId !== null && !(await listSites(tx, actor.orgId)).some((site) => site.id === body.siteId)) return refuse('not-found');
  const holidayId = newId();
  await insertHoliday(tx, actor.orgId, { ...body, id: holidayId }, now, actor.id);
  return { value: { holidayId, ...await planSites(exchange, body.siteId) } };
};

export const endHoliday: Answer<typeof ending> = async (exchange, { params: { holidayId }, body: { ends } }) => {
  const { tx, actor, now } = exchange;
  const holiday = await lockHoliday(tx, actor.orgId, holidayId);
  if (holiday === null) return refuse('not-found');
  await setHolidayEnd(tx, actor.orgId, holidayId, ends ? { at: now, by: actor.id } : null);
  return { value: { holidayId, ...await planSites(exchange, holiday.siteId) } };
};
