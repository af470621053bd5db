/** Where there are free seats, when a refusal says so: the way on for somebody who stands in the door. */
import type { Offline, Refused } from '../call.ts';
import { spanText } from '../kit/times.ts';
import { useWords } from '../kit/words.tsx';

type Offer = { sessionId: string; name: string; roomName: string | null; startsAt: string; endsAt: string; free: number };

export function Offers({ answer, timeZone }: { answer: Refused | Offline; timeZone: string }) {
  const { say, language } = useWords();
  if ('offline' in answer || !Array.isArray(answer.facts?.offers)) return null;
  const offers = answer.facts.offers as Offer[];
  if (offers.length === 0) return <p className="sm dim">{say('offers.none')}</p>;
  return (
    <div>
      <p className="label">{say('offers.title')}</p>
      <ul>{offers.map((offer) => <li key={offer.sessionId}>{[offer.name, offer.roomName, spanText(language, timeZone, offer.startsAt, offer.endsAt), say('roster.free', { count: offer.free })].filter(Boolean).join(', ')}</li>)}</ul>
    </div>
  );
}
