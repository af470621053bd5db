/** The organization's name, and how many weeks ahead its sessions are planned. */
import { changeOrganization } from '../../modules/program/ground.contract.ts';
import { ActForm, NumberField, TextField, useFields } from '../kit/fields.tsx';
import { SidePanel } from '../kit/SidePanel.tsx';
import { useWords } from '../kit/words.tsx';
import type { Settings } from './ground.ts';
import { Stands } from './Stands.tsx';
import { useSettingAct } from './use-setting-act.ts';

type Props = { organization: Settings['organization']; /** What became of the sessions ahead. */ kept: (planned: { added: number; withdrawn: number }) => void; close: () => void };

export function OrganizationPanel({ organization, kept, close }: Props) {
  const { say } = useWords();
  const { values, set, setValues } = useFields<{ name: string; planWeeks: number | null }>({ name: organization.name, planWeeks: organization.planWeeks });
  const act = useSettingAct(changeOrganization);
  const submit = async (): Promise<void> => {
    const planned = await act.carryOut({ body: { version: organization.version, name: values.name, planWeeks: values.planWeeks ?? organization.planWeeks } });
    if (planned === null) return;
    kept(planned);
    close();
  };
  return (
    <SidePanel title={say('ground.organization')} close={close}>
      <ActForm act={act} label={say('ground.organization.keep')} submit={() => { void submit(); }}>
        <TextField label={say('ground.organization.name')} required value={values.name} set={set('name')} max={200} autoComplete="organization" />
        <NumberField label={say('ground.weeks')} hint={say('ground.weeks.hint')} required value={values.planWeeks} set={set('planWeeks')} least={1} most={52} />
        <Stands answer={act.answer} stands={`${organization.name}, ${organization.planWeeks}`} take={() => { setValues({ name: organization.name, planWeeks: organization.planWeeks }); act.forget(); }} />
      </ActForm>
    </SidePanel>
  );
}
