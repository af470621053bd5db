/** The panel in which days are chosen whose notes are to be printed. */
import type { CivilDate } from '../../values/civil-date.ts';
import { addDays } from '../../values/civil-date.ts';
import { ActForm } from '../kit/fields.tsx';
import { SidePanel } from '../kit/SidePanel.tsx';
import { useWords } from '../kit/words.tsx';
import { useRange } from './range-form.tsx';

/** A month up to today is what is asked for most. */
const DAYS_BEFORE = 30;

export function PrintRange({ participantId, today, close }: { participantId: string; today: string; close: () => void }) {
  const { say } = useWords();
  const { pair, contacts, go } = useRange(participantId, { from: addDays(today as CivilDate, -DAYS_BEFORE), to: today, contacts: false });
  return (
    <SidePanel title={say('person-notes.range.title')} close={close}>
      <ActForm act={{ busy: false, answer: null }} label={say('person-notes.range.act')} submit={go}>
        {pair}
        <p className="sm dim">{say('person-notes.range.hint')}</p>
        {contacts}
      </ActForm>
    </SidePanel>
  );
}
