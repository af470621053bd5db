/** Asks the server which doors are open and shows the one that fits. */
import { useEffect, useState } from 'react';
import { readDoor } from '../../platform/sign-in/contract.ts';
import type { Answer, Offline, Refused } from '../call.ts';
import { call } from '../call.ts';
import { Mark } from '../kit/Icon.tsx';
import { LanguageChoice } from '../kit/LanguageChoice.tsx';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { useWords } from '../kit/words.tsx';
import { CodeForm } from './CodeForm.tsx';
import { FirstAdministrator } from './FirstAdministrator.tsx';
import { PasswordForm } from './PasswordForm.tsx';
import { RoleCards } from './RoleCards.tsx';
import { hasCode, otherForm, wayBack } from './way-back.ts';
import styles from './sign-in.module.css';

type Door = Extract<Answer<typeof readDoor>, { value: unknown }>['value'];

/** A full page load: the app starts afresh with the new sign-in, nothing of an earlier person stays in memory, and going back does not lead to a door that is behind. */
function enter(): void {
  location.replace(wayBack(location.search));
}

function OpenDoor({ door }: { door: Door }) {
  const [late, setLate] = useState<Refused | Offline | null>(null);
  if (door.kind === 'demo') return <RoleCards cards={door.roleCards} entered={enter} />;
  if (door.kind === 'first-administrator' && late === null) return <FirstAdministrator entered={enter} late={setLate} />;
  if (hasCode(location.search)) return <CodeForm entered={enter} back={otherForm(location.search)} />;
  return <PasswordForm entered={enter} first={late} withCode={otherForm(location.search)} />;
}

export function SignInPage() {
  const { say } = useWords();
  const [answer, setAnswer] = useState<Answer<typeof readDoor> | null>(null);
  const ask = (): void => { void call(readDoor, {}).then(setAnswer); };
  useEffect(ask, []);
  useEffect(() => { document.title = say('door.window'); }, [say]);
  const door = answer !== null && 'value' in answer ? answer.value : null;
  return (
    <div className={styles.frame}>
      <header className={styles.head}>
        <span className={styles.brand}><Mark /> {door?.organizationName ?? 'Stepdown'}</span>
        <LanguageChoice />
      </header>
      <main className={styles.main} id="work" aria-busy={answer === null}>
        {door !== null && <OpenDoor door={door} />}
        {answer !== null && !('value' in answer) && <RefusalNotice answer={answer}><button type="button" className="btn small" onClick={ask}>{say('again')}</button></RefusalNotice>}
      </main>
    </div>
  );
}
