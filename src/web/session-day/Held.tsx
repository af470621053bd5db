/** When the session really ended, and which breaks were taken; what that leaves stands in a sentence before the button. */
import { useState } from 'react';
import { ActForm, TextField } from '../kit/fields.tsx';
import { hoursSaid, timeText } from '../kit/times.ts';
import { Rich, useWords } from '../kit/words.tsx';
import { Notice } from '../kit/Notice.tsx';
import { Breaks } from './Breaks.tsx';
import { clinicalOf, localTimeOf, timeAfter } from './figures.ts';
import type { TypedBreak } from './figures.ts';
import type { PanelProps } from './use-day-acts.ts';
import styles from './session-day.module.css';

const sent = (breaks: readonly TypedBreak[]) => breaks.flatMap(({ startMinute, minutes, taken }) => (startMinute === null || minutes === null ? [] : [{ startMinute, minutes, taken }]));

export function Held({ day, acts, done }: PanelProps) {
  const { say, language } = useWords();
  const { session, asOf } = day;
  const [time, setTime] = useState(localTimeOf(session.timeZone, session.heldEndsAt));
  const [breaks, setBreaks] = useState<TypedBreak[]>([...session.breaks]);
  const [reason, setReason] = useState('');
  const endsAt = timeAfter(session.timeZone, session.startsAt, time);
  const shown = (instant: string): string => timeText(language, session.timeZone, instant);
  if (asOf < session.startsAt) return <Notice tone="amber" sentence={say('refusal.session-not-begun.sentence')} way={say('refusal.session-not-begun.way')} />;
  if (session.notesSigned > 0) return <Notice tone="amber" sentence={say('refusal.times-signed.sentence')} way={say('refusal.times-signed.way')} />;
  const submit = async (): Promise<void> => {
    if (endsAt === null) return;
    const params = { sessionId: session.id };
    const value = await acts.hold.carryOut({ params, body: { version: session.version, endsAt, breaks: sent(breaks), reason: reason.trim() } });
    if (value === null) return;
    const back = { version: session.version + 1, endsAt: session.heldEndsAt, breaks: session.breaks, reason: say('session-day.back.reason') };
    done(say('session-day.held.done', { time: shown(endsAt), minutes: value.clinicalMinutes }), () => acts.back.hold.carryOut({ params, body: back }));
  };
  return (
    <ActForm act={acts.hold} submit={() => { void submit(); }} label={say('session-day.held.act')}>
      <p className={styles.say}>{say('session-day.held.planned', { from: shown(session.startsAt), to: shown(session.endsAt) })}</p>
      <TextField label={say('session-day.held.end')} type="time" required value={time} set={setTime} hint={say('session-day.held.hint')} />
      <Breaks breaks={breaks} set={setBreaks} asksTaken />
      <TextField label={say('plan.reason')} required lines={2} max={500} value={reason} set={setReason} hint={say('plan.reason.hint')} />
      {endsAt !== null && <p className={styles.sum} role="status"><Rich text={say('session-day.held.say', { clinical: hoursSaid(clinicalOf(session.startsAt, endsAt, breaks)) })} /></p>}
    </ActForm>
  );
}
