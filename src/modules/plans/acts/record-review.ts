/** The plan was looked at with the person: load, decide, save. */
import type { Answer } from '../../../platform/http.ts';
import { refuse } from '../../../platform/outcome.ts';
import type { recordReview as contract } from '../contract.ts';
import { decideReview } from '../rules/plan.ts';
import { insertReview } from '../store/reviews.ts';
import { holdPlan } from './hold-plan.ts';

export const recordReview: Answer<typeof contract> = async (exchange, { params, body }) => {
  const { tx, actor, now, newId } = exchange;
  const held = await holdPlan(exchange, params.episodeId);
  if ('refused' in held) return held;
  const { episode, today } = held.value;
  const no = decideReview({ ...body, admittedOn: episode.admittedOn, today });
  if (no !== null) return refuse(no);
  const reviewId = newId();
  await insertReview(tx, actor.orgId, { id: reviewId, episodeId: episode.id, ...body }, { at: now, by: actor.id });
  return { value: { participantId: episode.participantId, reviewId } };
};
