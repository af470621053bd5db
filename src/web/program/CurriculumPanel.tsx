/** A curriculum is written or changed, and saved whole. */
import { useState } from 'react';
import { addCurriculum, changeCurriculum } from '../../modules/program/curricula.contract.ts';
import { ActForm, TextField } from '../kit/fields.tsx';
import { SidePanel } from '../kit/SidePanel.tsx';
import { useWords } from '../kit/words.tsx';
import { bodyOf, draftOf } from './curriculum-draft.ts';
import type { CurriculumRow } from './curriculum-draft.ts';
import { ModulesEditor } from './ModulesEditor.tsx';
import { Stands } from './Stands.tsx';
import { useSettingAct } from './use-setting-act.ts';

export function CurriculumPanel({ curriculum, close }: { curriculum: CurriculumRow | null; close: () => void }) {
  const { say } = useWords();
  const [draft, setDraft] = useState(() => draftOf(curriculum));
  const [adding, changing] = [useSettingAct(addCurriculum), useSettingAct(changeCurriculum)];
  const act = curriculum === null ? adding : changing;
  const body = bodyOf(draft);
  const submit = async (): Promise<void> => {
    const got = curriculum === null ? await adding.carryOut({ body }) : await changing.carryOut({ params: { curriculumId: curriculum.id }, body: { ...body, version: curriculum.version } });
    if (got !== null) close();
  };
  return (
    <SidePanel title={curriculum === null ? say('curriculum.add') : say('curriculum.change', { name: curriculum.name })} close={close}>
      <ActForm act={act} label={say('curriculum.save', { modules: body.modules.length })} submit={() => { void submit(); }}>
        <TextField label={say('curriculum.name')} required value={draft.name} set={(name) => setDraft({ ...draft, name })} max={120} />
        <TextField label={say('curriculum.source')} hint={say('curriculum.source.hint')} lines={2} value={draft.source} set={(source) => setDraft({ ...draft, source })} max={500} />
        <ModulesEditor draft={draft} set={setDraft} />
        {curriculum !== null && <Stands answer={act.answer} take={() => { setDraft(draftOf(curriculum)); act.forget(); }} stands={`${curriculum.name}: ${curriculum.modules.map((one) => one.title).join(', ')}`} />}
      </ActForm>
    </SidePanel>
  );
}
