/** A page that is not part of somebody's role: said without asking the server, with the way on. */
import { Link, useRouter } from '@tanstack/react-router';
import { useMe } from '../app/me.ts';
import { Notice } from './Notice.tsx';
import { useWords } from './words.tsx';

export function NotYours() {
  const { say } = useWords();
  const { may } = useMe();
  const router = useRouter();
  // Whoever gives out roles is not sent to themselves.
  const way = may('staff.change') ? say('not-yours.ask-director') : say('refusal.not-your-role.way');
  return (
    <>
      <h1>{say('not-yours.title')}</h1>
      <Notice tone="amber" sentence={say('refusal.not-your-role.sentence')} way={way}>
        {may('today.read')
          ? <Link to="/" search={{}} className="btn small">{say('nowhere.way')}</Link>
          : <button type="button" className="btn small" onClick={() => { router.history.back(); }}>{say('not-yours.back')}</button>}
      </Notice>
    </>
  );
}
