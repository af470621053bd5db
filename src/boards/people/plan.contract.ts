/** The plan of one person as it stands, and as it was signed. */
import { z } from 'zod';
import { read } from '../../platform/contract.ts';
import type { Permission } from '../../permissions.ts';
import { civilDate } from '../../values/civil-date.ts';
import { instant, uuid } from '../../values/wire.ts';
import { participantId, staffId } from '../../modules/people/words.ts';
import { goalId, interventionId, objectiveId, planAgreement, planChange, planContent, signedPlanId, signedState } from '../../modules/plans/words.ts';

/** Which edit a change must name. */
const version = z.number().int().nonnegative();
const colleague = z.object({ id: staffId, name: z.string(), credential: z.string() });

export const shownObjective = z.object({
  objectiveId, number: z.string(), text: z.string(), hasEnded: z.boolean(), version,
  /** By which local day it is to be reached; null where none is said. */
  targetOn: civilDate.nullable(),
  /** Local day of the newest signed note that speaks to it; null while none does. */
  lastSpokenOn: civilDate.nullable(),
});

/** `staffName` with the credential; null where the whole team answers. */
export const shownIntervention = z.object({ interventionId, number: z.string(), text: z.string(), frequency: z.string(), staffId: staffId.nullable(), staffName: z.string().nullable(), hasEnded: z.boolean(), version });

export const shownGoal = z.object({
  goalId, number: z.string(), problem: z.string(), ownWords: z.string(), hasEnded: z.boolean(), version, objectives: z.array(shownObjective), interventions: z.array(shownIntervention),
});

export const shownSigned = z.object({
  signedPlanId, no: z.number().int().positive(), signedOn: civilDate, signedAt: instant, author: colleague, agreement: planAgreement, agreementWords: z.string(), nextReviewOn: civilDate,
  state: signedState,
  /** Whose co-signature it wanted; `can` false when that one no longer can, and whoever may co-sign there does. */
  coSigner: z.object({ id: staffId, name: z.string(), can: z.boolean() }).nullable(),
  coSigned: z.object({ name: z.string(), credential: z.string(), on: civilDate }).nullable(),
  /** It waits for whoever reads this. */
  isMine: z.boolean(),
});

export const shownPlan = z.object({
  episodeId: uuid, programName: z.string(), siteName: z.string(), timeZone: z.string(), today: civilDate,
  /** A plan is written in as long as its placement goes on. */
  isOpen: z.boolean(),
  /** What the plan says, in short: a signature names it. */
  version: z.string(),
  goals: z.array(shownGoal),
  /** What was signed in this placement, the newest first. */
  signed: z.array(shownSigned),
  /** What changed since the newest signature; empty where nothing is signed. */
  changes: z.array(planChange),
  reviewedOn: civilDate.nullable(),
  /** By which day the plan is looked at next; null once the placement has ended. */
  dueOn: civilDate.nullable(),
  /** The next day that the figures of the site suggest for a review today. */
  suggestedOn: civilDate,
  /** Who can answer for an intervention; only for those who may change the plan. */
  answerable: z.array(colleague),
  /** Whose co-signature the plan would wait for if the reader signed it today; null when nobody’s. */
  wouldCoSign: z.string().nullable(),
});

export const readPlan = read({
  name: 'plan.read',
  path: '/people/:participantId/plan',
  summary: 'What a person works on in each placement: goals in own words, objectives, interventions, when notes last spoke to them, what is signed, and when the plan is looked at next.',
  may: 'plan.read' satisfies Permission,
  params: z.object({ participantId }),
  output: z.object({ asOf: instant, participantId, plans: z.array(shownPlan) }),
  discloses: (plan) => [plan.participantId],
});

export const readSignedPlan = read({
  name: 'plan.read-signed',
  path: '/signed-plans/:signedPlanId',
  summary: 'One plan whole, as it stood when it was signed.',
  may: 'plan.read' satisfies Permission,
  params: z.object({ signedPlanId }),
  output: z.object({
    asOf: instant, participantId, episodeId: uuid, programName: z.string(), siteName: z.string(), timeZone: z.string(), today: civilDate,
    /** What stands at the head of a record: legal name, number, birth date. */
    person: z.object({ name: z.string(), participantNumber: z.string(), birthDate: civilDate.nullable() }),
    signed: shownSigned, content: planContent,
  }),
  discloses: (plan) => [plan.participantId],
});

/** No text of the plan: what there is to read opens from the list. */
export const readPlansToCoSign = read({
  name: 'plan.read-to-cosign',
  path: '/boards/cosign-plans',
  summary: 'The signed plans of one site that wait for the asker’s co-signature, the oldest first.',
  may: 'note.cosign' satisfies Permission,
  query: z.object({ siteId: uuid }),
  output: z.object({ asOf: instant, timeZone: z.string(), plans: z.array(z.object({ signedPlanId, participantId, displayName: z.string(), no: z.number().int().positive(), author: colleague, signedAt: instant })) }),
  discloses: (board) => board.plans.map((plan) => plan.participantId),
});
