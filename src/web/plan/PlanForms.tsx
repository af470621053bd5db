/** The panels that write into a plan: a goal, an objective under one, a review. */
import { addGoal, addObjective, changeGoal, changeObjective, recordReview } from '../../modules/plans/contract.ts';
import type { CivilDate } from '../../values/civil-date.ts';
import { ActForm, TextField, useFields } from '../kit/fields.tsx';
import { SidePanel } from '../kit/SidePanel.tsx';
import { useAct } from '../kit/use-act.ts';
import { KeptNote, useKept } from '../kit/use-kept.tsx';
import { useWords } from '../kit/words.tsx';
import type { Goal, Objective, Shown } from './plan-words.ts';

/** The group room offers objectives for its notes; what is signed waits on the list of signatures. */
export const PLAN_STALE = ['plan.read', 'plan.read-signed', 'plan.read-to-cosign', 'group-room.read'];

type GoalValues = { ownWords: string; problem: string };

function GoalFields({ values, set }: { values: GoalValues; set: <Key extends keyof GoalValues>(key: Key) => (value: GoalValues[Key]) => void }) {
  const { say } = useWords();
  return (
    <>
      <TextField label={say('goals.own-words')} hint={say('goals.own-words.hint')} value={values.ownWords} set={set('ownWords')} lines={3} max={1000} required />
      <TextField label={say('goals.problem')} value={values.problem} set={set('problem')} lines={3} max={1000} required />
    </>
  );
}

export function AddGoal({ episodeId, close }: { episodeId: string; close: () => void }) {
  const { say } = useWords();
  const act = useAct(addGoal, PLAN_STALE);
  const kept = useKept(`goal.${episodeId}`, { ownWords: '', problem: '' });
  const { values, set } = kept;
  const submit = async (): Promise<void> => {
    if (await act.carryOut({ params: { episodeId }, body: values }) === null) return;
    kept.forget();
    close();
  };
  return <SidePanel title={say('goals.add-goal')} close={close}><ActForm act={act} submit={() => { void submit(); }} label={say('goals.add-goal.act')}><KeptNote kept={kept} /><GoalFields values={values} set={set} /></ActForm></SidePanel>;
}

/** `goal` is the one that stands now: where somebody was faster, the next attempt names the newest version, and what was typed stays. */
export function ChangeGoal({ goal, close }: { goal: Goal; close: () => void }) {
  const { say } = useWords();
  const act = useAct(changeGoal, PLAN_STALE);
  const kept = useKept(`change-goal.${goal.goalId}.${goal.version}`, { ownWords: goal.ownWords, problem: goal.problem });
  const { values, set } = kept;
  const submit = async (): Promise<void> => {
    if (await act.carryOut({ params: { goalId: goal.goalId }, body: { version: goal.version, ...values } }) === null) return;
    kept.forget();
    close();
  };
  return (
    <SidePanel title={say('goals.change-goal', { number: goal.number })} close={close}>
      <ActForm act={act} submit={() => { void submit(); }} label={say('goals.change-goal.act')}><KeptNote kept={kept} /><GoalFields values={values} set={set} /></ActForm>
    </SidePanel>
  );
}

type ObjectiveValues = { text: string; targetOn: string };
const toObjective = ({ text, targetOn }: ObjectiveValues) => ({ text, targetOn: targetOn === '' ? null : (targetOn as CivilDate) });

function ObjectiveFields({ values, set, earliest }: { values: ObjectiveValues; set: <Key extends keyof ObjectiveValues>(key: Key) => (value: ObjectiveValues[Key]) => void; earliest: string }) {
  const { say } = useWords();
  return (
    <>
      <TextField label={say('goals.objective')} value={values.text} set={set('text')} lines={3} max={1000} required />
      <TextField label={say('goals.target')} hint={say('goals.target.hint')} type="date" value={values.targetOn} set={set('targetOn')} earliest={earliest} />
    </>
  );
}

export function AddObjective({ goal, today, close }: { goal: Goal; today: string; close: () => void }) {
  const { say } = useWords();
  const act = useAct(addObjective, PLAN_STALE);
  const kept = useKept(`objective.${goal.goalId}`, { text: '', targetOn: '' });
  const { values, set } = kept;
  const submit = async (): Promise<void> => {
    if (await act.carryOut({ params: { goalId: goal.goalId }, body: toObjective(values) }) === null) return;
    kept.forget();
    close();
  };
  return (
    <SidePanel title={say('goals.add-objective.of', { number: goal.number })} close={close}>
      <ActForm act={act} submit={() => { void submit(); }} label={say('goals.add-objective.act')}><KeptNote kept={kept} /><ObjectiveFields values={values} set={set} earliest={today} /></ActForm>
    </SidePanel>
  );
}

export function ChangeObjective({ objective, today, close }: { objective: Objective; today: string; close: () => void }) {
  const { say } = useWords();
  const act = useAct(changeObjective, PLAN_STALE);
  const kept = useKept(`change-objective.${objective.objectiveId}.${objective.version}`, { text: objective.text, targetOn: String(objective.targetOn ?? '') });
  const { values, set } = kept;
  const submit = async (): Promise<void> => {
    if (await act.carryOut({ params: { objectiveId: objective.objectiveId }, body: { version: objective.version, ...toObjective(values) } }) === null) return;
    kept.forget();
    close();
  };
  // A day that has passed may stay as it was said.
  const earliest = objective.targetOn !== null && objective.targetOn < today ? objective.targetOn : today;
  return (
    <SidePanel title={say('goals.change-objective', { number: objective.number })} close={close}>
      <ActForm act={act} submit={() => { void submit(); }} label={say('goals.change-objective.act')}><KeptNote kept={kept} /><ObjectiveFields values={values} set={set} earliest={earliest} /></ActForm>
    </SidePanel>
  );
}

export function RecordReview({ plan, close }: { plan: Shown; close: () => void }) {
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
