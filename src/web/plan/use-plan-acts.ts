/** Ending parts of a plan and bringing them back, each with its undo. */
import { endGoal, endIntervention, endObjective } from '../../modules/plans/contract.ts';
import type { Offline, Refused } from '../call.ts';
import { useAct } from '../kit/use-act.ts';
import { useWords } from '../kit/words.tsx';
import { PLAN_STALE } from './PlanForms.tsx';
import type { Acts } from './GoalBlock.tsx';

type Ends = Pick<Acts, 'endGoal' | 'endObjective' | 'endIntervention'>;

/** `landed` is called once an act is done, since the button that was pressed may be gone. */
export function usePlanEnds(done: (text: string, undo: () => void) => void, landed: () => void): { ends: Ends; refused: Refused | Offline | null } {
  const { say } = useWords();
  const goal = useAct(endGoal, PLAN_STALE);
  const objective = useAct(endObjective, PLAN_STALE);
  const intervention = useAct(endIntervention, PLAN_STALE);
  const carry = async (act: (ends: boolean) => Promise<unknown>, ends: boolean, text: string): Promise<void> => {
    landed();
    if (await act(ends) !== null && ends) done(text, () => { void act(false); });
  };
  return {
    refused: goal.answer ?? objective.answer ?? intervention.answer,
    ends: {
      endGoal: ({ goalId, number }, on) => { void carry((ends) => goal.carryOut({ params: { goalId }, body: { ends } }), on, say('goals.goal-ended', { number })); },
      endObjective: ({ objectiveId, number }, on) => { void carry((ends) => objective.carryOut({ params: { objectiveId }, body: { ends } }), on, say('goals.objective-ended', { number })); },
      endIntervention: ({ interventionId, number }, on) => { void carry((ends) => intervention.carryOut({ params: { interventionId }, body: { ends } }), on, say('goals.intervention-ended', { number })); },
    },
  };
}
