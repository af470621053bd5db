/** The panels of an intervention: what is done, how often, and who answers for it. */
import { addIntervention, changeIntervention } from '../../modules/plans/contract.ts';
import type { StaffId } from '../../modules/people/words.ts';
import { ActForm, ChoiceField, TextField } from '../kit/fields.tsx';
import { SidePanel } from '../kit/SidePanel.tsx';
import { useAct } from '../kit/use-act.ts';
import { KeptNote, useKept } from '../kit/use-kept.tsx';
import { useWords } from '../kit/words.tsx';
import { PLAN_STALE } from './PlanForms.tsx';
import { signerText } from './plan-words.ts';
import type { Goal, Intervention, Shown } from './plan-words.ts';

type Values = { text: string; frequency: string; staffId: string };
type FieldsProps = { values: Values; set: <Key extends keyof Values>(key: Key) => (value: Values[Key]) => void; answerable: Shown['answerable']; /** Whoever answers already, also where that one has left. */ now: Intervention | null };
const toBody = ({ text, frequency, staffId }: Values) => ({ text, frequency, staffId: staffId === '' ? null : (staffId as StaffId) });

function Fields({ values, set, answerable, now }: FieldsProps) {
  const { say } = useWords();
  const left = now === null || now.staffId === null || answerable.some((one) => one.id === now.staffId) ? [] : [{ value: String(now.staffId), label: now.staffName ?? '' }];
  const options = [{ value: '', label: say('goals.team') }, ...left, ...answerable.map((one) => ({ value: String(one.id), label: signerText(one) }))];
  return (
    <>
      <TextField label={say('goals.intervention')} value={values.text} set={set('text')} lines={3} max={1000} required />
      <TextField label={say('goals.frequency')} hint={say('goals.frequency.hint')} value={values.frequency} set={set('frequency')} max={120} />
      <ChoiceField label={say('goals.answers')} value={values.staffId} set={set('staffId')} options={options} />
    </>
  );
}

export function AddIntervention({ goal, answerable, close }: { goal: Goal; answerable: Shown['answerable']; close: () => void }) {
  const { say } = useWords();
  const act = useAct(addIntervention, PLAN_STALE);
  const kept = useKept(`intervention.${goal.goalId}`, { text: '', frequency: '', staffId: '' });
  const { values, set } = kept;
  const submit = async (): Promise<void> => {
    if (await act.carryOut({ params: { goalId: goal.goalId }, body: toBody(values) }) === null) return;
    kept.forget();
    close();
  };
  return (
    <SidePanel title={say('goals.add-intervention.of', { number: goal.number })} close={close}>
      <ActForm act={act} submit={() => { void submit(); }} label={say('goals.add-intervention.act')}><KeptNote kept={kept} /><Fields values={values} set={set} answerable={answerable} now={null} /></ActForm>
    </SidePanel>
  );
}

export function ChangeIntervention({ intervention, answerable, close }: { intervention: Intervention; answerable: Shown['answerable']; close: () => void }) {
  const { say } = useWords();
  const act = useAct(changeIntervention, PLAN_STALE);
  const kept = useKept(`change-intervention.${intervention.interventionId}.${intervention.version}`, { text: intervention.text, frequency: intervention.frequency, staffId: String(intervention.staffId ?? '') });
  const { values, set } = kept;
  const submit = async (): Promise<void> => {
    if (await act.carryOut({ params: { interventionId: intervention.interventionId }, body: { version: intervention.version, ...toBody(values) } }) === null) return;
    kept.forget();
    close();
  };
  return (
    <SidePanel title={say('goals.change-intervention', { number: intervention.number })} close={close}>
      <ActForm act={act} submit={() => { void submit(); }} label={say('goals.change-intervention.act')}><KeptNote kept={kept} /><Fields values={values} set={set} answerable={answerable} now={intervention} /></ActForm>
    </SidePanel>
  );
}
