/** Somebody else was here first: what stands there now is said, what was typed stays, and either may be kept. */
import type { Offline, Refused } from '../call.ts';
import { Notice } from '../kit/Notice.tsx';
import { useWords } from '../kit/words.tsx';

export function Stands({ answer, stands, take }: { answer: Refused | Offline | null; stands: string; take: () => void }) {
  const { say } = useWords();
  if (answer === null || !('refused' in answer) || answer.refused !== 'changed-meanwhile') return null;
  return (
    <Notice tone="amber" sentence={say('ground.stands', { stands })} way={say('ground.stands.way')}>
      <button type="button" className="btn small" onClick={take}>{say('conflict.take-theirs')}</button>
    </Notice>
  );
}
