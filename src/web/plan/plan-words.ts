/** What a plan says about itself: who signed it, what changed since, when a step is to be reached. */
import type { z } from 'zod';
import type { readPlan, shownGoal, shownIntervention, shownObjective, shownPlan, shownSigned } from '../../boards/people/plan.contract.ts';
import type { PlanChange } from '../../modules/plans/words.ts';
import type { Language } from '../kit/times.ts';
import type { Say } from '../kit/words.tsx';
import { dayText } from '../people/texts.ts';

export type PlansRead = z.output<(typeof readPlan)['output']>;
export type Shown = z.output<typeof shownPlan>;
export type Goal = z.output<typeof shownGoal>;
export type Objective = z.output<typeof shownObjective>;
export type Intervention = z.output<typeof shownIntervention>;
export type Signed = z.output<typeof shownSigned>;

export function signerText({ name, credential }: { name: string; credential: string }): string {
  return [name, credential].filter((part) => part !== '').join(', ');
}

/** 1.1 changed, goal 2 added. */
export function changesText(say: Say, changes: readonly PlanChange[]): string {
  return changes.map(({ part, number, how }) => say(`goals.how.${how}`, { number: part === 'goal' ? say('goals.part.goal', { number }) : number })).join(', ');
}

/** When a step is to be reached; a day that is over is said as one, without blame. */
export function targetText(say: Say, language: Language, targetOn: string | null, today: string): { text: string; isOver: boolean } | null {
  if (targetOn === null) return null;
  if (targetOn === today) return { text: say('goals.by.today'), isOver: false };
  const day = dayText(language, targetOn, today);
  return targetOn < today ? { text: say('goals.was-due', { day }), isOver: true } : { text: say('goals.by', { day }), isOver: false };
}

const open = <One extends { hasEnded: boolean }>(rows: readonly One[]): One[] => rows.filter((one) => !one.hasEnded);

/** What holds in a plan, counted, and the goals under which nothing says when they are reached. */
export function countsOf(plan: Shown): { goals: number; objectives: number; interventions: number; bare: string[] } {
  const goals = open(plan.goals);
  return {
    goals: goals.length, objectives: goals.flatMap((goal) => open(goal.objectives)).length, interventions: goals.flatMap((goal) => open(goal.interventions)).length,
    bare: goals.filter((goal) => open(goal.objectives).length === 0).map((goal) => goal.number),
  };
}

/** Whether there is something to sign that is not signed. */
export function isToSign(plan: Shown): boolean {
  const { goals, bare } = countsOf(plan);
  return goals > 0 && bare.length === 0 && (plan.signed.length === 0 || plan.changes.length > 0);
}
