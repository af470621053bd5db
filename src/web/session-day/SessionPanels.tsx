/** The panel that is open for a session, the toast of what was done in it, and its undo. */
import { useEffect, useState } from 'react';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { SidePanel } from '../kit/SidePanel.tsx';
import { UnreadNotice } from '../kit/UnreadNotice.tsx';
import { useUndo } from '../kit/use-undo.tsx';
import { useWords } from '../kit/words.tsx';
import { Book } from './Book.tsx';
import { HandOver } from './HandOver.tsx';
import { Held } from './Held.tsx';
import { closePanel, tellDone, useDesk } from './panel-desk.ts';
import { Split } from './Split.tsx';
import { useDayActs } from './use-day-acts.ts';
import type { PanelProps } from './use-day-acts.ts';
import { useSessionDay } from './use-session-day.ts';

const FORMS = { 'hand-over': HandOver, held: Held, split: Split, book: Book };

export function SessionPanels() {
  const { say } = useWords();
  const { shown, said } = useDesk();
  const { toast, done: tell } = useUndo();
  const acts = useDayActs();
  const [undone, setUndone] = useState(false);
  const day = useSessionDay(shown?.about.sessionId ?? '', shown !== null);
  useEffect(() => { if (said !== null) tell(said.text, said.undo, said.more); }, [said, tell]);
  const close = (): void => {
    for (const act of [acts.handOver, acts.hold, acts.split, acts.book]) act.forget();
    closePanel();
  };
  const done: PanelProps['done'] = (text, undo) => {
    const again = shown?.about.done;
    close();
    again?.();
    setUndone(false);
    for (const act of Object.values(acts.back)) act.forget();
    tellDone(text, () => { setUndone(true); void undo().then(again); });
  };
  const gone = (): void => {
    const again = shown?.about.done;
    close();
    again?.();
  };
  const refused = undone ? Object.values(acts.back).map((act) => act.answer).find((answer) => answer !== null) : undefined;
  const Form = shown === null ? null : FORMS[shown.panel];
  return (
    <>
      {shown !== null && Form !== null && (day.data !== undefined || day.error !== null) && (
        <SidePanel key={`${shown.panel} ${shown.about.sessionId}`} title={say(`session-day.${shown.panel}.title`, { name: shown.about.name })} close={close}>
          {day.data === undefined ? <UnreadNotice error={day.error ?? new Error('unread')} again={() => { void day.refetch(); }} /> : <Form day={day.data} acts={acts} gone={gone} done={done} />}
        </SidePanel>
      )}
      {refused !== undefined && <RefusalNotice answer={refused}><button type="button" className="btn small" onClick={() => setUndone(false)}>{say('close')}</button></RefusalNotice>}
      {toast}
    </>
  );
}
