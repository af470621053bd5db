/** A session planned for one person: the form of an added session with the person, the program and the counselor chosen, and who may come along. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { readSupporters } from '../../boards/people/supporters.contract.ts';
import { withdrawSession } from '../../modules/sessions/day.contract.ts';
import type { ParticipantId } from '../../modules/people/words.ts';
import type { SessionType } from '../../modules/sessions/words.ts';
import { useChoices } from '../groups/use-choices.ts';
import { SidePanel } from '../kit/SidePanel.tsx';
import { UnreadNotice } from '../kit/UnreadNotice.tsx';
import { useAct } from '../kit/use-act.ts';
import { useWords } from '../kit/words.tsx';
import { reading } from '../queries.ts';
import { withRelation } from '../supporters/said.ts';
import { AddedLink } from './AddedLink.tsx';
import { AddForm } from './AddForm.tsx';
import type { Added } from './AddForm.tsx';
import styles from './session-day.module.css';
import { STALE_DAY } from './use-session-day.ts';

type Props = {
  participantId: ParticipantId; siteId: string; timeZone: string; /** The day on which the form starts. */ today: string; programId: string; counselorId: string | null;
  close: () => void; done: (text: string, undo: () => void, more?: ReactNode) => void;
};

/** Whom the person allows to sit in at such a session; said before it is planned, not at the door. */
function MayCome({ participantId, type }: { participantId: ParticipantId; type: SessionType }) {
  const { say } = useWords();
  const read = useQuery(reading(readSupporters, { params: { participantId } }));
  if (read.data === undefined || (type !== 'individual' && type !== 'family' && type !== 'couple')) return null;
  const names = read.data.contacts.filter(({ permission }) => permission !== null && !permission.hasRunOut && permission.sessionTypes.includes(type)).map(withRelation);
  if (names.length > 0) return <p className={styles.say}>{say('plan-session.may-come', { names: names.join('; ') })}</p>;
  return type === 'individual' ? null : <p className={styles.say}>{say('plan-session.nobody')}</p>;
}

export function PlanSession({ participantId, siteId, timeZone, today, programId, counselorId, close, done }: Props) {
  const { say } = useWords();
  const choices = useChoices(siteId);
  const back = useAct(withdrawSession, STALE_DAY);
  if (choices === null) return null;
  const added = ({ sessionId, date, text }: Added): void => {
    close();
    done(text, () => { void back.carryOut({ params: { sessionId } }); }, <AddedLink sessionId={sessionId} siteId={siteId} date={date} />);
  };
  return (
    <SidePanel title={say('plan-session.title')} close={close}>
      {'error' in choices
        ? <UnreadNotice error={choices.error} again={choices.again} />
        : (
          <AddForm siteId={siteId} timeZone={timeZone} date={today} choices={choices} added={added} start={{ participantId, programId, counselorId }}
            beside={(type) => <MayCome participantId={participantId} type={type} />} />
        )}
    </SidePanel>
  );
}
