/** The whole tablet: its site's name, two languages, one act, and the desk for everything else. */
import { useCallback, useEffect, useState } from 'react';
import { Mark } from '../kit/Icon.tsx';
import type { Language } from '../kit/times.ts';
import { CheckIn } from './CheckIn.tsx';
import { SetUp } from './SetUp.tsx';
import { ownLanguage, sayIn } from './speech.ts';
import { useFrame } from './use-frame.ts';
import styles from './tablet.module.css';

const NAMES = { en: 'English', es: 'Español' } as const;

function Languages({ label, language, choose }: { label: string; language: Language; choose: (language: Language) => void }) {
  return (
    <div className={styles.languages} role="group" aria-label={label}>
      {(['en', 'es'] as const).map((one) => <button key={one} type="button" lang={one} aria-pressed={one === language} onClick={() => choose(one)}>{NAMES[one]}</button>)}
    </div>
  );
}

export function TabletPage() {
  const [own] = useState(() => ownLanguage(navigator.languages));
  const [language, setLanguage] = useState<Language>(own);
  const { frame, isOffline, refresh } = useFrame();
  const say = sayIn(language);
  const forgotten = useCallback(() => setLanguage(own), [own]);
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = sayIn(language)('tablet.window');
  }, [language]);
  return (
    <div className={styles.frame}>
      <header className={styles.head}>
        <span className={styles.brand}><Mark />{frame?.isSetUp === true && <span>{say('tablet.welcome', { site: frame.siteName })}</span>}</span>
        <Languages label={say('tablet.language')} language={language} choose={setLanguage} />
      </header>
      <main className={styles.main} aria-busy={frame === null}>
        {frame !== null && (frame.isSetUp
          ? <CheckIn say={say} language={language} own={own} frame={frame} forgotten={forgotten} lost={() => { void refresh(); }} />
          : <SetUp say={say} done={refresh} />)}
        {frame === null && isOffline && <h1>{say('tablet.offline')}</h1>}
      </main>
      <footer className={styles.desk}>{say('tablet.desk')}</footer>
    </div>
  );
}
