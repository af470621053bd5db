/** The way to a session that was just added: into its room, or to its day. */
import { Link } from '@tanstack/react-router';
import { useMe } from '../app/me.ts';
import { useWords } from '../kit/words.tsx';
import type { Added } from './AddForm.tsx';

export function AddedLink({ sessionId, siteId, date }: Pick<Added, 'sessionId' | 'date'> & { siteId: string }) {
  const { say } = useWords();
  const { may } = useMe();
  return may('note.read')
    ? <Link to="/sessions/$sessionId" params={{ sessionId }} preload={false}>{say('look.open-note')}</Link>
    : <Link to="/" search={{ site: siteId, date }} preload={false}>{say('session-day.add.day')}</Link>;
}
