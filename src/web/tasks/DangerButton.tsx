/** The danger button: opens a task for the counselor and whoever is on call, at once (W18). */
import { useState } from 'react';
import { useMe } from '../app/me.ts';
import { useWords } from '../kit/words.tsx';
import { DangerLine } from './DangerStanding.tsx';
import { DangerPanel } from './DangerPanel.tsx';
import { Shield } from './Shield.tsx';
import styles from './tasks.module.css';

export type DangerAbout = { participantId: string; displayName: string; sessionId: string | null; /** Called as soon as the mark was made; the panel stays open until it is closed. */ done: () => void };

export function DangerButton({ participantId, displayName, sessionId, done }: DangerAbout) {
  const { say } = useWords();
  const { may } = useMe();
  const [isOpen, setOpen] = useState(false);
  if (!may('danger.mark')) return null;
  return (
    <>
      <button type="button" className={`btn small ${styles.outline}`} aria-label={say('danger.button.of', { name: displayName })} onClick={() => setOpen(true)}><Shield />{say('danger.button')}</button>
      {sessionId === null && !may('task.read') && <DangerLine participantId={participantId} sessionId={sessionId} />}
      {isOpen && <DangerPanel participantId={participantId} displayName={displayName} sessionId={sessionId} close={() => setOpen(false)} done={done} />}
    </>
  );
}
