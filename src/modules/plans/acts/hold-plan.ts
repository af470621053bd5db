/** The plan of an episode, held until the end of the transaction: numbers are given one after another, and a plan ends with its placement. */
import type { Exchange } from '../../../platform/http.ts';
import { refuse } from '../../../platform/outcome.ts';
import type { Outcome } from '../../../platform/outcome.ts';
import { dateIn } from '../../../values/civil-date.ts';
import type { CivilDate } from '../../../values/civil-date.ts';
import { lockEpisode } from '../../placements/index.ts';
import type { LockedEpisode } from '../../placements/index.ts';
import { findGoal } from '../store/goals.ts';
import type { GoalRow } from '../store/goals.ts';

export type HeldPlan = { episode: LockedEpisode; today: CivilDate };
type No = 'not-found' | 'placement-ended';

/** `episodeId` null where what was named is not there. */
export async function holdPlan({ tx, actor, now }: Exchange, episodeId: string | null): Promise<Outcome<HeldPlan, No>> {
  const episode = episodeId === null ? null : await lockEpisode(tx, actor.orgId, episodeId, actor.placeIds, now);
  if (episode === null) return refuse('not-found');
  const today = dateIn(episode.timeZone, now);
  return episode.endedOn !== null && episode.endedOn < today ? refuse('placement-ended') : { value: { episode, today } };
}

/** The plan in which a goal stands, with the goal as it stands once the plan is held; null where what was named is not there. */
export async function holdPlanOf(exchange: Exchange, goalId: string | null): Promise<Outcome<HeldPlan & { goal: GoalRow }, No>> {
  const { tx, actor } = exchange;
  const seen = goalId === null ? null : await findGoal(tx, actor.orgId, goalId);
  const held = await holdPlan(exchange, seen?.episodeId ?? null);
  if ('refused' in held) return held;
  const goal = goalId === null ? null : await findGoal(tx, actor.orgId, goalId);
  return goal === null ? refuse('not-found') : { value: { ...held.value, goal } };
}
