/** On the board of the day: who sits in with whom, and for a session of one, two or a family the list on which it is marked. */
import { useState } from 'react';
import { useMe } from '../app/me.ts';
import { Icon } from '../kit/Icon.tsx';
import { useWords } from '../kit/words.tsx';
import type { TodaySession } from '../today/opening.ts';
import { CameAlone } from './CameAlone.tsx';
import { allWithRelation, didNotCome } from './said.ts';
import styles from './supporters.module.css';
import { Visitors } from './Visitors.tsx';

const AT_THE_DOOR: readonly TodaySession['type'][] = ['individual', 'family', 'couple'];

export function ComingAlong({ session, timeZone }: { session: TodaySession; timeZone: string }) {
  const { say } = useWords();
  const { may } = useMe();
  const [open, setOpen] = useState(false);
  const isOver = session.state === 'ended' || session.state === 'signed';
  const brought = session.people.filter(({ visitors }) => visitors.length > 0);
  const marks = may('attendance.stamp') && AT_THE_DOOR.includes(session.type) && session.state !== 'canceled' && session.people.some(({ noteSigned }) => !noteSigned);
  if (brought.length === 0 && !marks) return null;
  return (
    <div className={styles.along}>
      {brought.map(({ participantId, displayName, visitors, standing }) => didNotCome(standing, isOver)
        ? <CameAlone key={participantId} participantId={participantId} displayName={displayName} timeZone={timeZone} startsAt={session.startsAt} visitors={visitors} />
        : <p key={participantId} className="sm">{session.people.length === 1 ? say('visit.with', { names: allWithRelation(visitors) }) : say('visit.with.of', { name: displayName, names: allWithRelation(visitors) })}</p>)}
      {marks && (
        <details onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>{say('visit.title')}<span className="vh"> {session.name}</span><Icon name="down" /></summary>
          {open && session.people.map(({ participantId, displayName, noteSigned }) => (
            <div key={participantId}>
              {session.people.length > 1 && <p className="sm"><b>{displayName}</b></p>}
              <Visitors sessionId={session.id} participantId={participantId} displayName={displayName} isSigned={noteSigned} isTitled={false} isAlone={false} />
            </div>
          ))}
        </details>
      )}
    </div>
  );
}
