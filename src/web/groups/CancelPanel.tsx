/** The panel that cancels a session: why, and how many people are to be told. */
import { useState } from 'react';
import { cancelSession } from '../../modules/sessions/contract.ts';
import { ActForm, TextField } from '../kit/fields.tsx';
import { SidePanel } from '../kit/SidePanel.tsx';
import { useAct } from '../kit/use-act.ts';
import { useWords } from '../kit/words.tsx';
import type { SessionPlan } from './plan-said.ts';
import { STALE } from './stale.ts';
import styles from './forms.module.css';

export function CancelPanel({ plan, close, done }: { plan: SessionPlan; close: () => void; done: () => void }) {
  const { say } = useWords();
  const act = useAct(cancelSession, STALE);
  const [reason, setReason] = useState('');
  const submit = async (): Promise<void> => {
    const value = await act.carryOut({ params: { sessionId: plan.session.id }, body: { reason: reason.trim() } });
    if (value !== null) done();
  };
  return (
    <SidePanel title={say('plan.cancel')} close={close}>
      <ActForm act={act} submit={() => { void submit(); }} label={say('plan.cancel')}>
        <TextField label={say('plan.reason')} required lines={3} max={500} value={reason} set={setReason} hint={say('plan.reason.hint')} />
        <p className={styles.say}>{say('plan.cancel.say', { people: plan.people.length })}</p>
      </ActForm>
    </SidePanel>
  );
}
