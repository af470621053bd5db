/** The look-up behind every request: who a sign-in cookie stands for, remembered for at most five seconds. */
import type pg from 'pg';
import { findSignIn, updateSeen } from './store.ts';
import type { FoundSignIn } from './store.ts';

/** How long a sign-in lasts from its start, and how long without anybody there. */
export type Limits = { readonly absoluteMinutes: number; readonly idleMinutes: number };

export type WhoIs = {
  /** `attended` is false for what a page asks by itself: it is answered, and does not keep the sign-in awake. */
  find(token: string, attended: boolean): Promise<FoundSignIn | null>;
  forget(token: string): void;
  forgetAll(): void;
};

/** A sign-in ended by another process is felt when this has passed. */
const REMEMBERED_MS = 5000;
/** Some 500 bytes each; beyond this the longest remembered goes and costs one more look-up. */
const REMEMBERED_MAX = 5000;
/** `seen_at` is written at most this often, so that a read rarely writes. */
const SEEN_EVERY_MS = 60_000;

type Remembered = { readonly answer: Promise<FoundSignIn | null>; readonly asked: number };

function endsAt(found: FoundSignIn, limits: Limits): number {
  return Math.min(found.expiresAt.getTime(), found.seenAt.getTime() + limits.idleMinutes * 60_000);
}

export function openWhoIs(pool: pg.Pool, limits: Limits, now: () => Date): WhoIs {
  const remembered = new Map<string, Remembered>();
  const seenEvery = Math.min(SEEN_EVERY_MS, limits.idleMinutes * 6000);

  function ask(token: string): Remembered {
    // The promise itself is remembered: a page that asks ten things at once looks up once, and forgetting reaches a look-up still under way.
    const entry: Remembered = { answer: findSignIn(pool, token), asked: performance.now() };
    remembered.delete(token);
    remembered.set(token, entry);
    entry.answer.catch(() => {
      if (remembered.get(token) === entry) remembered.delete(token);
    });
    const oldest = remembered.keys().next();
    if (remembered.size > REMEMBERED_MAX && oldest.done !== true) remembered.delete(oldest.value);
    return entry;
  }

  async function see(token: string, entry: Remembered, found: FoundSignIn, at: Date): Promise<FoundSignIn> {
    const seen = { ...found, seenAt: at };
    // Before the statement, so that requests side by side do not all write; its age stays, so that revocation is still felt in time.
    if (remembered.get(token) === entry) remembered.set(token, { answer: Promise.resolve(seen), asked: entry.asked });
    await updateSeen(pool, found.signInId, at);
    return seen;
  }

  return {
    async find(token, attended) {
      // Age is counted by the machine's steady clock: revocation is a matter of real seconds, whatever the program's clock says.
      const known = remembered.get(token);
      const entry = known !== undefined && performance.now() - known.asked < REMEMBERED_MS ? known : ask(token);
      const found = await entry.answer;
      const at = now();
      if (found === null || endsAt(found, limits) <= at.getTime()) return null;
      return attended && at.getTime() - found.seenAt.getTime() >= seenEvery ? await see(token, entry, found, at) : found;
    },
    forget: (token) => void remembered.delete(token),
    forgetAll: () => remembered.clear(),
  };
}
