/** Brings the sessions of a site up to what its weekly times say, when somebody asks for it. */
import type { Answer } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import { planAhead } from '../../modules/sessions/index.ts';
import type { planAheadAct as contract } from '../../modules/sessions/contract.ts';

export const planSiteAhead: Answer<typeof contract> = async (exchange, { params: { siteId } }) => {
  if (!exchange.actor.placeIds.includes(siteId)) return refuse('not-found');
  return { value: await planAhead(exchange, { siteIds: [siteId] }) };
};
