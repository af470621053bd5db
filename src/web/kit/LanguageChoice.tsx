/** English or Spanish, each named in itself. */
import { chooseLanguage } from '../language.ts';
import { useWords } from './words.tsx';
import styles from './choice.module.css';

const NAMES = { en: 'English', es: 'Español' } as const;

export function LanguageChoice() {
  const { say, language } = useWords();
  return (
    <div className={styles.choice} role="group" aria-label={say('language')}>
      {(['en', 'es'] as const).map((name) => (
        <button key={name} type="button" lang={name} aria-pressed={language === name} onClick={() => { void chooseLanguage(name); }}>{NAMES[name]}</button>
      ))}
    </div>
  );
}
