/** Somebody else leads today, in another room, or the session begins late. */
import { useState } from 'react';
import type { LocalTime } from '../../values/civil-date.ts';
import { ActForm, CheckField, NumberField, Pair, TextField } from '../kit/fields.tsx';
import { timeText } from '../kit/times.ts';
import { Rich, useWords } from '../kit/words.tsx';
import { localTimeOf, minutesFrom, timeAfter } from './figures.ts';
import { InTheWay } from './InTheWay.tsx';
import { PlaceFields, placeForm, placeOf } from './place-fields.tsx';
import type { PanelProps } from './use-day-acts.ts';
import styles from './session-day.module.css';

export function HandOver({ day, acts, done }: PanelProps) {
  const { say, language } = useWords();
  const { session } = day;
  const [place, setPlace] = useState(placeForm(session));
  const [isLate, setLate] = useState(false);
  const [startsAtLocal, setStart] = useState(localTimeOf(session.timeZone, session.startsAt));
  const whole = minutesFrom(session.startsAt, session.endsAt);
  const start = timeAfter(session.timeZone, session.startsAt, startsAtLocal);
  const [typed, setTyped] = useState<number | null>(null);
  // Begun late it still ends when it should, until somebody types another length.
  const minutes = typed ?? (start === null ? whole : Math.max(1, minutesFrom(start, session.endsAt)));
  const [reason, setReason] = useState('');
  const submit = async (): Promise<void> => {
    const params = { sessionId: session.id };
    const to = { ...placeOf(place), reason: reason.trim(), start: isLate ? { startsAtLocal: startsAtLocal as LocalTime, minutes } : null };
    const value = await acts.handOver.carryOut({ params, body: { version: session.version, ...to } });
    if (value === null) return;
    const back = { roomId: session.roomId, telehealthLink: session.telehealthLink, facilitatorId: session.facilitatorId, reason: say('session-day.back.reason'), start: isLate ? { startsAtLocal: localTimeOf(session.timeZone, session.startsAt) as LocalTime, minutes: whole } : null };
    const name = day.staff.find((one) => one.id === to.facilitatorId)?.name;
    done(name === undefined ? say('session-day.hand-over.done.nobody') : say('session-day.hand-over.done', { name }), () => acts.back.handOver.carryOut({ params, body: { version: session.version + 1, ...back } }));
  };
  return (
    <ActForm act={acts.handOver} submit={() => { void submit(); }} label={say('session-day.hand-over.act')} more={<InTheWay answer={acts.handOver.answer} />}>
      <p className={styles.say}><Rich text={say('session-day.hand-over.say', { count: day.people.length })} /></p>
      <PlaceFields values={place} set={setPlace} choices={{ ...day, credential: session.credentialRequired }} own={session} />
      <CheckField label={say('session-day.late', { time: timeText(language, session.timeZone, session.startsAt) })} value={isLate} set={setLate} />
      {isLate && (
        <>
          <Pair>
            <TextField label={say('times.start')} type="time" required value={startsAtLocal} set={setStart} />
            <NumberField label={say('times.minutes')} required least={1} most={whole} value={minutes} set={setTyped} />
          </Pair>
          <p className={styles.say}>{say('session-day.late.say')}</p>
        </>
      )}
      <TextField label={say('plan.reason')} required lines={2} max={500} value={reason} set={setReason} hint={say('plan.reason.hint')} />
    </ActForm>
  );
}
