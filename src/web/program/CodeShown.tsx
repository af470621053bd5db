/** A code, shown once: large, with what is to be done with it and until when it works. */
import { useEffect, useRef, useState } from 'react';
import { useMe } from '../app/me.ts';
import { dayTimeText } from '../kit/times.ts';
import { useWords } from '../kit/words.tsx';
import styles from './code.module.css';

export type Handed = { code: string; expiresAt: string };

/** `timeZone`: of the site it is for; else of the first site of whoever hands it out. */
export function CodeShown({ handed, what, timeZone, done }: { handed: Handed; what: string; timeZone?: string; done: () => void }) {
  const { say, language } = useWords();
  const me = useMe();
  const [copied, setCopied] = useState(false);
  const zone = timeZone ?? me.sites[0]?.timeZone ?? 'UTC';
  const end = useRef<HTMLButtonElement>(null);
  /* The form that stood here is gone, and the focus with it. */
  useEffect(() => { end.current?.focus({ focusVisible: true } as FocusOptions); }, []);
  // A page that did not come over https has no clipboard; the code can be selected all the same.
  const mayCopy = 'clipboard' in navigator;
  const copy = (): void => { void navigator.clipboard.writeText(handed.code).then(() => setCopied(true), () => setCopied(false)); };
  return (
    <div className={styles.shown} role="status">
      <p className={styles.code} translate="no">{handed.code}</p>
      <p>{what}</p>
      <p className="dim">{say('access.code.until', { time: dayTimeText(language, zone, handed.expiresAt) })}</p>
      <div className={styles.acts}>
        {mayCopy && <button type="button" className="btn" onClick={copy}>{say(copied ? 'access.copied' : 'access.copy')}</button>}
        <button ref={end} type="button" className="btn go" onClick={done}>{say('access.done')}</button>
      </div>
    </div>
  );
}
