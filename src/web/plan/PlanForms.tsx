/** The panels that write into a plan: a goal, an objective under one, a review. */
import type { z } from 'zod';
import type { shownPlan } from '../../boards/people/plan.contract.ts';
import { addGoal, addObjective, recordReview } from '../../modules/plans/contract.ts';
import type { GoalId } from '../../modules/plans/words.ts';
import type { CivilDate } from '../../values/civil-date.ts';
import { ActForm, TextField, useFields } from '../kit/fields.tsx';
import { SidePanel } from '../kit/SidePanel.tsx';
import { useAct } from '../kit/use-act.ts';
import { useWords } from '../kit/words.tsx';

/** The group room offers objectives for its notes. */
export const PLAN_STALE = ['plan.read', 'group-room.read'];

export function AddGoal({ episodeId, close }: { episodeId: string; close: () => void }) {
  const { say } = useWords();
  const act = useAct(addGoal, PLAN_STALE);
  const { values, set } = useFields({ ownWords: '', problem: '' });
  const submit = async (): Promise<void> => {
    if (await act.carryOut({ params: { episodeId }, body: values }) !== null) close();
  };
  return (
    <SidePanel title={say('goals.add-goal')} close={close}>
      <ActForm act={act} submit={() => { void submit(); }} label={say('goals.add-goal.act')}>
        <TextField label={say('goals.own-words')} hint={say('goals.own-words.hint')} value={values.ownWords} set={set('ownWords')} lines={3} max={1000} required />
        <TextField label={say('goals.problem')} value={values.problem} set={set('problem')} lines={3} max={1000} required />
      </ActForm>
    </SidePanel>
  );
}

export function AddObjective({ goalId, number, close }: { goalId: GoalId; number: string; close: () => void }) {
  const { say } = useWords();
  const act = useAct(addObjective, PLAN_STALE);
  const { values, set } = useFields({ text: '' });
  const submit = async (): Promise<void> => {
    if (await act.carryOut({ params: { goalId }, body: values }) !== null) close();
  };
  return (
    <SidePanel title={say('goals.add-objective.of', { number })} close={close}>
      <ActForm act={act} submit={() => { void submit(); }} label={say('goals.add-objective.act')}>
        <TextField label={say('goals.objective')} value={values.text} set={set('text')} lines={3} max={1000} required />
      </ActForm>
    </SidePanel>
  );
}

export function RecordReview({ plan, close }: { plan: z.output<typeof shownPlan>; close: () => void }) {
  const { say } = useWords();
  const act = useAct(recordReview, PLAN_STALE);
  const { values, set } = useFields({ reviewedOn: String(plan.today), nextOn: String(plan.suggestedOn) });
  const submit = async (): Promise<void> => {
    const body = { reviewedOn: values.reviewedOn as CivilDate, nextOn: values.nextOn as CivilDate };
    if (await act.carryOut({ params: { episodeId: plan.episodeId }, body }) !== null) close();
  };
  return (
    <SidePanel title={say('goals.review')} close={close}>
      <ActForm act={act} submit={() => { void submit(); }} label={say('goals.review.act')}>
        <TextField label={say('goals.reviewed-on')} type="date" value={values.reviewedOn} set={set('reviewedOn')} latest={plan.today} required />
        <TextField label={say('goals.next-on')} type="date" value={values.nextOn} set={set('nextOn')} earliest={plan.today} required />
      </ActForm>
    </SidePanel>
  );
}
