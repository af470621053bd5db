/** A browser becomes a tablet: the code that somebody who manages the site made, once. */
import { useState } from 'react';
import type { FormEvent } from 'react';
import { enrollTablet } from '../../modules/tablets/door.contract.ts';
import { call } from '../call.ts';
import type { TabletWordId } from '../words/en-tablet.ts';
import type { Say } from './speech.ts';
import styles from './tablet.module.css';

/** The tablet carries no words but its own. */
const WHY: Readonly<Record<string, TabletWordId>> = { 'code-unknown': 'tablet.code.unknown', 'code-used': 'tablet.code.used', 'code-expired': 'tablet.code.expired', 'too-many': 'tablet.code.wait' };

export function SetUp({ say, done }: { say: Say; done: () => Promise<void> }) {
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [no, setNo] = useState<string | null>(null);
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setNo(null);
    const answer = await call(enrollTablet, { body: { code } });
    setBusy(false);
    if ('value' in answer) return await done();
    setNo('offline' in answer ? say('tablet.unset.offline') : say(WHY[answer.refused] ?? 'tablet.unset.offline'));
  };
  return (
    <form className={styles.form} onSubmit={(event) => { void send(event); }} autoComplete="off">
      <h1>{say('tablet.unset.title')}</h1>
      <p className={styles.second}>{say('tablet.unset.say')}</p>
      {no !== null && <p className={styles.no} role="alert">{no}</p>}
      <label htmlFor="code">{say('tablet.unset.code')}</label>
      <div className={styles.line}>
        <input id="code" className={styles.field} value={code} maxLength={40} required autoComplete="off" autoCapitalize="characters" spellCheck={false} onChange={(event) => setCode(event.currentTarget.value)} />
        <button className={styles.go} aria-disabled={busy}>{say('tablet.unset.act')}</button>
      </div>
    </form>
  );
}
