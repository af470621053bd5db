/** The panel that says the last day of a seat, or that it goes on. */
import { useState } from 'react';
import { changeSeatEnd } from '../../modules/schedules/contract.ts';
import type { CivilDate } from '../../values/civil-date.ts';
import { ActForm, TextField } from '../kit/fields.tsx';
import { SidePanel } from '../kit/SidePanel.tsx';
import { useAct } from '../kit/use-act.ts';
import { useWords } from '../kit/words.tsx';
import type { SeatHeld } from './seat-rows.ts';
import { STALE } from './stale.ts';

type Props = { seat: SeatHeld; today: CivilDate; close: () => void; done: (seat: SeatHeld, lastDay: CivilDate | null) => void };

export function SeatEnd({ seat, today, close, done }: Props) {
  const { say } = useWords();
  const act = useAct(changeSeatEnd, STALE);
  const earliest = seat.startsOn > today ? seat.startsOn : today;
  const [typed, setTyped] = useState<string>(seat.endedOn ?? earliest);
  const isOpen = seat.endedOn === null;
  const submit = async (): Promise<void> => {
    const lastDay = typed === '' ? null : typed as CivilDate;
    const value = await act.carryOut({ params: { enrollmentId: seat.enrollmentId }, body: { lastDay } });
    if (value !== null) done(seat, lastDay);
  };
  return (
    <SidePanel title={say('seat-end.title', { name: seat.displayName })} close={close}>
      <ActForm act={act} submit={() => { void submit(); }} label={say('seat-end.act')}>
        <TextField label={say('seat-end.last')} type="date" required={isOpen} earliest={earliest} value={typed} set={setTyped} hint={say(isOpen ? 'seat-end.hint' : 'seat-end.hint.open')} />
      </ActForm>
    </SidePanel>
  );
}
