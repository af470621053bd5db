/** The first script: loads the words, then either the sign-in page, which is light, or the app. */
import './kit/fonts.css';
import './kit/tokens.css';
import './kit/ground.css';
import { languageAtStart, speak } from './language.ts';

async function start(): Promise<void> {
  const root = document.getElementById('root');
  if (root === null) return;
  const signIn = location.pathname === '/sign-in';
  const [page] = await Promise.all([
    signIn ? import('./sign-in/start.tsx') : import('./app/start.tsx'),
    speak(languageAtStart()),
  ]);
  page.start(root);
}

void start();
