/** Stamping from the board: shown at once, taken back when refused, and undone by a second tap for five seconds; `S` opens the times of the row with the focus. */
import { useQueryClient } from '@tanstack/react-query';
import type { QueryKey } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { ReactNode } from 'react';
import { stampArrival, stampLeaving, takeBackStamp } from '../../modules/attendance/contract.ts';
import type { Offline, Refused } from '../call.ts';
import { carry } from '../call.ts';
import { later, now } from '../clock.ts';
import { useKeys } from '../kit/KeyLayer.tsx';
import { useUndo } from '../kit/use-undo.tsx';
import { arrived, left, withPerson } from './stamp.ts';
import type { TodayPerson } from './stamp.ts';
import type { TodayBoard, TodaySession } from './opening.ts';

/** Design 4, roster row. The server allows ten, for a slow network. */
const TAKE_BACK_MS = 5_000;

export type Recent = { sessionId: string; participantId: string; name: string; kind: 'arrive' | 'leave'; at: string; before: TodayPerson; /** When it was tapped, by this page's clock. */ tappedAt: number };
export type Refusal = { sessionId: string; name: string; answer: Refused | Offline };
export type Stamps = {
  recent: readonly Recent[];
  refusal: Refusal | null;
  stamp: (session: TodaySession, person: TodayPerson, kind: 'arrive' | 'leave') => Promise<void>;
  takeBack: (recent: Recent) => Promise<void>;
  forgetRefusal: () => void;
  /** What else was done from the roster, with its undo; it belongs at the end of the page. */
  toast: ReactNode;
  done: (text: string, undo: () => void) => void;
  /** Reads the board again after something else changed it. */
  again: () => void;
};

const same = (a: Recent) => (b: Recent): boolean => a.sessionId === b.sessionId && a.participantId === b.participantId;

export function useStamps(key: QueryKey): Stamps {
  const client = useQueryClient();
  const [recent, setRecent] = useState<readonly Recent[]>([]);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  const show = useCallback((at: Pick<Recent, 'sessionId' | 'participantId'>, change: (person: TodayPerson) => TodayPerson): void => {
    client.setQueryData<TodayBoard>(key, (board) => board && withPerson(board, at.sessionId, at.participantId, change));
  }, [client, key]);

  const stamp = useCallback(async (session: TodaySession, person: TodayPerson, kind: 'arrive' | 'leave') => {
    const at = new Date(now()).toISOString();
    const done: Recent = { sessionId: session.id, participantId: person.participantId, name: person.displayName, kind, at, before: person, tappedAt: now() };
    await client.cancelQueries({ queryKey: key });
    show(done, (shown) => (kind === 'arrive' ? arrived(session, shown, at) : left(session, shown, at)));
    setRefusal(null);
    setRecent((list) => [done, ...list.filter((other) => !same(done)(other))]);
    later(TAKE_BACK_MS, () => setRecent((list) => list.filter((other) => !same(done)(other) || other.before !== done.before)));
    const params = { sessionId: session.id, participantId: person.participantId };
    const answer = kind === 'arrive' ? await carry(stampArrival, { params, body: {} }) : await carry(stampLeaving, { params, body: {} });
    if ('value' in answer) {
      setRecent((list) => list.map((other) => (other === done ? { ...done, at: answer.value.at } : other)));
    } else {
      show(done, () => person);
      setRecent((list) => list.filter((other) => other !== done));
      setRefusal({ sessionId: session.id, name: person.displayName, answer });
    }
    await client.invalidateQueries({ queryKey: key });
  }, [client, key, show]);

  const takeBack = useCallback(async (done: Recent) => {
    setRecent((list) => list.filter((other) => other !== done));
    await client.cancelQueries({ queryKey: key });
    show(done, () => done.before);
    const params = { sessionId: done.sessionId as TodaySession['id'], participantId: done.participantId as TodayPerson['participantId'] };
    const answer = await carry(takeBackStamp, { params });
    if (!('value' in answer)) setRefusal({ sessionId: done.sessionId, name: done.name, answer });
    await client.invalidateQueries({ queryKey: key });
  }, [client, key, show]);

  useKeys([{ key: 's', word: 'key.times-row', act: () => document.activeElement?.closest('[data-row]')?.querySelector<HTMLElement>('[data-times]')?.click() }]);
  const { toast, done } = useUndo();
  const again = useCallback((): void => { void client.invalidateQueries({ queryKey: key }); }, [client, key]);
  return { recent, refusal, stamp, takeBack, again, toast, done, forgetRefusal: useCallback(() => setRefusal(null), []) };
}
