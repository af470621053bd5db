/** The timeline of one person: two statements beside who may look, whatever happened. */
import type { Answer } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import { isVisible } from '../../modules/placements/index.ts';
import { listSites } from '../../modules/program/index.ts';
import { dateIn } from '../../values/civil-date.ts';
import { listOtherEntries } from './timeline-arms.ts';
import { TIMELINE_PAGE } from './timeline.contract.ts';
import type { readTimeline as contract } from './timeline.contract.ts';
import { mergePage, placeFrom, startingAt } from './timeline-merge.ts';
import { listSessionEntries } from './timeline-sessions.ts';

export const readTimeline: Answer<typeof contract> = async ({ tx, actor, now }, { params: { participantId }, query: { before, kind } }) => {
  if (!await isVisible(tx, actor.orgId, participantId, actor, now)) return refuse('not-found');
  const asked = {
    orgId: actor.orgId, participantId, siteIds: actor.placeIds, now, most: TIMELINE_PAGE + 1,
    place: before === undefined ? startingAt(now) : placeFrom(before),
  };
  const [sites, sessions, others] = await Promise.all([
    listSites(tx, actor.orgId),
    kind === 'everything' || kind === 'sessions' ? listSessionEntries(tx, asked) : [],
    listOtherEntries(tx, asked, kind, actor.permissions),
  ]);
  const zone = sites.find((site) => actor.placeIds.includes(site.id))?.timeZone ?? 'UTC';
  return { value: { participantId, asOf: now.toISOString(), today: dateIn(zone, now), ...mergePage([sessions, others], TIMELINE_PAGE) } };
};
