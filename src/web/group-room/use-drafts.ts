/** The draft desk of one room, fed by the read and saving through the contracts. */
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { savePersonDraft, saveSharedDraft } from '../../modules/notes/contract.ts';
import type { PersonPart, SharedPart } from '../../modules/notes/words.ts';
import type { ParticipantId } from '../../modules/people/words.ts';
import type { SessionId } from '../../modules/sessions/words.ts';
import { call } from '../call.ts';
import { later } from '../clock.ts';
import { DraftDesk } from './draft-desk.ts';
import type { Held, Saved } from './draft-desk.ts';
import { draftKey, readKept, writeKept } from './keep.ts';
import type { AnyPart } from './keep.ts';
import type { GroupRoom } from './readiness.ts';
import { wasHere } from './readiness.ts';

export const SHARED = 'shared';

async function saveOf(sessionId: SessionId, key: string, version: number, part: AnyPart): Promise<Saved> {
  const answer = key === SHARED
    ? await call(saveSharedDraft, { params: { sessionId }, body: { version, part: part as SharedPart } })
    : await call(savePersonDraft, { params: { sessionId, participantId: key as ParticipantId }, body: { version, part: part as PersonPart } });
  if ('value' in answer) return { saved: answer.value };
  return 'offline' in answer ? answer : { refused: answer.refused, sentence: answer.sentence, way: answer.way };
}

/** Takes the newest read in; a note that was signed meanwhile needs nothing of its draft any more. */
function learnAll(desk: DraftDesk<AnyPart>, room: GroupRoom): void {
  desk.learn(SHARED, room.shared);
  for (const person of room.people) {
    if (person.note !== null) desk.clear([person.participantId]);
    else if (wasHere(person)) desk.learn(person.participantId, person.draft);
  }
}

export type Drafts = { desk: DraftDesk<AnyPart>; parts: ReadonlyMap<string, Held<AnyPart>> };

export function useDrafts(staffId: string, sessionId: SessionId, room: GroupRoom | undefined, reload: () => Promise<void>): Drafts {
  const desk = useMemo(() => {
    const key = draftKey(staffId, sessionId);
    return new DraftDesk<AnyPart>({
      save: (part, version, text) => saveOf(sessionId, part, version, text), reload, later,
      read: () => readKept(localStorage, key), write: (kept) => writeKept(localStorage, key, kept),
    });
  }, [staffId, sessionId, reload]);
  useEffect(() => { if (room !== undefined) learnAll(desk, room); }, [desk, room]);
  useEffect(() => {
    const back = (): void => desk.retry();
    /* A tab that is hidden may never come back (a phone that is put away): what waits goes now. */
    const hidden = (): void => { if (document.visibilityState === 'hidden') void desk.flush(); };
    addEventListener('online', back);
    document.addEventListener('visibilitychange', hidden);
    return () => {
      removeEventListener('online', back);
      document.removeEventListener('visibilitychange', hidden);
      void desk.flush();
    };
  }, [desk]);
  return { desk, parts: useSyncExternalStore(desk.subscribe, desk.snapshot) };
}
