/** Who stays and who goes to the second room: boxes to tick, seats drawn for both, counts in words. */
import { useState } from 'react';
import { ActForm, TextField } from '../kit/fields.tsx';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { Seats } from '../kit/Seats.tsx';
import { Rich, useWords } from '../kit/words.tsx';
import { NO_PLACE, PlaceFields, placeOf } from './place-fields.tsx';
import type { PanelProps } from './use-day-acts.ts';
import type { SessionDay } from './use-session-day.ts';
import { InTheWay } from './InTheWay.tsx';
import styles from './session-day.module.css';

type Person = SessionDay['people'][number];
const standingOf = ({ recorded }: Person) => (recorded === 'here' ? 'here' as const : recorded === 'absent' ? 'excused' as const : 'expected' as const);

function Room({ title, people, capacity }: { title: string; people: readonly Person[]; capacity: number }) {
  return <div className={styles.room}><b>{title}</b><Seats standings={people.map(standingOf)} capacity={capacity} over={false} /></div>;
}

function People({ people, chosen, set }: { people: readonly Person[]; chosen: readonly string[]; set: (ids: string[]) => void }) {
  const { say } = useWords();
  return (
    <fieldset className={styles.people}>
      <legend>{say('session-day.split.who')}</legend>
      {people.map(({ participantId, displayName, recorded }) => (
        <label key={participantId} className={recorded === null ? styles.person : `${styles.person} ${styles.away}`}>
          <input type="checkbox" checked={chosen.includes(participantId)} disabled={recorded !== null}
            onChange={(event) => set(event.currentTarget.checked ? [...chosen, participantId] : chosen.filter((id) => id !== participantId))} />
          <span>{displayName}</span>
          {recorded !== null && <span className="sm">{say(`session-day.recorded.${recorded}`)}</span>}
        </label>
      ))}
    </fieldset>
  );
}

/** A session that was added or split off can be taken back while nobody is recorded in it. */
function TakeBack({ day, acts, gone }: PanelProps) {
  const { say } = useWords();
  const back = acts.back.session;
  const takeBack = async (): Promise<void> => {
    if (!back.busy && await back.carryOut({ params: { sessionId: day.session.id } }) !== null) gone();
  };
  return (
    <section className={styles.whole}>
      <h3>{say('session-day.withdraw')}</h3>
      <p className={styles.say}>{say('session-day.withdraw.say')}</p>
      {back.answer !== null && <RefusalNotice answer={back.answer} />}
      <p><button type="button" className="btn" aria-disabled={back.busy} onClick={() => { void takeBack(); }}>{back.busy ? say('saving') : say('session-day.withdraw.act')}</button></p>
    </section>
  );
}

export function Split(props: PanelProps) {
  const { day, acts, done } = props;
  const { say } = useWords();
  const { session, people } = day;
  const [chosen, setChosen] = useState<string[]>([]);
  const [place, setPlace] = useState(NO_PLACE);
  const [reason, setReason] = useState('');
  const going = people.filter((one) => chosen.includes(one.participantId) && one.recorded === null);
  const staying = people.filter((one) => !going.includes(one));
  const submit = async (): Promise<void> => {
    const value = await acts.split.carryOut({ params: { sessionId: session.id }, body: { ...placeOf(place), participantIds: going.map((one) => one.participantId), reason: reason.trim() } });
    if (value !== null) done(say('session-day.split.done', { count: value.participantIds.length }), () => acts.back.session.carryOut({ params: { sessionId: value.splitId } }));
  };
  return (
    <div className={styles.stack}>
      <ActForm act={acts.split} submit={() => { if (going.length > 0) void submit(); }} label={say('session-day.split.act', { count: going.length })} more={<InTheWay answer={acts.split.answer} />}>
        <p className={styles.say}>{say('session-day.split.say')}</p>
        <People people={people} chosen={chosen} set={setChosen} />
        <div className={styles.rooms}>
          <p role="status"><Rich text={say('session-day.split.counts', { stay: staying.length, go: going.length })} /></p>
          <Room title={say('session-day.split.first')} people={staying} capacity={session.capacity} />
          <Room title={say('session-day.split.second')} people={going} capacity={session.capacity} />
        </div>
        <PlaceFields values={place} set={setPlace} choices={{ ...day, credential: session.credentialRequired }} own={null} />
        <TextField label={say('plan.reason')} required lines={2} max={500} value={reason} set={setReason} hint={say('plan.reason.hint')} />
      </ActForm>
      {session.isOneOff && people.every((one) => one.recorded === null) && <TakeBack {...props} />}
    </div>
  );
}
