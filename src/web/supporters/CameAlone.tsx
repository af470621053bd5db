/** A family came and the person did not: what that means, and the contact note in which it is written, begun with whom it was. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { readContactNotes } from '../../boards/notes/contacts.contract.ts';
import type { ParticipantId } from '../../modules/people/words.ts';
import { useMe } from '../app/me.ts';
import { ContactPanel } from '../contacts/ContactPanel.tsx';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { useWords } from '../kit/words.tsx';
import { reading } from '../queries.ts';
import { allWithRelation } from './said.ts';
import styles from './supporters.module.css';

type Props = { participantId: ParticipantId; displayName: string; timeZone: string; startsAt: string; visitors: readonly { name: string; relation: string }[]; /** False where the visitors stand above already. */ isNamed?: boolean };

/** As much of the names as the line of a contact note takes. */
const WITH_WHOM_MOST = 120;

export function CameAlone({ participantId, displayName, timeZone, startsAt, visitors, isNamed = true }: Props) {
  const { say } = useWords();
  const { may } = useMe();
  const [isWriting, setWriting] = useState(false);
  const writes = may('contact.write') && may('contact.read');
  const read = useQuery({ ...reading(readContactNotes, { params: { participantId }, query: {} }), enabled: isWriting && writes });
  const names = allWithRelation(visitors);
  const close = (): void => setWriting(false);
  return (
    <div className={styles.alone}>
      <p className="sm">{isNamed && <>{say('visit.without.of', { name: displayName, names })} </>}{say('visit.alone', { name: displayName })}</p>
      {writes && <button type="button" className="btn small" onClick={() => setWriting(true)}>{say('visit.alone.way')}<span className="vh"> {displayName}</span></button>}
      {isWriting && read.data === undefined && read.error !== null && <RefusalNotice answer={read.error.refusal ?? { offline: true }} />}
      {isWriting && read.data !== undefined && (
        <ContactPanel participantId={participantId} displayName={displayName} timeZone={timeZone} asOf={read.data.asOf} tasks={read.data.openTasks} close={close} done={close}
          begun={{ kind: 'collateral', withWhom: names.slice(0, WITH_WHOM_MOST), happenedAt: startsAt }} />
      )}
    </div>
  );
}
