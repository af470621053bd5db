/** Who is signed in, the language, and the way out. */
import { signOut } from '../../platform/sign-in/contract.ts';
import { call } from '../call.ts';
import { forgetTyped } from '../kit/kept.ts';
import { LanguageChoice } from '../kit/LanguageChoice.tsx';
import { useFold } from '../kit/use-fold.ts';
import { useWords } from '../kit/words.tsx';
import type { Me } from './me.ts';
import styles from './shell.module.css';

function initialsOf(name: string): string {
  return name.split(/\s+/).map((word) => word.charAt(0)).filter((letter) => /\p{L}/u.test(letter)).slice(0, 2).join('').toUpperCase();
}

async function leave(): Promise<void> {
  await call(signOut, {});
  forgetTyped(sessionStorage);
  location.assign('/sign-in');
}

/** A disclosure, not a menu: it holds ordinary buttons that Tab reaches. */
export function MeMenu({ me }: { me: Me }) {
  const { say } = useWords();
  const box = useFold();
  const called = [me.displayName, me.credential].filter(Boolean).join(', ');
  return (
    <details ref={box} className={styles.me}>
      <summary>
        <span className={styles.initials} aria-hidden="true">{initialsOf(me.displayName)}</span>
        <span className={styles.name}>{me.displayName}</span>
        <span className="vh">{say('me.open')}</span>
      </summary>
      <div className={styles.panel}>
        <p><b>{called}</b><br /><span className="sm dim">{me.organization.name}</span></p>
        <LanguageChoice />
        <button type="button" className="btn" onClick={() => { void leave(); }}>{say('me.leave')}</button>
      </div>
    </details>
  );
}
