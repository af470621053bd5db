/** The panel that enters somebody new, and asks again when the person looks known. */
import { useState } from 'react';
import { registerPerson } from '../../modules/people/participants.contract.ts';
import { ActForm, CheckField, useFields } from '../kit/fields.tsx';
import { SidePanel } from '../kit/SidePanel.tsx';
import { useAct } from '../kit/use-act.ts';
import { useWords } from '../kit/words.tsx';
import { NOTHING, PersonFields, asDetails } from './person-fields.tsx';

export function EnterPerson({ close, entered }: { close: () => void; entered: (participantId: string) => void }) {
  const { say } = useWords();
  const act = useAct(registerPerson, ['people.read-list']);
  const { values, set } = useFields(NOTHING);
  const [confirmed, setConfirmed] = useState(false);
  /* What was confirmed was this name: another one is asked about anew. */
  const [wasKnown, setWasKnown] = useState('');
  const name = `${values.legalGivenName}/${values.legalFamilyName}/${values.birthDate}`;
  const looksKnown = wasKnown === name;
  const submit = async (): Promise<void> => {
    const details = asDetails(values);
    if (details === null) return;
    const done = await act.carryOut({ body: { ...details, ...(looksKnown && confirmed ? { confirmed: true } : {}) } });
    if (done !== null) entered(done.participantId);
    else setWasKnown(name);
  };
  return (
    <SidePanel title={say('enter.title')} close={close}>
      <ActForm act={act} submit={() => { void submit(); }} label={say('enter.act')}>
        <PersonFields values={values} set={set} numberIsMade />
        {looksKnown && act.answer !== null && 'refused' in act.answer && act.answer.refused === 'looks-known' && <CheckField label={say('enter.confirmed')} value={confirmed} set={setConfirmed} />}
      </ActForm>
    </SidePanel>
  );
}
