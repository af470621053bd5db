/** A new server: its organization, first site and first administrator, with the code that the terminal printed (W24). */
import { useState } from 'react';
import type { FormEvent } from 'react';
import { createFirstAdministrator, signIn } from '../../platform/sign-in/contract.ts';
import type { TimeZone } from '../../values/civil-date.ts';
import type { Offline, Refused } from '../call.ts';
import { call } from '../call.ts';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { useWords } from '../kit/words.tsx';
import { Field, textIn } from './Field.tsx';
import styles from './sign-in.module.css';

function zones(): string[] {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return [...new Set([here, ...Intl.supportedValuesOf('timeZone')])];
}

function bodyOf(form: FormData) {
  return {
    code: textIn(form, 'code').trim(), organizationName: textIn(form, 'organization').trim(), siteName: textIn(form, 'site').trim(),
    timeZone: textIn(form, 'zone') as TimeZone, givenName: textIn(form, 'given').trim(), familyName: textIn(form, 'family').trim(),
    email: textIn(form, 'email').trim(), password: textIn(form, 'password'),
  };
}

/** `late`: the server has its administrator, so this form is done with, whoever used it. */
export function FirstAdministrator({ entered, late }: { entered: () => void; late: (answer: Refused | Offline) => void }) {
  const { say } = useWords();
  const [busy, setBusy] = useState(false);
  const [no, setNo] = useState<Refused | Offline | null>(null);
  const send = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    const body = bodyOf(new FormData(event.currentTarget));
    setBusy(true);
    const made = await call(createFirstAdministrator, { body });
    const answer = 'value' in made ? await call(signIn, { body: { email: body.email, password: body.password } }) : made;
    if ('value' in answer) return entered();
    if ('value' in made || ('refused' in made && made.refused === 'already-set-up')) return late(answer);
    setBusy(false);
    setNo(answer);
  };
  return (
    <form className={styles.form} onSubmit={send}>
      <h1>{say('door.first.title')}</h1>
      <p className="dim">{say('door.first.say')}</p>
      {no !== null && <RefusalNotice answer={no} />}
      <Field id="code" label={say('door.first.code')} hint={say('door.first.code.hint')} autoComplete="one-time-code" maxLength={40} />
      <Field id="organization" label={say('door.first.organization')} autoComplete="organization" maxLength={120} />
      <Field id="site" label={say('door.first.site')} maxLength={120} />
      <div className={styles.row}>
        <label className="label" htmlFor="zone">{say('door.first.zone')}</label>
        <select id="zone" name="zone" className="field">{zones().map((zone) => <option key={zone}>{zone}</option>)}</select>
      </div>
      <div className={styles.pair}>
        <Field id="given" label={say('door.first.given')} autoComplete="given-name" maxLength={80} />
        <Field id="family" label={say('door.first.family')} autoComplete="family-name" maxLength={80} />
      </div>
      <Field id="email" label={say('door.email')} type="email" autoComplete="username" maxLength={200} />
      <Field id="password" label={say('door.password')} hint={say('door.first.password.hint')} type="password" autoComplete="new-password" minLength={12} maxLength={200} />
      <button className="btn go big" aria-disabled={busy}>{say('door.first.create')}</button>
    </form>
  );
}
