/** Which language the page speaks: chosen here, else the browser's; its words are loaded only when it is spoken. */
import { i18n } from '@lingui/core';
import type { Messages } from '@lingui/core';
import type { Language } from './kit/times.ts';

const KEY = 'stepdown.language';

export function isLanguage(text: string | null): text is Language {
  return text === 'en' || text === 'es';
}

/** Storage may be closed by the browser's settings; the page works without. */
function remembered(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

export function languageAtStart(): Language {
  const chosen = remembered();
  if (isLanguage(chosen)) return chosen;
  const first = navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase()).find((tag) => isLanguage(tag));
  return (first ?? 'en') as Language;
}

/** At build time these modules are replaced by their compiled messages (build/compiled-words.ts). */
async function wordsOf(language: Language): Promise<Messages> {
  return language === 'es' ? (await import('./words/es.ts')).es : (await import('./words/en.ts')).en;
}

export async function speak(language: Language): Promise<void> {
  i18n.loadAndActivate({ locale: language, messages: await wordsOf(language) });
  document.documentElement.lang = language;
}

export async function chooseLanguage(language: Language): Promise<void> {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // Then the choice lasts as long as this page.
  }
  await speak(language);
}

export { i18n };
