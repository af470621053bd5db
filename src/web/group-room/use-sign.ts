/** Signing: first every draft reaches the server, then all that are ready go in one act, under one command id until it is answered. */
import { useCallback, useRef, useState } from 'react';
import { signGroup } from '../../modules/notes/contract.ts';
import type { ParticipantId } from '../../modules/people/words.ts';
import type { SessionId } from '../../modules/sessions/words.ts';
import type { Offline, Refused } from '../call.ts';
import { carry } from '../call.ts';
import { freshId } from '../clock.ts';
import type { Drafts } from './use-drafts.ts';
import { SHARED } from './use-drafts.ts';
import type { Row } from './readiness.ts';

export type Signing = {
  busy: boolean;
  /** Why it was not signed: as the server or the network said, or because a draft is not on the server yet. */
  refusal: Refused | Offline | 'unsaved' | null;
  done: { notes: number; minutes: number; absences: number; tasks: number; /** Whose absence was recorded with it. */ absent: readonly ParticipantId[] } | null;
  /** What was done is no longer so. */
  forget: () => void;
  sign: (rows: readonly Row[]) => Promise<void>;
};

export function useSign(sessionId: SessionId, drafts: Drafts, reload: () => Promise<void>): Signing {
  const [state, setState] = useState<Omit<Signing, 'sign' | 'forget'>>({ busy: false, refusal: null, done: null });
  const command = useRef<{ id: string; body: string } | null>(null);
  const { desk } = drafts;

  const sign = useCallback(async (rows: readonly Row[]) => {
    const ready = rows.filter(({ readiness }) => readiness === 'ready').map(({ person }) => person.participantId);
    setState({ busy: true, refusal: null, done: null });
    if (!(await desk.flush())) return setState({ busy: false, refusal: 'unsaved', done: null });
    const parts = desk.snapshot();
    const body = { sharedVersion: parts.get(SHARED)?.version ?? 0, people: ready.map((participantId) => ({ participantId, version: parts.get(participantId)?.version ?? 0 })) };
    const text = JSON.stringify(body);
    /* The same notes again after a lost reply are the same act; other notes are another. */
    if (command.current?.body !== text) command.current = { id: freshId(), body: text };
    const answer = await carry(signGroup, { params: { sessionId }, body, commandId: command.current.id });
    if (!('value' in answer)) {
      if (!('offline' in answer)) command.current = null;
      setState({ busy: false, refusal: answer, done: null });
      return reload();
    }
    command.current = null;
    desk.clear(ready);
    const { notes, absences, tasks } = answer.value;
    await reload();
    setState({ busy: false, refusal: null, done: { notes: notes.length, minutes: notes.reduce((sum, note) => sum + note.clinicalMinutes, 0), absences: absences.length, tasks, absent: absences } });
  }, [desk, sessionId, reload]);

  return { ...state, sign, forget: useCallback(() => setState({ busy: false, refusal: null, done: null }), []) };
}
