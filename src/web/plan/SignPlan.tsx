/** The panel that signs a plan: it says exactly what signing writes, and asks what the person says to it. */
import { signPlan } from '../../modules/plans/contract.ts';
import { PLAN_AGREEMENTS } from '../../modules/plans/words.ts';
import type { PlanAgreement } from '../../modules/plans/words.ts';
import type { CivilDate } from '../../values/civil-date.ts';
import { useMe } from '../app/me.ts';
import { ActForm, ChoiceField, TextField, useFields } from '../kit/fields.tsx';
import { SidePanel } from '../kit/SidePanel.tsx';
import { useAct } from '../kit/use-act.ts';
import { useWords } from '../kit/words.tsx';
import { dayText } from '../people/texts.ts';
import { PLAN_STALE } from './PlanForms.tsx';
import { countsOf, signerText } from './plan-words.ts';
import type { Shown } from './plan-words.ts';
import styles from './plan.module.css';

function Writes({ plan }: { plan: Shown }) {
  const { say, language } = useWords();
  const me = useMe();
  const { goals, objectives, interventions } = countsOf(plan);
  return (
    <div className={styles.writes}>
      <h3>{say('goals.sign.writes')}</h3>
      <ul>
        <li>{say('goals.sign.content', { goals, objectives, interventions })}</li>
        <li>{say('goals.sign.under', { name: signerText({ name: me.displayName, credential: me.credential }) })}</li>
        <li>{say('goals.sign.review', { day: dayText(language, plan.today, plan.today) })}</li>
        {plan.wouldCoSign !== null && <li>{say('goals.sign.cosign', { name: plan.wouldCoSign })}</li>}
      </ul>
      <p className="sm dim">{say('goals.sign.for-good')}</p>
    </div>
  );
}

/** Nothing is chosen beforehand: what somebody says is asked, not assumed. */
export function SignPlan({ plan, close }: { plan: Shown; close: () => void }) {
  const { say } = useWords();
  const act = useAct(signPlan, [...PLAN_STALE, 'needs.read', 'today.read']);
  const { values, set } = useFields({ nextReviewOn: String(plan.suggestedOn), agreement: '' as PlanAgreement | '', agreementWords: '' });
  const submit = async (): Promise<void> => {
    if (values.agreement === '') return;
    const body = {
      version: plan.version, nextReviewOn: values.nextReviewOn as CivilDate, agreement: values.agreement, agreementWords: values.agreement === 'not-asked' ? '' : values.agreementWords,
    };
    if (await act.carryOut({ params: { episodeId: plan.episodeId }, body }) !== null) close();
  };
  return (
    <SidePanel title={say('goals.sign')} close={close}>
      <Writes plan={plan} />
      <ActForm act={act} submit={() => { void submit(); }} label={say('goals.sign')}>
        <ChoiceField<PlanAgreement | ''> label={say('goals.sign.agreement')} value={values.agreement} set={set('agreement')} required
          options={[{ value: '', label: say('goals.sign.choose') }, ...PLAN_AGREEMENTS.map((one) => ({ value: one, label: say(`goals.says.${one}`) }))]} />
        {values.agreement !== 'not-asked' && <TextField label={say('goals.sign.words')} hint={say('goals.sign.words.hint')} value={values.agreementWords} set={set('agreementWords')} lines={2} max={500} />}
        <TextField label={say('goals.next-on')} type="date" value={values.nextReviewOn} set={set('nextReviewOn')} earliest={plan.today} required />
      </ActForm>
    </SidePanel>
  );
}
