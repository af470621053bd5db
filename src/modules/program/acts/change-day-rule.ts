/** A figure of the day is written from a day on; the rows before it stay. */
import type { Answer } from '../../../platform/http.ts';
import { refuse } from '../../../platform/outcome.ts';
import { dateIn } from '../../../values/civil-date.ts';
import type { changeDayRule as contract } from '../day-rules.contract.ts';
import { wrongDayRule } from '../rules/day-rules.ts';
import { insertDayRules } from '../store/day-rules.ts';
import { listSites } from '../store/ground.ts';

export const changeDayRule: Answer<typeof contract> = async ({ tx, actor, now, newId }, { body }) => {
  // A setting belongs to the organization: whoever may change settings may change those of every site.
  const sites = await listSites(tx, actor.orgId);
  const concerned = body.siteId === null ? sites : sites.filter((site) => site.id === body.siteId);
  // West of all sites a day may still be yesterday: the earliest of their todays is the first that has not passed everywhere.
  const [today] = concerned.map((site) => dateIn(site.timeZone, now)).sort();
  if (today === undefined) return refuse('not-found');
  const wrong = wrongDayRule(body, today);
  if (wrong !== null) return wrong;
  const id = newId();
  await insertDayRules(tx, actor.orgId, [{ ...body, id }], now, actor.id);
  return { value: { dayRuleId: id } };
};
