/** Why somebody did not come, and whether that is excused. */
import { ABSENCE_REASONS } from '../../modules/attendance/words.ts';
import { CheckField, TextField } from '../kit/fields.tsx';
import { useWords } from '../kit/words.tsx';
import { Choice } from './Choice.tsx';
import type { Absence } from './times.ts';

export function AbsenceFields({ value, set }: { value: Absence; set: (value: Absence) => void }) {
  const { say } = useWords();
  return (
    <>
      <Choice label={say('absence.why')} value={value.reason} set={(reason) => set({ ...value, reason })} options={ABSENCE_REASONS.map((reason) => ({ value: reason, label: say(`absence.${reason}`) }))} />
      <div>
        <CheckField label={say('absence.excused')} value={value.excused} set={(excused) => set({ ...value, excused })} />
        <p className="sm dim">{say(value.excused ? 'absence.excused.hint' : 'absence.unexcused.hint')}</p>
      </div>
      <TextField label={say('absence.detail')} hint={say('absence.detail.hint')} value={value.detail} set={(detail) => set({ ...value, detail })} max={500} lines={2} />
    </>
  );
}
