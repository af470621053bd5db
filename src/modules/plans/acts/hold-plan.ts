/** The plan of an episode, held until the end of the transaction: numbers are given one after another, and a plan ends with its placement. */
import type { Exchange } from '../../../platform/http.ts';
import { refuse } from '../../../platform/outcome.ts';
import type { Outcome } from '../../../platform/outcome.ts';
import { dateIn } from '../../../values/civil-date.ts';
import type { CivilDate } from '../../../values/civil-date.ts';
import { lockEpisode } from '../../placements/index.ts';
import type { LockedEpisode } from '../../placements/index.ts';
import { findEpisodeOfGoal } from '../store.ts';

export type HeldPlan = { episode: LockedEpisode; today: CivilDate };

/** `episodeId` null where what was named is not there. */
export async function holdPlan({ tx, actor, now }: Exchange, episodeId: string | null): Promise<Outcome<HeldPlan, 'not-found' | 'placement-ended'>> {
  const episode = episodeId === null ? null : await lockEpisode(tx, actor.orgId, episodeId, actor.placeIds, now);
  if (episode === null) return refuse('not-found');
  const today = dateIn(episode.timeZone, now);
  return episode.endedOn !== null && episode.endedOn < today ? refuse('placement-ended') : { value: { episode, today } };
}

/** The plan in which a goal stands. */
export async function holdPlanOf(exchange: Exchange, goal: string | null): ReturnType<typeof holdPlan> {
  return await holdPlan(exchange, goal === null ? null : await findEpisodeOfGoal(exchange.tx, exchange.actor.orgId, goal));
}
