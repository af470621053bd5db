/** A page that could not be read: its heading, why, and a way to ask again. */
import { Unread } from '../queries.ts';
import { RefusalNotice } from './RefusalNotice.tsx';
import { useWords } from './words.tsx';

export function UnreadNotice({ error, again }: { error: Error; again: () => void }) {
  const { say } = useWords();
  const answer = error instanceof Unread ? (error.refusal ?? { offline: true as const }) : { refused: 'broken', sentence: say('error.sentence'), way: say('error.way') };
  return <><h1>{say('unread.title')}</h1><RefusalNotice answer={answer}><button type="button" className="btn small" onClick={again}>{say('again')}</button></RefusalNotice></>;
}
