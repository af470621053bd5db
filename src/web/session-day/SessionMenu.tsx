/** What may be done to a session on its day: hand it over, move its end, split it, book a seat, print its papers. */
import { Link } from '@tanstack/react-router';
import type { SessionId } from '../../modules/sessions/words.ts';
import { useMe } from '../app/me.ts';
import { useFold } from '../kit/use-fold.ts';
import { useWords } from '../kit/words.tsx';
import { openPanel, PANELS, useDesk } from './panel-desk.ts';
import type { MenuAbout, Panel } from './panel-desk.ts';
import { SessionPanels } from './SessionPanels.tsx';
import styles from './session-day.module.css';

export type { MenuAbout } from './panel-desk.ts';

/** Wider than the list of what may be done, with room to breathe. */
const LIST_WIDTH = 250;

export function SessionMenu(about: MenuAbout) {
  const { say } = useWords();
  const { may } = useMe();
  const box = useFold();
  const desk = useDesk();
  const open = (panel: Panel) => (): void => {
    if (box.current !== null) box.current.open = false;
    // The panel gives the focus back to what had it, and what folds away cannot have it.
    box.current?.querySelector('summary')?.focus();
    openPanel(panel, about);
  };
  return (
    <>
      <details ref={box} className={styles.menu} onToggle={(event) => { event.currentTarget.dataset['side'] = event.currentTarget.getBoundingClientRect().right < LIST_WIDTH ? 'left' : 'right'; }}>
        <summary className="btn">{say('session-day.more')}<span className="vh"> {about.name}</span></summary>
        <div className={styles.items}>
          {PANELS.filter((panel) => panel !== 'split' || about.capacity > 1).map((panel) => <button key={panel} type="button" onClick={open(panel)}>{say(`session-day.${panel}`)}</button>)}
          {may('attendance.stamp') && <Link to="/sessions/$sessionId/slips" params={{ sessionId: about.sessionId as SessionId }} preload={false}>{say('papers.slips')}</Link>}
          {may('today.read') && <Link to="/sessions/$sessionId/roster" params={{ sessionId: about.sessionId as SessionId }} preload={false}>{say('papers.roster')}</Link>}
          <Link to="/sessions/$sessionId/plan" params={{ sessionId: about.sessionId as SessionId }} preload={false}>{say('session-day.plan')}</Link>
        </div>
      </details>
      {desk.hosts === 0 && <SessionPanels />}
    </>
  );
}
