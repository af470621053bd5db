/** A session that no weekly time gives: a one-off group, an individual session, a family session. */
import { useEffect, useState } from 'react';
import { withdrawSession } from '../../modules/sessions/day.contract.ts';
import { useChoices } from '../groups/use-choices.ts';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { SidePanel } from '../kit/SidePanel.tsx';
import { UnreadNotice } from '../kit/UnreadNotice.tsx';
import { useAct } from '../kit/use-act.ts';
import { useWords } from '../kit/words.tsx';
import { AddedLink } from './AddedLink.tsx';
import { AddForm } from './AddForm.tsx';
import type { Added, AddProps } from './AddForm.tsx';
import { hostPanels, tellDone } from './panel-desk.ts';
import { SessionPanels } from './SessionPanels.tsx';
import { STALE_DAY } from './use-session-day.ts';

type Props = { siteId: string; timeZone: string; date: string; done: () => void };

function AddPanel({ siteId, timeZone, date, close, added }: Omit<Props, 'done'> & Pick<AddProps, 'added'> & { close: () => void }) {
  const { say } = useWords();
  const choices = useChoices(siteId);
  if (choices === null) return null;
  return (
    <SidePanel title={say('session-day.add')} close={close}>
      {'error' in choices ? <UnreadNotice error={choices.error} again={choices.again} /> : <AddForm siteId={siteId} timeZone={timeZone} date={date} choices={choices} added={added} />}
    </SidePanel>
  );
}

export function AddSession({ siteId, timeZone, date, done }: Props) {
  const { say } = useWords();
  const [open, setOpen] = useState(false);
  const back = useAct(withdrawSession, STALE_DAY);
  // It stands on the page as long as the day does, so it holds the panels of all its sessions.
  useEffect(hostPanels, []);
  const added = ({ sessionId, date: on, text }: Added): void => {
    setOpen(false);
    done();
    tellDone(text, () => { void back.carryOut({ params: { sessionId } }).then(done); }, <AddedLink sessionId={sessionId} siteId={siteId} date={on} />);
  };
  return (
    <>
      <button type="button" className="btn" onClick={() => { back.forget(); setOpen(true); }}>{say('session-day.add')}</button>
      {open && <AddPanel siteId={siteId} timeZone={timeZone} date={date} close={() => setOpen(false)} added={added} />}
      {back.answer !== null && <RefusalNotice answer={back.answer}><button type="button" className="btn small" onClick={back.forget}>{say('close')}</button></RefusalNotice>}
      <SessionPanels />
    </>
  );
}
