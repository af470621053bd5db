/** The first script: loads the words, then either the sign-in page, which is light, or the app; or the shared tablet, which has words of its own. */
import './kit/fonts.css';
import './kit/tokens.css';
import './kit/ground.css';
import { languageAtStart, speak } from './language.ts';

/** Three ways in, each with its own styles: the bundler ties styles to an import only where it stands by itself. */
const WAYS = {
  signIn: () => import('./sign-in/start.tsx'),
  app: () => import('./app/start.tsx'),
  tablet: () => import('./tablet/start.tsx'),
};

async function start(): Promise<void> {
  const root = document.getElementById('root');
  if (root === null) return;
  if (location.pathname === '/tablet') return (await WAYS.tablet()).start(root);
  const way = location.pathname === '/sign-in' ? WAYS.signIn : WAYS.app;
  const [page] = await Promise.all([way(), speak(languageAtStart())]);
  page.start(root);
}

void start();
