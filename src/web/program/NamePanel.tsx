/** One name is given or changed: a room, a track. */
import type { ReactNode } from 'react';
import type { Offline, Refused } from '../call.ts';
import { ActForm, TextField, useFields } from '../kit/fields.tsx';
import { SidePanel } from '../kit/SidePanel.tsx';

type Props = {
  title: string; label: string; save: string; start: string; act: { busy: boolean; answer: Refused | Offline | null }; close: () => void; children?: ReactNode;
  /** Answers whether it was done. */
  submit: (name: string) => Promise<boolean>;
};

export function NamePanel({ title, label, save, start, act, close, submit, children }: Props) {
  const { values, set } = useFields({ name: start });
  return (
    <SidePanel title={title} close={close}>
      <ActForm act={act} submit={() => { void submit(values.name).then((isDone) => { if (isDone) close(); }); }} label={save}>
        {children}
        <TextField label={label} value={values.name} set={set('name')} required max={80} />
      </ActForm>
    </SidePanel>
  );
}
