/** The panel that ends a group after a last day, or lets one that would end go on. */
import { useState } from 'react';
import { endGroup } from '../../modules/schedules/contract.ts';
import type { CivilDate } from '../../values/civil-date.ts';
import { ActForm, TextField } from '../kit/fields.tsx';
import { SidePanel } from '../kit/SidePanel.tsx';
import { useAct } from '../kit/use-act.ts';
import { useWords } from '../kit/words.tsx';
import type { GroupBoard } from './seat-rows.ts';
import { STALE } from './stale.ts';
import styles from './forms.module.css';

type Props = { board: GroupBoard; close: () => void; /** What it ends on now, and what it ended on before. */ done: (lastDay: CivilDate | null, before: CivilDate | null) => void };

export function EndGroup({ board: { group, seats, today, showsPeople }, close, done }: Props) {
  const { say } = useWords();
  const act = useAct(endGroup, STALE);
  const earliest = group.startsOn > today ? group.startsOn : today;
  const [lastDay, setLastDay] = useState<string>(group.endedOn ?? earliest);
  const people = !showsPeople ? group.seatsTaken : seats.filter((seat) => lastDay !== '' && (seat.endedOn === null || seat.endedOn > lastDay)).length;
  const end = async (day: CivilDate | null): Promise<void> => {
    const value = await act.carryOut({ params: { seriesId: group.id }, body: { lastDay: day } });
    if (value !== null) done(day, group.endedOn);
  };
  return (
    <SidePanel title={say('group.end')} close={close}>
      <ActForm act={act} submit={() => { void end(lastDay as CivilDate); }} label={say('group.end')}
        more={group.endedOn !== null && <button type="button" className="btn" onClick={() => { if (!act.busy) void end(null); }}>{say('group.reopen')}</button>}>
        <TextField label={say('group.end.last')} type="date" required earliest={earliest} value={lastDay} set={setLastDay} />
        <p className={styles.say}>{say('group.end.say', { people })}</p>
      </ActForm>
    </SidePanel>
  );
}
