/** A refusal, or no network, as it came back from a call: what, why and the way on, in this language. */
import type { ReactNode } from 'react';
import type { Offline, Refused } from '../call.ts';
import { Notice } from './Notice.tsx';
import { useWords } from './words.tsx';

const UNEXPLAINED = new Set(['broken', 'unavailable']);

export function RefusalNotice({ answer, children }: { answer: Refused | Offline; children?: ReactNode }) {
  const { say, ofRefusal } = useWords();
  if ('offline' in answer) return <Notice tone="amber" sentence={say('offline.sentence')} way={say('offline.way')}>{children}</Notice>;
  const { sentence, way } = ofRefusal(answer);
  /* A named refusal explains itself; a reference is for what somebody else must look up. */
  const reference = UNEXPLAINED.has(answer.refused) ? answer.reference : undefined;
  return <Notice sentence={sentence} way={way} reference={reference}>{children}</Notice>;
}
