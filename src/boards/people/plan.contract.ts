/** The plan of one person. */
import { z } from 'zod';
import { read } from '../../platform/contract.ts';
import type { Permission } from '../../permissions.ts';
import { civilDate } from '../../values/civil-date.ts';
import { uuid } from '../../values/wire.ts';
import { participantId } from '../../modules/people/words.ts';
import { goalId, objectiveId } from '../../modules/plans/words.ts';

export const shownObjective = z.object({
  objectiveId, number: z.string(), text: z.string(), hasEnded: z.boolean(),
  /** Local day of the newest signed note that speaks to it; null while none does. */
  lastSpokenOn: civilDate.nullable(),
});

export const shownGoal = z.object({ goalId, number: z.string(), problem: z.string(), ownWords: z.string(), hasEnded: z.boolean(), objectives: z.array(shownObjective) });

export const shownPlan = z.object({
  episodeId: uuid, programName: z.string(), siteName: z.string(), today: civilDate,
  /** A plan is written in as long as its placement goes on. */
  isOpen: z.boolean(),
  goals: z.array(shownGoal),
  reviewedOn: civilDate.nullable(),
  /** By which day the plan is looked at next; null once the placement has ended. */
  dueOn: civilDate.nullable(),
  /** The next day that the figures of the site suggest for a review today. */
  suggestedOn: civilDate,
});

export const readPlan = read({
  name: 'plan.read',
  path: '/people/:participantId/plan',
  summary: 'What a person works on in each placement: goals in own words, objectives, when notes last spoke to them, and when the plan is looked at next.',
  may: 'plan.read' satisfies Permission,
  params: z.object({ participantId }),
  output: z.object({ participantId, plans: z.array(shownPlan) }),
  discloses: (plan) => [plan.participantId],
});
