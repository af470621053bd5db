/** Absences that closing recorded can be taken back for a while, each by its own act, so that the calls they opened end too. */
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { takeBackAbsence } from '../../modules/attendance/contract.ts';
import type { SessionId } from '../../modules/sessions/words.ts';
import type { Offline, Refused } from '../call.ts';
import { carry } from '../call.ts';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { useUndo } from '../kit/use-undo.tsx';
import { useWords } from '../kit/words.tsx';
import type { Signing } from './use-sign.ts';

type Undo = { toast: ReactNode; refused: ReactNode; /** For other acts of the room, so that one toast stands. */ tell: (text: string, undo: () => void) => void };

export function useAbsencesUndo(sessionId: SessionId, { done, forget }: Signing, reload: () => Promise<void>): Undo {
  const { say } = useWords();
  const { toast, done: tell } = useUndo();
  const [answer, setAnswer] = useState<Refused | Offline | null>(null);
  useEffect(() => {
    if (done === null || done.absent.length === 0) return;
    const takeBack = async (): Promise<void> => {
      forget();
      const refused: (Refused | Offline)[] = [];
      for (const participantId of done.absent) {
        const got = await carry(takeBackAbsence, { params: { sessionId, participantId } });
        if (!('value' in got)) refused.push(got);
      }
      setAnswer(refused[0] ?? null);
      await reload();
    };
    tell(say('sign.undo.absences', { people: done.absent.length }), () => { void takeBack(); });
  }, [done, forget, reload, say, sessionId, tell]);
  const refused = answer === null ? null : <RefusalNotice answer={answer}><button type="button" className="btn small" onClick={() => setAnswer(null)}>{say('close')}</button></RefusalNotice>;
  return { toast, refused, tell };
}
