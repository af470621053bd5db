/** What the program answers about plans: goals, objectives, interventions, reviews, signatures. */
import * as plan from '../boards/people/plan.ts';
import { readPlan, readPlansToCoSign, readSignedPlan } from '../boards/people/plan.contract.ts';
import * as signed from '../boards/people/plan-signed.ts';
import {
  addGoal, addIntervention, addObjective, changeGoal, changeIntervention, changeObjective, coSignPlan, endGoal, endIntervention, endObjective, recordReview, signPlan,
} from '../modules/plans/contract.ts';
import * as plans from '../modules/plans/index.ts';
import { route } from '../platform/http.ts';
import type { Route } from '../platform/http.ts';
import * as cosigning from '../workflows/people/cosign-plan.ts';
import * as signing from '../workflows/people/sign-plan.ts';

export const PLANS_ROUTES: readonly Route[] = [
  route(readPlan, plan.readPlan),
  route(readSignedPlan, signed.readSignedPlan),
  route(readPlansToCoSign, signed.readPlansToCoSign),
  route(addGoal, plans.addGoal),
  route(changeGoal, plans.changeGoal),
  route(endGoal, plans.endGoal),
  route(addObjective, plans.addObjective),
  route(changeObjective, plans.changeObjective),
  route(endObjective, plans.endObjective),
  route(addIntervention, plans.addIntervention),
  route(changeIntervention, plans.changeIntervention),
  route(endIntervention, plans.endIntervention),
  route(recordReview, plans.recordReview),
  route(signPlan, signing.signPlan, { signed_plans_no_key: 'signed-already' }),
  route(coSignPlan, cosigning.coSignPlan, { plan_cosignatures_plan_key: 'plan-co-signed-before' }),
];
