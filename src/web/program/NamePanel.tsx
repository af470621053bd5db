/** A panel with one name in it: a room or a track is renamed, a room is added. */
import type { Offline, Refused } from '../call.ts';
import { ActForm, TextField, useFields } from '../kit/fields.tsx';
import { SidePanel } from '../kit/SidePanel.tsx';
import { useWords } from '../kit/words.tsx';
import { Stands } from './Stands.tsx';

type Props = {
  title: string; label: string; hint: string; /** The name as it stands now; empty for one that is new. */ name: string;
  act: { busy: boolean; answer: Refused | Offline | null; forget: () => void }; save: (name: string) => void; close: () => void;
};

export function NamePanel({ title, label, hint, name, act, save, close }: Props) {
  const { say } = useWords();
  const { values, set } = useFields({ name });
  return (
    <SidePanel title={title} close={close}>
      <ActForm act={act} label={label} submit={() => save(values.name)}>
        <TextField label={say('ground.name')} hint={hint} required value={values.name} set={set('name')} max={80} />
        <Stands answer={act.answer} stands={name} take={() => { set('name')(name); act.forget(); }} />
      </ActForm>
    </SidePanel>
  );
}
