/** A seat in this session only: who gets it, and the seats booked so far, each of which can be taken back. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { readSeatCandidates } from '../../boards/day/session-day.contract.ts';
import type { ParticipantId } from '../../modules/people/words.ts';
import { ActForm, CheckField } from '../kit/fields.tsx';
import { Notice } from '../kit/Notice.tsx';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { Row, Rows } from '../kit/Rows.tsx';
import { UnreadNotice } from '../kit/UnreadNotice.tsx';
import { Rich, useWords } from '../kit/words.tsx';
import { reading } from '../queries.ts';
import { PeopleField } from './people-field.tsx';
import type { PanelProps } from './use-day-acts.ts';
import styles from './session-day.module.css';

/** Seats booked in this session only; one with an arrival or an absence stays. */
function Booked({ day, acts, done }: PanelProps) {
  const { say } = useWords();
  const booked = day.people.filter((one) => one.bookingId !== null);
  const back = acts.back.seat;
  if (booked.length === 0) return null;
  const takeBack = async (bookingId: string, name: string): Promise<void> => {
    const settle = (ends: boolean) => back.carryOut({ params: { bookingId }, body: { ends } });
    if (await settle(true) !== null) done(say('session-day.book.taken-back', { name }), () => settle(false));
  };
  return (
    <section className={styles.booked}>
      <h3>{say('session-day.booked')}</h3>
      {back.answer !== null && <RefusalNotice answer={back.answer} />}
      <Rows label={say('session-day.booked')}>
        {booked.map(({ participantId, displayName, bookingId, isMakeUp, isMoved, recorded }) => (
          <Row key={participantId} title={displayName} detail={isMakeUp ? say('session-day.book.make-up.is') : isMoved ? say('session-day.moved') : undefined}
            acts={recorded === null && bookingId !== null && <button type="button" className="btn small" onClick={() => { if (!back.busy) void takeBack(bookingId, displayName); }}>{say('session-day.book.back')}<span className="vh"> {displayName}</span></button>} />
        ))}
      </Rows>
    </section>
  );
}

export function Book(props: PanelProps) {
  const { day, acts, done } = props;
  const { say } = useWords();
  const { session, people } = day;
  const [chosen, setChosen] = useState<string[]>([]);
  const [isMakeUp, setMakeUp] = useState(false);
  const candidates = useQuery(reading(readSeatCandidates, { params: { sessionId: session.id } }));
  const free = Math.max(0, session.capacity - people.filter((one) => one.recorded !== 'absent').length);
  if (candidates.data === undefined) return candidates.error === null ? null : <UnreadNotice error={candidates.error} again={() => { void candidates.refetch(); }} />;
  const found = candidates.data.people;
  const submit = async (): Promise<void> => {
    const person = found.find((one) => one.participantId === chosen[0]);
    if (person === undefined) return;
    const value = await acts.book.carryOut({ params: { sessionId: session.id }, body: { participantId: person.participantId as ParticipantId, isMakeUp } });
    if (value !== null) done(say('session-day.book.done', { name: person.displayName, number: value.seatNo }), () => acts.back.seat.carryOut({ params: { bookingId: value.bookingId }, body: { ends: true } }));
  };
  return (
    <div className={styles.stack}>
      {free === 0
        ? <Notice tone="amber" sentence={say('refusal.seats-taken.sentence')} way={say('refusal.seats-taken.way')} />
        : (
          <ActForm act={acts.book} submit={() => { void submit(); }} label={say('session-day.book.act')}>
            <p className={styles.say}><Rich text={say('session-day.book.say', { free, seats: session.capacity })} /></p>
            <PeopleField people={found} chosen={chosen} set={setChosen} most={1} legend={say('give.people')} />
            <CheckField label={say('session-day.book.make-up')} value={isMakeUp} set={setMakeUp} />
          </ActForm>
        )}
      <Booked {...props} />
    </div>
  );
}
