/** The panel that changes what a group is; who saw an older version is told. */
import { changeGroup } from '../../modules/schedules/contract.ts';
import { ActForm, TextField, useFields } from '../kit/fields.tsx';
import { SidePanel } from '../kit/SidePanel.tsx';
import { UnreadNotice } from '../kit/UnreadNotice.tsx';
import { useAct } from '../kit/use-act.ts';
import { useWords } from '../kit/words.tsx';
import { GroupFields, attributesOf, groupFormOf } from './GroupFields.tsx';
import type { GroupBoard } from './seat-rows.ts';
import { STALE } from './stale.ts';
import { useChoices } from './use-choices.ts';
import type { Choices } from './use-choices.ts';
import styles from './forms.module.css';

type Props = { board: GroupBoard; close: () => void };

function ChangeForm({ board: { group }, choices, close }: Props & { choices: Choices }) {
  const { say } = useWords();
  const act = useAct(changeGroup, STALE);
  const { values, set } = useFields(groupFormOf(group));
  const submit = async (): Promise<void> => {
    const value = await act.carryOut({ params: { seriesId: group.id }, body: { version: group.version, ...attributesOf(values) } });
    if (value !== null) close();
  };
  return (
    <ActForm act={act} submit={() => { void submit(); }} label={say('group.change.act')}>
      <div className={styles.whole}>
        <TextField label={say('groups.name')} required max={120} value={values.name} set={set('name')} />
        <GroupFields values={values} set={set} choices={choices} programId={group.program.id} />
      </div>
    </ActForm>
  );
}

export function ChangeGroup({ board, close }: Props) {
  const { say } = useWords();
  const choices = useChoices(board.site.id);
  if (choices === null) return null;
  return (
    <SidePanel title={say('group.change')} close={close}>
      {'error' in choices ? <UnreadNotice error={choices.error} again={choices.again} /> : <ChangeForm board={board} choices={choices} close={close} />}
    </SidePanel>
  );
}
