/** A page that is not part of somebody's role: said without asking the server, with the way on. */
import { Link } from '@tanstack/react-router';
import { Notice } from './Notice.tsx';
import { useWords } from './words.tsx';

export function NotYours() {
  const { say } = useWords();
  return (
    <>
      <h1>{say('not-yours.title')}</h1>
      <Notice tone="amber" sentence={say('refusal.not-your-role.sentence')} way={say('refusal.not-your-role.way')}>
        <Link to="/" search={{}} className="btn small">{say('nowhere.way')}</Link>
      </Notice>
    </>
  );
}
