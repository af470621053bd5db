/** The fields of the panel of times: stays, or why somebody did not come; what is needed beside them follows from what was typed. */
import { useState } from 'react';
import { correctTimes, recordAbsence, stampArrival, stampLeaving, takeBackAbsence, takeBackStamp } from '../../modules/attendance/contract.ts';
import type { ParticipantId } from '../../modules/people/words.ts';
import type { SessionId } from '../../modules/sessions/words.ts';
import { useMe } from '../app/me.ts';
import { carry } from '../call.ts';
import { ActForm, Pair, TextField, useFields } from '../kit/fields.tsx';
import { Notice } from '../kit/Notice.tsx';
import { useAct } from '../kit/use-act.ts';
import { useWords } from '../kit/words.tsx';
import { AbsenceFields } from './AbsenceFields.tsx';
import { Choice } from './Choice.tsx';
import { Offers } from './Offers.tsx';
import { planTimes, typedFrom } from './times.ts';
import type { Plan, Times, TypedStay } from './times.ts';
import type { TimesAbout } from './times-about.ts';
import styles from './today.module.css';

const STALE = ['today.read', 'group-room.read', 'attendance.read-times'];
const STAYS_MAX = 6;
const LABELS = { nothing: 'times.save.nothing', arrive: 'times.save.arrive', leave: 'times.save.leave', absence: 'times.save.absence', correct: 'times.save.correct' } as const;
type More = { reason: string; addendum: string; beyond: string };

/** One of several acts; the answer of the one that was tried last is shown. */
function useTimes(about: TimesAbout, times: Times) {
  const { say } = useWords();
  const acts = { arrive: useAct(stampArrival, STALE), leave: useAct(stampLeaving, STALE), absence: useAct(recordAbsence, STALE), correct: useAct(correctTimes, STALE), back: useAct(takeBackAbsence, STALE) };
  const params = { sessionId: about.sessionId as SessionId, participantId: about.participantId as ParticipantId };
  const tried = Object.values(acts);
  const forget = (): void => { for (const act of tried) act.forget(); };
  const undo = (contract: typeof takeBackStamp | typeof takeBackAbsence) => (): void => { void carry(contract, { params }).then(about.done); };
  const carryOut = async (plan: Plan, more: More): Promise<boolean> => {
    forget();
    const beyond = times.isFull && more.beyond !== '' ? more.beyond : null;
    switch (plan.kind) {
      case 'nothing': return true;
      case 'arrive': return await acts.arrive.carryOut({ params, body: { at: plan.at, ...(beyond === null ? {} : { overCapReason: beyond }) } }) !== null;
      case 'leave': return await acts.leave.carryOut({ params, body: { at: plan.at } }) !== null;
      case 'absence': return await acts.absence.carryOut({ params, body: plan.absence }) !== null;
      case 'correct': {
        const body = { stays: plan.stays, absence: plan.absence, reason: more.reason, addendum: more.addendum === '' ? null : more.addendum, version: times.attendanceId, overCapReason: plan.absence === null ? beyond : null };
        return await acts.correct.carryOut({ params, body }) !== null;
      }
    }
  };
  const save = async (plan: Plan, more: More): Promise<void> => {
    if (!await carryOut(plan, more)) return;
    about.done();
    about.close();
    if (plan.kind === 'absence') about.undoable?.(say('times.done.absence', { name: about.displayName }), undo(takeBackAbsence));
    if (plan.kind === 'arrive' || plan.kind === 'leave') about.undoable?.(say('times.done.stamp', { name: about.displayName }), undo(takeBackStamp));
  };
  const takeBack = async (): Promise<void> => {
    forget();
    if (await acts.back.carryOut({ params }) === null) return;
    about.done();
    about.close();
  };
  return { save, takeBack, busy: tried.some((act) => act.busy), answer: tried.find((act) => act.answer !== null)?.answer ?? null };
}

function StayFields({ stays, set }: { stays: readonly TypedStay[]; set: (stays: TypedStay[]) => void }) {
  const { say } = useWords();
  const change = (index: number, over: Partial<TypedStay>): void => set(stays.map((stay, at) => (at === index ? { ...stay, ...over } : stay)));
  return (
    <>
      {stays.map((stay, index) => (
        <Pair key={index}>
          <TextField label={say(index === 0 ? 'times.arrived' : 'times.arrived.again')} type="time" value={stay.arrived} set={(arrived) => change(index, { arrived })} />
          <TextField label={say(index === 0 ? 'times.left' : 'times.left.again')} type="time" value={stay.left} set={(left) => change(index, { left })} hint={index === stays.length - 1 ? say('times.left.hint') : undefined} />
        </Pair>
      ))}
      {stays.length < STAYS_MAX && (stays.at(-1)?.left ?? '') !== '' && (
        <div><button type="button" className="btn quiet" onClick={() => set([...stays, { arrived: '', left: '', was: null }])}>{say('times.add-stay')}</button></div>
      )}
    </>
  );
}

export function TimesForm({ about, times }: { about: TimesAbout; times: Times }) {
  const { say } = useWords();
  const { may } = useMe();
  const [first] = useState(() => typedFrom(times, about.timeZone));
  const { values, set } = useFields({ ...first, wasHere: first.wasHere && about.absent !== true, reason: '', addendum: '', beyond: '' });
  const act = useTimes(about, times);
  const plan = planTimes(times, values, about.timeZone);
  const corrects = plan.kind === 'correct';
  if (times.isCanceled) return <Notice tone="amber" sentence={say('refusal.session-canceled.sentence')} way={say('refusal.session-canceled.way')} />;
  if (times.noteSigned && !may('note.sign')) return <Notice tone="amber" sentence={say('refusal.already-signed.sentence')} way={say('times.signed.other')} />;
  const isBeyond = values.wasHere && times.isFull && (plan.kind === 'arrive' || corrects);
  return (
    <ActForm act={act} submit={() => { void act.save(plan, values); }} label={say(LABELS[plan.kind])}
      more={times.absence !== null && !times.noteSigned && <button type="button" className="btn quiet" onClick={() => { void act.takeBack(); }}>{say('times.take-back')}</button>}>
      <Choice label={say('times.which')} value={values.wasHere ? 'here' : 'absent'} set={(which) => set('wasHere')(which === 'here')}
        options={[{ value: 'here', label: say('times.was-here') }, { value: 'absent', label: say('times.was-absent') }]} />
      {values.wasHere ? <StayFields stays={values.stays} set={set('stays')} /> : <AbsenceFields value={values.absence} set={set('absence')} />}
      {isBeyond && <div className={styles.beyond}><p className="sm">{say('times.full')}</p><TextField label={say('times.beyond')} hint={say('times.beyond.hint')} value={values.beyond} set={set('beyond')} max={300} /></div>}
      {corrects && <TextField label={say('times.reason')} hint={say('times.reason.hint')} value={values.reason} set={set('reason')} max={300} required />}
      {corrects && times.noteSigned && <TextField label={say('times.addendum')} hint={say('times.addendum.hint')} value={values.addendum} set={set('addendum')} max={2000} lines={4} required />}
      {act.answer !== null && <Offers answer={act.answer} timeZone={about.timeZone} />}
    </ActForm>
  );
}
