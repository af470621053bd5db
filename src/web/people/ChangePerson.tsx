/** The panel that changes what is written about a person. */
import { changePerson } from '../../modules/people/participants.contract.ts';
import { ActForm, useFields } from '../kit/fields.tsx';
import { SidePanel } from '../kit/SidePanel.tsx';
import { useAct } from '../kit/use-act.ts';
import { useWords } from '../kit/words.tsx';
import { PersonFields, asDetails } from './person-fields.tsx';
import type { DetailFields } from './person-fields.tsx';
import type { Person } from './PersonHead.tsx';

export function ChangePerson({ person, close }: { person: Person; close: () => void }) {
  const { say } = useWords();
  const act = useAct(changePerson, ['people.read-person', 'people.read-list']);
  const { values, set } = useFields<DetailFields>({
    legalGivenName: person.legalGivenName, legalFamilyName: person.legalFamilyName, chosenName: person.chosenName ?? '', pronouns: person.pronouns ?? '',
    participantNumber: person.participantNumber, birthDate: String(person.birthDate ?? ''), language: person.language, telephone: person.telephone, email: person.email,
    contactBy: person.contactBy, mayLeaveMessage: person.mayLeaveMessage, contactNote: person.contactNote,
  });
  const submit = async (): Promise<void> => {
    const details = asDetails(values);
    if (details === null) return;
    const done = await act.carryOut({ params: { participantId: person.participantId }, body: { ...details, version: person.version } });
    if (done !== null) close();
  };
  return (
    <SidePanel title={say('details.title')} close={close}>
      <ActForm act={act} submit={() => { void submit(); }} label={say('details.act')}><PersonFields values={values} set={set} numberIsMade={false} /></ActForm>
    </SidePanel>
  );
}
