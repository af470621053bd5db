/** Signing in with an address and a password. */
import { useState } from 'react';
import type { FormEvent } from 'react';
import { signIn } from '../../platform/sign-in/contract.ts';
import type { Offline, Refused } from '../call.ts';
import { call } from '../call.ts';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { useWords } from '../kit/words.tsx';
import { Field, textIn } from './Field.tsx';
import styles from './sign-in.module.css';

/** `first`: what there is to say before anybody has typed. */
export function PasswordForm({ entered, first, withCode }: { entered: () => void; first: Refused | Offline | null; /** The address of the form for a code. */ withCode: string }) {
  const { say } = useWords();
  const [busy, setBusy] = useState(false);
  const [no, setNo] = useState<Refused | Offline | null>(first);
  const send = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    const form = new FormData(event.currentTarget);
    setBusy(true);
    const answer = await call(signIn, { body: { email: textIn(form, 'email'), password: textIn(form, 'password') } });
    if ('value' in answer) return entered();
    setBusy(false);
    setNo(answer);
  };
  return (
    <form className={styles.form} onSubmit={send}>
      <h1>{say('door.title')}</h1>
      {new URLSearchParams(location.search).has('back') && <p className="dim">{say('door.kept')}</p>}
      {no !== null && <RefusalNotice answer={no} />}
      <Field id="email" label={say('door.email')} type="email" autoComplete="username" maxLength={200} />
      <Field id="password" label={say('door.password')} type="password" autoComplete="current-password" maxLength={200} />
      <div className={styles.ways}><button className="btn go big" aria-disabled={busy}>{say('door.enter')}</button><a className="lk" href={withCode}>{say('door.code.have')}</a></div>
    </form>
  );
}
