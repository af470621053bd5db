/** Whoever was handed a code makes an account with it, or chooses a new password for the one there is. */
import { useState } from 'react';
import type { FormEvent } from 'react';
import { useCode as enterByCode } from '../../platform/sign-in/codes.contract.ts';
import type { Offline, Refused } from '../call.ts';
import { call } from '../call.ts';
import { Notice } from '../kit/Notice.tsx';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { dateText } from '../kit/times.ts';
import { useWords } from '../kit/words.tsx';
import { Field, textIn } from './Field.tsx';
import styles from './sign-in.module.css';

export function CodeForm({ entered, back }: { entered: () => void; /** The address of the ordinary form. */ back: string }) {
  const { say, language } = useWords();
  const [busy, setBusy] = useState(false);
  const [no, setNo] = useState<Refused | Offline | null>(null);
  const [ready, setReady] = useState<string | null>(null);
  const send = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    const form = new FormData(event.currentTarget);
    setBusy(true);
    const answer = await call(enterByCode, { body: { code: textIn(form, 'code'), email: textIn(form, 'email').trim(), password: textIn(form, 'password') } });
    setBusy(false);
    if (!('value' in answer)) return setNo(answer);
    const { signedIn, startsOn } = answer.value;
    if (signedIn) return entered();
    setReady(startsOn === null ? say('door.code.ready') : say('door.code.ahead', { day: dateText(language, startsOn) }));
  };
  const wayBack = <a className="lk" href={back}>{say('door.code.back')}</a>;
  if (ready !== null) return <div className={styles.form}><h1>{say('door.code.title')}</h1><Notice tone="moss" sentence={ready} />{wayBack}</div>;
  return (
    <form className={styles.form} onSubmit={send}>
      <h1>{say('door.code.title')}</h1>
      <p className="dim">{say('door.code.say')}</p>
      {no !== null && <RefusalNotice answer={no} />}
      <Field id="code" label={say('door.code.label')} hint={say('door.code.hint')} autoComplete="one-time-code" autoCapitalize="characters" spellCheck={false} maxLength={40} />
      <Field id="email" label={say('door.code.email')} type="email" autoComplete="username" maxLength={200} />
      <Field id="password" label={say('door.code.password')} hint={say('door.first.password.hint')} type="password" autoComplete="new-password" minLength={12} maxLength={200} />
      <div className={styles.ways}><button className="btn go big" aria-disabled={busy}>{say('door.code.enter')}</button>{wayBack}</div>
    </form>
  );
}
