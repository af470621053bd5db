/** The panel that starts a group: what it is, when it meets and from which day; a refusal stays beside what was typed. */
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { startGroup } from '../../modules/schedules/contract.ts';
import { SESSION_TYPES } from '../../modules/schedules/words.ts';
import type { SessionType } from '../../modules/schedules/words.ts';
import type { CivilDate } from '../../values/civil-date.ts';
import { useMe } from '../app/me.ts';
import { ActForm, ChoiceField, TextField, useFields } from '../kit/fields.tsx';
import { Notice } from '../kit/Notice.tsx';
import { SidePanel } from '../kit/SidePanel.tsx';
import { UnreadNotice } from '../kit/UnreadNotice.tsx';
import { useAct } from '../kit/use-act.ts';
import { useWords } from '../kit/words.tsx';
import { GroupFields, NEW_GROUP, attributesOf } from './GroupFields.tsx';
import { FIRST_TIME, timeOf } from './time-form.ts';
import { TimesEditor } from './TimesEditor.tsx';
import { useChoices } from './use-choices.ts';
import type { Choices } from './use-choices.ts';
import type { GroupsBoard } from './week.ts';
import styles from './forms.module.css';

type Props = { board: GroupsBoard; close: () => void; /** For whoever may not open the page of a group. */ done: (name: string) => void };

function StartForm({ board, choices, close, done }: Props & { choices: Choices }) {
  const { say } = useWords();
  const { may } = useMe();
  const navigate = useNavigate();
  const act = useAct(startGroup, ['groups.read-list', 'today.read']);
  const { values, set } = useFields(NEW_GROUP);
  const [programId, setProgramId] = useState(choices.programs[0]?.id ?? '');
  const [sessionType, setSessionType] = useState<SessionType>('group');
  const [times, setTimes] = useState([FIRST_TIME]);
  const [startsOn, setStartsOn] = useState<string>(board.today);
  const submit = async (): Promise<void> => {
    const body = { ...attributesOf(values), siteId: board.site.id, programId, sessionType, startsOn: startsOn as CivilDate, endedOn: null, times: times.map(timeOf) };
    const value = await act.carryOut({ body });
    if (value === null) return;
    close();
    if (may('schedule.read')) await navigate({ to: '/groups/$seriesId', params: { seriesId: value.seriesId } });
    else done(body.name);
  };
  if (choices.programs.length === 0) return <Notice tone="amber" sentence={say('groups.start.no-program')} />;
  return (
    <ActForm act={act} submit={() => { void submit(); }} label={say('groups.start')}>
      <div className={styles.whole}>
        <h3>{say('groups.start.what')}</h3>
        <TextField label={say('groups.name')} required max={120} value={values.name} set={set('name')} />
        <ChoiceField label={say('groups.type')} value={sessionType} set={setSessionType} options={SESSION_TYPES.map((type) => ({ value: type, label: say(`groups.type.${type}`) }))} />
        {choices.programs.length > 1 && <ChoiceField label={say('groups.program')} value={programId} set={(id) => { setProgramId(id); set('trackId')(''); }} options={choices.programs.map(({ id, name }) => ({ value: id, label: name }))} />}
        <GroupFields values={values} set={set} choices={choices} programId={programId} />
        <h3 className={styles.part}>{say('groups.start.when')}</h3>
        <TextField label={say('groups.start.first')} type="date" required value={startsOn} set={setStartsOn} hint={say('groups.start.first.hint')} />
        <TimesEditor times={times} set={setTimes} choices={choices} credential={values.credentialRequired} />
      </div>
    </ActForm>
  );
}

/** Opens once it knows what may be chosen, so that the focus finds the first field. */
export function StartGroup({ board, close, done }: Props) {
  const { say } = useWords();
  const choices = useChoices(board.site.id);
  if (choices === null) return null;
  return (
    <SidePanel title={say('groups.start')} close={close}>
      {'error' in choices ? <UnreadNotice error={choices.error} again={choices.again} /> : <StartForm board={board} choices={choices} close={close} done={done} />}
    </SidePanel>
  );
}
