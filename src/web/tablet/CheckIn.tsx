/** One act: a name, and "I'm here". The answer is the same for every name, closes by itself, and the page forgets (W23, design 3.3). */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { claimArrival } from '../../modules/tablets/door.contract.ts';
import { call } from '../call.ts';
import { later } from '../clock.ts';
import type { Language } from '../kit/times.ts';
import { clockAt, greetingAt } from './speech.ts';
import type { Say } from './speech.ts';
import type { Frame } from './use-frame.ts';
import styles from './tablet.module.css';

const CLOSES_MS = 20_000;
const SIGNS = ['pointerdown', 'keydown'] as const;
type Listed = NonNullable<Frame['list']>['people'][number];
type Step = { at: 'start' } | { at: 'typing' } | { at: 'chosen'; one: Listed } | { at: 'thanked' } | { at: 'offline' };

/** Runs `forget` after 20 seconds without a touch; every touch starts the time again. */
function useForgetting(isOn: boolean, forget: () => void): void {
  useEffect(() => {
    if (!isOn) return;
    let stop = later(CLOSES_MS, forget);
    const again = (): void => {
      stop();
      stop = later(CLOSES_MS, forget);
    };
    for (const sign of SIGNS) document.addEventListener(sign, again, { passive: true });
    return () => {
      stop();
      for (const sign of SIGNS) document.removeEventListener(sign, again);
    };
  }, [isOn, forget]);
}

/** Tamsin, of "Tamsin Q.": whoever is spoken to needs no initial. */
function firstOf(name: string): string {
  return name.replace(/\s+\S+\.$/, '');
}

function hourAt(zone: string | null, instant: string): number {
  return Number(new Intl.DateTimeFormat('en-US', { hour: 'numeric', hourCycle: 'h23', timeZone: zone ?? 'UTC' }).format(new Date(instant)));
}

function Typing({ say, busy, send, changed, back }: { say: Say; busy: boolean; send: (typed: string) => void; changed: () => void; back: (() => void) | null }) {
  const [typed, setTyped] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!busy && typed.trim() !== '') send(typed);
  };
  return (
    <form className={styles.form} onSubmit={submit} autoComplete="off">
      <label htmlFor="name">{say('tablet.name')}</label>
      <div className={styles.line}>
        <input id="name" className={styles.field} value={typed} maxLength={80} required autoComplete="off" autoCorrect="off" spellCheck={false} aria-describedby="name-hint"
          onChange={(event) => { setTyped(event.currentTarget.value); changed(); }} />
        <button className={styles.go} aria-disabled={busy}>{say('tablet.here')}</button>
      </div>
      <p id="name-hint" className={styles.second}>{say('tablet.name.hint')}</p>
      {back !== null && <button type="button" className={styles.plain} onClick={back}>{say('tablet.to-list')}</button>}
    </form>
  );
}

function Names({ say, list, chosen, busy, choose, confirm, leave, other }: {
  say: Say; list: NonNullable<Frame['list']>; chosen: Listed | null; busy: boolean; choose: (one: Listed) => void; confirm: (one: Listed) => void; leave: () => void; other: () => void;
}) {
  return (
    <>
      <ul className={styles.names}>
        {list.people.map((one) => <li key={one.token}><button type="button" className={styles.name} aria-pressed={chosen?.token === one.token} onClick={() => choose(one)}>{one.name}</button></li>)}
      </ul>
      {chosen !== null && (
        <section className={styles.greeting} aria-live="polite">
          <div><h2>{say('tablet.hello', { name: firstOf(chosen.name) })}</h2><p>{say('tablet.closes')}</p><button type="button" className={styles.plain} onClick={leave}>{say('tablet.not-you')}</button></div>
          <button type="button" className={styles.go} aria-disabled={busy} onClick={() => { if (!busy) confirm(chosen); }}>{say('tablet.here')}</button>
        </section>
      )}
      <button type="button" className={styles.plain} onClick={other}>{say('tablet.not-listed')}</button>
    </>
  );
}

function Thanked({ say, next, isOffline }: { say: Say; next: () => void; isOffline: boolean }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => { heading.current?.focus(); }, []);
  return (
    <section className={styles.greeting} role={isOffline ? 'alert' : 'status'}>
      <div><h1 ref={heading} tabIndex={-1}>{say(isOffline ? 'tablet.offline' : 'tablet.thanks')}</h1><p>{say('tablet.closes')}</p></div>
      <button type="button" className={styles.other} onClick={next}>{say('tablet.next')}</button>
    </section>
  );
}

export function CheckIn({ say, language, own, frame, forgotten, lost }: { say: Say; language: Language; /** Of the tablet itself. */ own: Language; frame: Frame; /** The person has gone: whatever was chosen goes too. */ forgotten: () => void; /** This browser is no tablet any more. */ lost: () => void }) {
  const [step, setStep] = useState<Step>({ at: 'start' });
  const [busy, setBusy] = useState(false);
  const [round, setRound] = useState(0);
  const [begun, setBegun] = useState(false);
  const forget = useCallback(() => {
    setStep({ at: 'start' });
    setBegun(false);
    setRound((now) => now + 1);
    forgotten();
  }, [forgotten]);
  useForgetting(begun || step.at !== 'start' || language !== own, forget);
  const send = async (body: { typed: string } | { token: string }): Promise<void> => {
    setBusy(true);
    const answer = await call(claimArrival, { body });
    setBusy(false);
    if ('refused' in answer && answer.refused === 'not-signed-in') return lost();
    setStep({ at: 'value' in answer ? 'thanked' : 'offline' });
  };
  if (step.at === 'thanked' || step.at === 'offline') return <Thanked say={say} next={forget} isOffline={step.at === 'offline'} />;
  const { list } = frame;
  const isListed = list !== null && list.people.length > 0 && step.at !== 'typing';
  return (
    <>
      <h1>{say(greetingAt(hourAt(frame.timeZone, frame.asOf)))} {say(isListed ? 'tablet.tap' : 'tablet.type')}</h1>
      <p className={styles.second}>{isListed ? say('tablet.tap.say', { room: list.roomName, time: clockAt(language, frame.timeZone ?? 'UTC', list.startsAt) }) : say('tablet.type.say')}</p>
      {isListed
        ? (
          <Names say={say} list={list} busy={busy} chosen={step.at === 'chosen' ? step.one : null} choose={(one) => setStep({ at: 'chosen', one })} confirm={(one) => { void send({ token: one.token }); }}
            leave={forget} other={() => setStep({ at: 'typing' })} />
        )
        : <Typing key={round} say={say} busy={busy} send={(typed) => { void send({ typed }); }} changed={() => setBegun(true)} back={list === null ? null : forget} />}
    </>
  );
}
