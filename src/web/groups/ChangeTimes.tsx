/** The panel that changes the weekly times from a day on; everybody keeps their seat, and it says how many sessions follow. */
import { useState } from 'react';
import { changeWeeklyTimes } from '../../modules/schedules/contract.ts';
import { addDays, weekdayOf } from '../../values/civil-date.ts';
import type { CivilDate } from '../../values/civil-date.ts';
import { ActForm, TextField } from '../kit/fields.tsx';
import { SidePanel } from '../kit/SidePanel.tsx';
import { UnreadNotice } from '../kit/UnreadNotice.tsx';
import { useAct } from '../kit/use-act.ts';
import { useWords } from '../kit/words.tsx';
import { followingOf } from './ahead.ts';
import type { GroupBoard } from './seat-rows.ts';
import { STALE } from './stale.ts';
import { FIRST_TIME, formsOn, timeOf } from './time-form.ts';
import { TimesEditor } from './TimesEditor.tsx';
import { useChoices } from './use-choices.ts';
import type { Choices } from './use-choices.ts';
import styles from './forms.module.css';

type Props = { board: GroupBoard; close: () => void; done: (said: string) => void };

/** A change most often begins with a week; a group that has not begun changes from its first day. */
function firstChange({ today, group: { startsOn } }: GroupBoard): CivilDate {
  return startsOn > today ? startsOn : addDays(today, 8 - weekdayOf(today));
}

function TimesForm({ board, choices, done }: Omit<Props, 'close'> & { choices: Choices }) {
  const { say } = useWords();
  const act = useAct(changeWeeklyTimes, STALE);
  const [from, setFrom] = useState<string>(firstChange(board));
  const [times, setTimes] = useState(() => { const forms = formsOn(board.group.times, firstChange(board)); return forms.length === 0 ? [FIRST_TIME] : forms; });
  const follow = followingOf(board.sessions, from);
  const submit = async (): Promise<void> => {
    const value = await act.carryOut({ params: { seriesId: board.group.id }, body: { from: from as CivilDate, times: times.map(timeOf) } });
    if (value !== null) done(value.added + value.changed + value.withdrawn === 0 ? say('groups.planned.nothing') : say('groups.planned.done', value));
  };
  return (
    <ActForm act={act} submit={() => { void submit(); }} label={say('group.change-times.act')}>
      <div className={styles.whole}>
        <TextField label={say('group.change-times.from')} type="date" required earliest={addDays(board.today, 1)} value={from} set={setFrom} hint={say('group.change-times.from.hint')} />
        <p className={styles.say}>{follow === null ? say('group.change-times.say.many') : say('group.change-times.say', { sessions: follow })}</p>
        <TimesEditor times={times} set={setTimes} choices={choices} credential={board.group.credentialRequired} />
      </div>
    </ActForm>
  );
}

export function ChangeTimes({ board, close, done }: Props) {
  const { say } = useWords();
  const choices = useChoices(board.site.id);
  if (choices === null) return null;
  return (
    <SidePanel title={say('group.change-times')} close={close}>
      {'error' in choices ? <UnreadNotice error={choices.error} again={choices.again} /> : <TimesForm board={board} choices={choices} done={done} />}
    </SidePanel>
  );
}
