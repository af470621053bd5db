/** The way to the session by which a room or a leader is taken, where the refusal names one. */
import { Link } from '@tanstack/react-router';
import type { SessionId } from '../../modules/sessions/words.ts';
import { useMe } from '../app/me.ts';
import type { Offline, Refused } from '../call.ts';
import { useWords } from '../kit/words.tsx';

export function InTheWay({ answer }: { answer: Refused | Offline | null }) {
  const { say } = useWords();
  const { may } = useMe();
  const sessionId = answer !== null && 'facts' in answer ? answer.facts?.['sessionId'] : undefined;
  if (typeof sessionId !== 'string' || !may('note.read')) return null;
  return <Link className="lk sm" to="/sessions/$sessionId" params={{ sessionId: sessionId as SessionId }} target="_blank" preload={false}>{say('session-day.in-the-way')}</Link>;
}
